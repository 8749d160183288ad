package cat.eset.core.eni;

import java.util.Map;

/** The namespaces of ENI v1.0 (contract eni 1). */
final class EniNames {

    private static final String BASE = "http://administracionelectronica.gob.es/ENI/XSD/v1.0/";

    static final String DOCUMENT = BASE + "documento-e";
    static final String FILE = BASE + "documento-e/contenido";
    static final String DOCUMENT_METADATA = BASE + "documento-e/metadatos";
    static final String SIGNATURES = BASE + "firma";
    static final String EXPEDIENT = BASE + "expediente-e";
    static final String INDEX = BASE + "expediente-e/indice-e";
    static final String INDEX_CONTENT = BASE + "expediente-e/indice-e/contenido";
    static final String EXPEDIENT_METADATA = BASE + "expediente-e/metadatos";
    static final String DS = "http://www.w3.org/2000/09/xmldsig#";

    static final Map<String, String> DOCUMENT_PREFIXES =
            Map.of("enidoc", DOCUMENT, "enidocmeta", DOCUMENT_METADATA, "enids", SIGNATURES, "enifile", FILE);
    static final Map<String, String> EXPEDIENT_PREFIXES = Map.of(
            "eniexp",
            EXPEDIENT,
            "eniexpind",
            INDEX,
            "eniconexpind",
            INDEX_CONTENT,
            "eniexpmeta",
            EXPEDIENT_METADATA,
            "enids",
            SIGNATURES,
            "enifile",
            FILE);

    private EniNames() {}
}
