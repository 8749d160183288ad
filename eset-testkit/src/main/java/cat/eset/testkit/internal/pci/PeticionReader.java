package cat.eset.testkit.internal.pci;

import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.MalformedXmlException;
import cat.eset.testkit.internal.xml.Shape;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** From {@code procesa/Peticion} to a {@link PciRequest}, with every rule of contract pci 4 that a request can break. */
final class PeticionReader {

    static final String PETICION = "http://gencat.net/scsp/esquemes/peticion";
    static final String OPENURI = "http://www.openuri.org/";
    private static final String XOP = "http://www.w3.org/2004/08/xop/include";
    private static final Shape ATTRIBUTES = Shape.of("IdPeticion NumElementos TimeStamp Estado? CodigoCertificado"
            + " CodigoProducto DatosAutorizacion? Emisor? IdSolicitanteOriginal? NomSolicitanteOriginal? Funcionario?");
    private static final Shape AUTHORISATION =
            Shape.of("IdentificadorSolicitante NombreSolicitante (Finalidad|Procedimiento)");
    private static final Shape ISSUER = Shape.of("NifEmisor NombreEmisor");
    private static final Shape OFFICER = Shape.of("NombreCompletoFuncionario? NifFuncionario? EMailFuncionario?"
            + " CodigoOrganismoFuncionario? CertificadoDigital?");
    private static final Shape ITEM = Shape.of("DatosGenericos DatosEspecificos?");
    private static final Shape GENERIC = Shape.of("Emisor Solicitante Titular? Transmision Ficheros?");
    private static final Shape REQUESTER = Shape.of(
            "IdentificadorSolicitante NombreSolicitante (Finalidad|Procedimiento) Consentimiento Funcionario?");
    private static final Shape HOLDER =
            Shape.of("TipoDocumentacion Documentacion NombreCompleto? Nombre? Apellido1? Apellido2?");
    private static final Shape TRANSMISSION = Shape.of("CodigoCertificado IdSolicitud IdTransmision? FechaGeneracion?");
    private static final Shape FILE = Shape.of(
            "NombreFichero?" + " (RutaFichero|URLDescarga|Contenido|UUIDFichero|UUIDDocumento) Id Hash? Firma? Via?");
    private static final Map<String, Integer> MAX = Map.ofEntries(
            Map.entry("IdPeticion", 100),
            Map.entry("TimeStamp", 29),
            Map.entry("CodigoCertificado", 64),
            Map.entry("IdentificadorSolicitante", 10),
            Map.entry("NombreSolicitante", 100),
            Map.entry("Finalidad", 250),
            Map.entry("Procedimiento", 20),
            Map.entry("NifEmisor", 10),
            Map.entry("NombreEmisor", 50),
            Map.entry("NombreCompletoFuncionario", 122),
            Map.entry("NifFuncionario", 10),
            Map.entry("EMailFuncionario", 122),
            Map.entry("IdSolicitud", 40),
            Map.entry("IdTransmision", 26),
            Map.entry("FechaGeneracion", 29),
            Map.entry("Documentacion", 40),
            Map.entry("Id", 50));

    private final Map<String, Part> parts;

    PeticionReader(Map<String, Part> parts) {
        this.parts = parts;
    }

    /** The identifiers alone, for the log of exchanges; nothing is checked. */
    static String glance(Element body, String... path) {
        return Dom.children(body).stream()
                .findFirst()
                .flatMap(procesa -> Dom.children(procesa).stream().findFirst())
                .map(message -> Dom.text(message, path))
                .orElse("");
    }

    PciRequest read(Element body, int maxItems) throws MalformedXmlException {
        Element procesa = only(body);
        must(Dom.is(procesa, OPENURI, "procesa"), "the Body must hold {http://www.openuri.org/}procesa");
        Element peticion = only(procesa);
        must(Dom.is(peticion, PETICION, "Peticion"), "procesa must hold Peticion");
        shape(peticion, Shape.of("Atributos Solicitudes"));
        Element attributes = Dom.need(peticion, "Atributos");
        shape(attributes, ATTRIBUTES);
        Element authorisation = Dom.child(attributes, "DatosAutorizacion")
                .orElseThrow(() -> new MalformedXmlException("DatosAutorizacion is missing", null));
        shape(authorisation, AUTHORISATION);
        optional(attributes, "Emisor", ISSUER);
        optional(attributes, "Funcionario", OFFICER);
        lengths(attributes);
        List<PciItem> items = new ArrayList<>();
        Element requests = Dom.need(peticion, "Solicitudes");
        shape(requests, Shape.of("SolicitudTransmision+"));
        for (Element item : Dom.children(requests)) {
            items.add(item(item, attributes, authorisation));
        }
        String declared = Dom.text(attributes, "NumElementos");
        must(declared.equals(String.valueOf(items.size())), "NumElementos is " + declared + ", items " + items.size());
        must(items.size() <= maxItems, "at most " + maxItems + " items are allowed on this front");
        must(
                items.stream().map(PciItem::id).distinct().count() == items.size(),
                "IdSolicitud is repeated inside the request");
        return new PciRequest(
                Dom.text(attributes, "IdPeticion"),
                Dom.text(attributes, "CodigoProducto"),
                Dom.text(attributes, "CodigoCertificado"),
                Dom.text(authorisation, "IdentificadorSolicitante"),
                Dom.text(authorisation, "NombreSolicitante"),
                purpose(authorisation),
                items);
    }

    private PciItem item(Element item, Element attributes, Element authorisation) throws MalformedXmlException {
        shape(item, ITEM);
        Element generic = Dom.need(item, "DatosGenericos");
        shape(generic, GENERIC);
        shape(Dom.need(generic, "Emisor"), ISSUER);
        Element requester = Dom.need(generic, "Solicitante");
        shape(requester, REQUESTER);
        optional(requester, "Funcionario", OFFICER);
        optional(generic, "Titular", HOLDER);
        Element transmission = Dom.need(generic, "Transmision");
        shape(transmission, TRANSMISSION);
        lengths(generic);
        same(authorisation, requester, "IdentificadorSolicitante");
        same(authorisation, requester, "NombreSolicitante");
        must(purpose(authorisation).equals(purpose(requester)), "Finalidad differs between Atributos and item");
        same(attributes, transmission, "CodigoCertificado");
        if (Dom.child(attributes, "Emisor").isPresent()) {
            same(Dom.need(attributes, "Emisor"), Dom.need(generic, "Emisor"), "NifEmisor");
        }
        String consent = Dom.text(requester, "Consentimiento");
        must(List.of("Si", "Ley", "NoOpo").contains(consent), "Consentimiento " + consent + " is not a value");
        return new PciItem(
                Dom.text(transmission, "IdSolicitud"),
                Dom.text(transmission, "IdTransmision"),
                Dom.text(transmission, "FechaGeneracion"),
                consent,
                Dom.text(requester, "Funcionario", "NifFuncionario"),
                payload(item),
                files(generic));
    }

    private static Optional<Element> payload(Element item) {
        return Dom.child(item, "DatosEspecificos")
                .flatMap(specific -> Dom.children(specific).stream()
                        .filter(e -> !"ExtensionesPeticion".equals(e.getLocalName()))
                        .findFirst());
    }

    private Map<String, PciItem.File> files(Element generic) throws MalformedXmlException {
        Map<String, PciItem.File> files = new LinkedHashMap<>();
        for (Element block : Dom.children(generic, "Ficheros")) {
            for (Element file : Dom.children(block, "Fichero")) {
                shape(file, FILE);
                Optional<Element> content = Dom.child(file, "Contenido");
                if (content.isPresent()) {
                    String id = Dom.text(file, "Id");
                    boolean inline = Dom.children(content.get()).isEmpty();
                    PciItem.File read =
                            new PciItem.File(Dom.text(file, "NombreFichero"), content(content.get()), inline);
                    must(files.put(id, read) == null, "Fichero/Id " + id + " appears twice");
                }
            }
        }
        return files;
    }

    private Part content(Element content) throws MalformedXmlException {
        List<Element> children = Dom.children(content);
        if (children.isEmpty()) {
            try {
                return Part.inline(Base64.getMimeDecoder().decode(base64(content.getTextContent())));
            } catch (IllegalArgumentException e) {
                throw new MalformedXmlException("Contenido is not base64", e);
            }
        }
        Element include = children.get(0);
        must(
                children.size() == 1 && Dom.is(include, XOP, "Include"),
                "Contenido holds something else than xop:Include");
        String reference = include.getAttribute("href");
        must(reference.startsWith("cid:"), "xop:Include does not refer to a cid");
        String id = java.net.URLDecoder.decode(
                reference.substring(4).replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
        Part part = parts.get(id);
        if (part == null) {
            throw new MalformedXmlException("xop:Include refers to a part that is not there", null);
        }
        return part;
    }

    /** The MIME decoder skips stray characters, but {@code cid:...} as text must be refused. */
    private static String base64(String text) throws MalformedXmlException {
        String compact = text.replaceAll("\\s", "");
        must(compact.matches("[A-Za-z0-9+/]*={0,2}"), "Contenido is not base64");
        return compact;
    }

    private static String purpose(Element block) {
        return Dom.text(block, "Finalidad") + Dom.text(block, "Procedimiento");
    }

    private static void same(Element a, Element b, String name) throws MalformedXmlException {
        must(Dom.text(a, name).equals(Dom.text(b, name)), name + " differs between Atributos and item");
    }

    private static void optional(Element parent, String name, Shape shape) throws MalformedXmlException {
        Optional<Element> child = Dom.child(parent, name);
        if (child.isPresent()) {
            shape(child.get(), shape);
        }
    }

    private static void shape(Element element, Shape shape) throws MalformedXmlException {
        Optional<String> fault = shape.fault(element);
        if (fault.isPresent()) {
            throw new MalformedXmlException(fault.get(), null);
        }
    }

    private static void lengths(Element block) throws MalformedXmlException {
        for (Element e : Dom.descendants(block)) {
            Integer max = MAX.get(e.getLocalName());
            if (max != null && Dom.children(e).isEmpty()) {
                must(e.getTextContent().length() <= max, e.getLocalName() + " is longer than " + max);
            }
        }
    }

    private static Element only(Element parent) throws MalformedXmlException {
        List<Element> children = Dom.children(parent);
        must(children.size() == 1, parent.getLocalName() + " must have exactly one child");
        return children.get(0);
    }

    private static void must(boolean good, String otherwise) throws MalformedXmlException {
        if (!good) {
            throw new MalformedXmlException(otherwise, null);
        }
    }
}
