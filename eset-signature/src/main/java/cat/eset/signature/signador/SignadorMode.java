package cat.eset.signature.signador;

/** The kinds of signature that the Signador makes (signador 4.3). There is no LT: augment afterwards. */
public enum SignadorMode {
    /** CMS with its content. */
    CMS_ATTACHED(1, Shape.ATTACHED),
    /** CMS beside its content. */
    CMS_DETACHED(2, Shape.DETACHED),
    /** CMS over a digest. */
    CMS_HASH(3, Shape.HASH),
    /** CMS in a PDF. */
    CMS_PDF(4, Shape.PDF),
    /** XMLDSig inside the document. */
    XMLDSIG_ENVELOPED(5, Shape.ENVELOPED),
    /** XMLDSig around the content. */
    XMLDSIG_ENVELOPING(6, Shape.ATTACHED),
    /** XMLDSig beside the content. */
    XMLDSIG_DETACHED(7, Shape.DETACHED),
    /** XMLDSig over a digest. */
    XMLDSIG_HASH(8, Shape.HASH),
    /** XAdES-BES inside the document. */
    XADES_BES_ENVELOPED(9, Shape.ENVELOPED),
    /** XAdES-BES around the content. */
    XADES_BES_ENVELOPING(10, Shape.ATTACHED),
    /** XAdES-BES beside the content. */
    XADES_BES_DETACHED(11, Shape.DETACHED),
    /** XAdES-BES over a digest. */
    XADES_BES_HASH(12, Shape.HASH),
    /** XAdES-T inside the document. */
    XADES_T_ENVELOPED(13, Shape.ENVELOPED),
    /** XAdES-T around the content. */
    XADES_T_ENVELOPING(14, Shape.ATTACHED),
    /** XAdES-T beside the content. */
    XADES_T_DETACHED(15, Shape.DETACHED),
    /** XAdES-T over a digest. */
    XADES_T_HASH(16, Shape.HASH),
    /** CAdES-BES with its content. */
    CADES_BES_ATTACHED(21, Shape.ATTACHED),
    /** CAdES-BES beside its content. */
    CADES_BES_DETACHED(22, Shape.DETACHED),
    /** CAdES-BES over a digest. */
    CADES_BES_HASH(23, Shape.HASH),
    /** CAdES-BES in a PDF: the PAdES of this service. */
    PADES_BES(24, Shape.PDF),
    /** CAdES-T with its content. */
    CADES_T_ATTACHED(25, Shape.ATTACHED),
    /** CAdES-T beside its content. */
    CADES_T_DETACHED(26, Shape.DETACHED),
    /** CAdES-T over a digest. */
    CADES_T_HASH(27, Shape.HASH),
    /** CAdES-T in a PDF: the PAdES of this service, with time stamp. */
    PADES_T(28, Shape.PDF),
    /** No document: the bare value over a digest, of a job started by {@link SignadorKey}. */
    RAW_VALUE(0, Shape.NONE),
    /** No document: the person's certificate, of a job started by {@link SignadorKey}. */
    CERTIFICATE(0, Shape.NONE);

    /** Where the signature stands with respect to the document. */
    enum Shape {
        ATTACHED,
        ENVELOPED,
        DETACHED,
        HASH,
        PDF,
        NONE
    }

    private final int code;
    private final Shape shape;

    SignadorMode(int code, Shape shape) {
        this.code = code;
        this.shape = shape;
    }

    /** The number of the mode on the wire; 0 for those without document, which have none. */
    public int code() {
        return code;
    }

    /** Whether only the digest of the document is sent. */
    public boolean isOverHash() {
        return shape == Shape.HASH;
    }

    /** Whether the result is the PDF, signed. */
    public boolean isPdf() {
        return shape == Shape.PDF;
    }

    /** Whether the signature comes alone, beside its content. */
    public boolean isBeside() {
        return shape == Shape.HASH || shape == Shape.DETACHED;
    }

    Shape shape() {
        return shape;
    }

    boolean isStamped() {
        return isXadesT() || code >= CADES_T_ATTACHED.code;
    }

    boolean isXml() {
        return code >= XMLDSIG_ENVELOPED.code && code <= XADES_T_HASH.code;
    }

    boolean isXades() {
        return isXml() && isAdvanced();
    }

    /** XAdES and CAdES, which may carry claims of the signer. */
    boolean isAdvanced() {
        return code >= XADES_BES_ENVELOPED.code;
    }

    /** CMS without the properties of CAdES. */
    boolean isPlainCms() {
        return code >= CMS_ATTACHED.code && code <= CMS_PDF.code;
    }

    /** Whether one signature may be over several documents. */
    boolean isForSeveral() {
        return isXml() && shape != Shape.ENVELOPED;
    }

    boolean isXadesT() {
        return code >= XADES_T_ENVELOPED.code && code <= XADES_T_HASH.code;
    }
}
