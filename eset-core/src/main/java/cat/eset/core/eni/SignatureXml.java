package cat.eset.core.eni;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code enids:firmas}, the same in documents and indexes (contract eni 2). */
final class SignatureXml {

    private SignatureXml() {}

    static void write(List<EniSignature> signatures, String idPrefix, XmlOutput out) throws IOException {
        if (signatures.isEmpty()) {
            return;
        }
        out.start("enids:firmas");
        int n = 0;
        for (EniSignature signature : signatures) {
            n++;
            out.start(
                    "enids:firma",
                    "Id",
                    signature.id().orElse(idPrefix + n),
                    "ref",
                    String.join(",", signature.refs()));
            out.element("enids:TipoFirma", signature.type().code());
            out.start("enids:ContenidoFirma");
            writeContent(signature.content(), out);
            out.end().end();
        }
        out.end();
    }

    private static void writeContent(EniSignature.Content content, XmlOutput out) throws IOException {
        if (content instanceof EniSignature.Csv csv) {
            out.start("enids:CSV");
            out.element("enids:ValorCSV", csv.value());
            out.element("enids:RegulacionGeneracionCSV", csv.regulation());
            out.end();
            return;
        }
        out.start("enids:FirmaConCertificado");
        if (content instanceof EniSignature.Encoded encoded) {
            out.start("enids:FirmaBase64").base64(encoded.bytes()).end();
        } else if (content instanceof EniSignature.Element element) {
            out.verbatim(element.signature());
        } else if (content instanceof EniSignature.Reference reference) {
            out.element("enids:ReferenciaFirma", reference.to());
        }
        out.end();
    }

    static List<EniSignature> read(XmlInput in) {
        List<EniSignature> signatures = new ArrayList<>();
        in.children((namespace, name) -> {
            if (name.equals("firma")) {
                signatures.add(readOne(in));
            } else {
                in.skip();
            }
        });
        return signatures;
    }

    private static EniSignature readOne(XmlInput in) {
        Optional<String> id = in.attribute("Id");
        List<String> refs = in.attribute("ref").map(SignatureXml::split).orElse(List.of());
        Parts parts = new Parts();
        in.children((namespace, name) -> {
            switch (name) {
                case "TipoFirma" -> parts.type = in.text();
                case "ContenidoFirma" -> readContent(in, parts);
                default -> in.skip();
            }
        });
        if (parts.type == null || parts.content == null) {
            throw in.error("a signature without TipoFirma or without content");
        }
        return new EniSignature(EniSignatureType.of(parts.type), parts.content, id, refs);
    }

    private static List<String> split(String refs) {
        List<String> result = new ArrayList<>();
        for (String ref : refs.split("[,\\s]+", -1)) {
            if (!ref.isEmpty()) {
                result.add(ref);
            }
        }
        return result;
    }

    private static void readContent(XmlInput in, Parts parts) {
        in.children((namespace, name) -> {
            switch (name) {
                case "CSV" -> parts.content = readCsv(in);
                case "FirmaConCertificado" -> readCertificate(in, parts);
                default -> in.skip();
            }
        });
    }

    private static EniSignature.Csv readCsv(XmlInput in) {
        String[] values = {"", ""};
        in.children((namespace, name) -> {
            switch (name) {
                case "ValorCSV" -> values[0] = in.text();
                case "RegulacionGeneracionCSV" -> values[1] = in.text();
                default -> in.skip();
            }
        });
        if (values[0].isEmpty() || values[1].isEmpty()) {
            throw in.error("a CSV without its value or its regulation");
        }
        return new EniSignature.Csv(values[0], values[1]);
    }

    private static void readCertificate(XmlInput in, Parts parts) {
        in.children((namespace, name) -> {
            if (namespace.equals(EniNames.DS) && name.equals("Signature")) {
                parts.content = new EniSignature.Element(in.copy());
            } else if (name.equals("FirmaBase64")) {
                parts.content = new EniSignature.Encoded(DocumentContent.of(in.base64(), MediaType.BINARY));
            } else if (name.equals("ReferenciaFirma")) {
                parts.content = new EniSignature.Reference(in.text());
            } else {
                in.skip();
            }
        });
    }

    private static final class Parts {
        private @Nullable String type;
        private EniSignature.@Nullable Content content;
    }
}
