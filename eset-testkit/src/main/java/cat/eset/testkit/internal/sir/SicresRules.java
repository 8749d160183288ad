package cat.eset.testkit.internal.sir;

import cat.eset.testkit.internal.pci.PciItem;
import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.MalformedXmlException;
import cat.eset.testkit.internal.xml.Shape;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** What a message of SICRES 3 and its files must be like to be sent through the consortium (contract sir 5). */
final class SicresRules {

    private static final int MAX_FILES = 5;
    private static final long MAX_FILE = 10_000_000;
    private static final long MAX_TOTAL = 15_000_000;
    private static final Set<String> EXTENSIONS =
            Set.of("jpg jpeg odt odp ods odg docx xlsx pptx pdf png rtf svg tiff txt xsig xml".split(" ", -1));

    private static final Map<String, Shape> SHAPES = Map.of(
            "Fichero_Intercambio_SICRES_3",
            Shape.of("De_Origen_o_Remitente De_Destino De_Interesado+ De_Asunto De_Anexo* De_Internos_Control"
                    + " De_Formulario_Generico"),
            "De_Origen_o_Remitente",
            Shape.of("Codigo_Entidad_Registral_Origen Decodificacion_Entidad_Registral_Origen?"
                    + " Numero_Registro_Entrada Fecha_Hora_Entrada Timestamp_Entrada?"
                    + " Codigo_Unidad_Tramitacion_Origen? Decodificacion_Unidad_Tramitacion_Origen?"),
            "De_Destino",
            Shape.of("Codigo_Entidad_Registral_Destino Decodificacion_Entidad_Registral_Destino?"
                    + " Codigo_Unidad_Tramitacion_Destino? Decodificacion_Unidad_Tramitacion_Destino?"),
            "De_Interesado",
            Shape.of(identity("Interesado") + " " + identity("Representante") + " " + contact("Interesado") + " "
                    + contact("Representante") + " Observaciones?"),
            "De_Asunto",
            Shape.of("Resumen Codigo_Asunto_Segun_Destino? Referencia_Externa? Numero_Expediente?"),
            "De_Anexo",
            Shape.of("Nombre_Fichero_Anexado Identificador_Fichero Validez_Documento? Tipo_Documento Certificado?"
                    + " Firma_Documento? TimeStamp? Validacion_OCSP_Certificado? Hash Tipo_MIME? Anexo?"
                    + " Identificador_Documento_Firmado? Observaciones?"),
            "De_Internos_Control",
            Shape.of("Tipo_Transporte_Entrada? Numero_Transporte_Entrada? Nombre_Usuario? Contacto_Usuario?"
                    + " Identificador_Intercambio Aplicacion_Version_Emisora? Tipo_Anotacion"
                    + " Descripcion_Tipo_Anotacion? Tipo_Registro Documentacion_Fisica Observaciones_Apunte?"
                    + " Indicador_Prueba Codigo_Entidad_Registral_Inicio Decodificacion_Entidad_Registral_Inicio?"),
            "De_Formulario_Generico",
            Shape.of("Expone Solicita"));

    private static final Map<String, Integer> MAX = lengths();

    private SicresRules() {}

    private static String identity(String who) {
        return ("Tipo_Documento_Identificacion_@? Documento_Identificacion_@? Razon_Social_@? Nombre_@?"
                        + " Primer_Apellido_@? Segundo_Apellido_@?")
                .replace("@", who);
    }

    private static String contact(String who) {
        return ("Pais_@? Provincia_@? Municipio_@? Direccion_@? Codigo_Postal_@?"
                        + " Correo_Electronico_@? Telefono_Contacto_@? Direccion_Electronica_Habilitada_@?"
                        + " Canal_Preferente_Comunicacion_@?")
                .replace("@", who);
    }

    private static Map<String, Integer> lengths() {
        Map<String, Integer> max = new HashMap<>();
        String table = "Codigo_Entidad_Registral 21 Decodificacion_Entidad_Registral 80 Numero_Registro_Entrada 20"
                + " Fecha_Hora_Entrada 14 Codigo_Unidad_Tramitacion 21 Decodificacion_Unidad_Tramitacion 80"
                + " Documento_Identificacion 17 Razon_Social 80 Nombre 30 Primer_Apellido 30 Segundo_Apellido 30 Pais 4"
                + " Provincia 2 Municipio 5 Direccion 160 Codigo_Postal 5 Correo_Electronico 160 Telefono_Contacto 20"
                + " Direccion_Electronica_Habilitada 160 Resumen 240 Codigo_Asunto_Segun_Destino 16"
                + " Referencia_Externa 16 Numero_Expediente 80 Nombre_Fichero_Anexado 80 Identificador_Fichero 50"
                + " Tipo_MIME 20 Identificador_Documento_Firmado 50 Numero_Transporte_Entrada 20 Nombre_Usuario 80"
                + " Contacto_Usuario 160 Identificador_Intercambio 33 Aplicacion_Version_Emisora 4"
                + " Descripcion_Tipo_Anotacion 80 Observaciones_Apunte 50 Expone 4000 Solicita 4000";
        String[] words = table.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            int length = Integer.parseInt(words[i + 1]);
            for (String side : List.of("", "_Origen", "_Destino", "_Inicio", "_Interesado", "_Representante")) {
                max.put(words[i] + side, length);
            }
        }
        return Map.copyOf(max);
    }

    /** Parses a message; the declaration it may begin with counts for nothing, because it has been text since. */
    static Element parse(String sicres) throws SirRefusal {
        try {
            String text = sicres.strip().replaceFirst("^<\\?xml[^>]*\\?>", "");
            Element root = Dom.parse(text.getBytes(StandardCharsets.UTF_8)).getDocumentElement();
            must(
                    root.getNamespaceURI() == null && "Fichero_Intercambio_SICRES_3".equals(root.getLocalName()),
                    "l'enviament no és un Fichero_Intercambio_SICRES_3 sense espai de noms");
            return root;
        } catch (MalformedXmlException e) {
            throw new SirRefusal("Error validant l'enviament: " + e.getMessage());
        }
    }

    /** Checks what is to be sent. */
    static void check(Element root, Map<String, PciItem.File> files) throws SirRefusal {
        shape(root);
        for (Element block : Dom.children(root)) {
            shape(block);
            for (Element field : Dom.children(block)) {
                Integer max = field.getLocalName().equals("Observaciones")
                        ? Integer.valueOf(block.getLocalName().equals("De_Anexo") ? 50 : 160)
                        : MAX.get(field.getLocalName());
                must(
                        max == null || field.getTextContent().length() <= max,
                        field.getLocalName() + " supera " + max + " caràcters");
            }
        }
        codes(root);
        files(root, files);
    }

    private static void codes(Element root) throws SirRefusal {
        String number = Dom.text(root, "De_Origen_o_Remitente", "Numero_Registro_Entrada");
        String date = Dom.text(root, "De_Origen_o_Remitente", "Fecha_Hora_Entrada");
        must(number.isEmpty() == date.isEmpty(), "Numero_Registro_Entrada i Fecha_Hora_Entrada van junts");
        must(date.isEmpty() || date.matches("\\d{14}"), "Fecha_Hora_Entrada no és yyyyMMddHHmmss");
        office(Dom.text(root, "De_Origen_o_Remitente", "Codigo_Entidad_Registral_Origen"));
        office(Dom.text(root, "De_Destino", "Codigo_Entidad_Registral_Destino"));
        must(!Dom.text(root, "De_Asunto", "Resumen").isEmpty(), "Resumen és buit");
        one(root, "Identificador_Intercambio", "");
        one(root, "Tipo_Anotacion", "02");
        one(root, "Tipo_Registro", "0");
        one(root, "Documentacion_Fisica", "[123]");
        one(root, "Indicador_Prueba", "0");
    }

    private static void one(Element root, String name, String values) throws SirRefusal {
        must(Dom.text(root, "De_Internos_Control", name).matches(values), name + " té un valor no admès");
    }

    static void office(String code) throws SirRefusal {
        must(code.matches("O\\d{8}"), "L'oficina " + code + " no existeix o no està integrada a SIR");
    }

    private static void files(Element root, Map<String, PciItem.File> files) throws SirRefusal {
        List<Element> annexes = Dom.children(root, "De_Anexo");
        must(annexes.size() <= MAX_FILES, "S'admeten com a màxim " + MAX_FILES + " annexos");
        must(annexes.size() == files.size(), "El nombre de fitxers no coincideix amb els annexos");
        long total = 0;
        for (Element annex : annexes) {
            Optional<PciItem.File> file = Optional.ofNullable(files.get(Dom.text(annex, "Identificador_Fichero")));
            must(file.isPresent(), "Falta el fitxer d'un annex");
            long length = file.orElseThrow().content().length();
            total += length;
            must(length <= MAX_FILE, "Un annex supera 10 MB");
            String name = Dom.text(annex, "Nombre_Fichero_Anexado");
            String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            must(EXTENSIONS.contains(extension), "L'extensió " + extension + " no s'admet");
            must(Dom.text(annex, "Tipo_Documento").matches("0[123]"), "Tipo_Documento té un valor no admès");
            String hash = Dom.text(annex, "Hash");
            must(
                    hash.isEmpty() || hash.equals(file.orElseThrow().content().sha256()),
                    "El resum d'un annex no coincideix");
        }
        must(total <= MAX_TOTAL, "Els annexos superen 15 MB");
    }

    private static void shape(Element element) throws SirRefusal {
        Shape shape = SHAPES.get(element.getLocalName());
        must(shape != null, element.getLocalName() + " no s'admet");
        Optional<String> fault = shape == null ? Optional.empty() : shape.fault(element);
        must(fault.isEmpty(), "Error validant l'enviament: " + fault.orElse(""));
    }

    static void must(boolean good, String otherwise) throws SirRefusal {
        if (!good) {
            throw new SirRefusal(otherwise);
        }
    }
}
