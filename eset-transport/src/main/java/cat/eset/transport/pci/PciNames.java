package cat.eset.transport.pci;

/** Namespaces and fixed values of the wire (contract pci 3 and 10.2). */
final class PciNames {

    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String OPEN = "http://www.openuri.org/";
    static final String PET = "http://gencat.net/scsp/esquemes/peticion";
    static final String RES = "http://gencat.net/scsp/esquemes/respuesta";
    static final String CON = "http://gencat.net/scsp/esquemes/confirmacionPeticion";
    static final String SOL = "http://gencat.net/scsp/esquemes/solicitudRespuesta";
    static final String CAOC = "http://www.aocat.net/scsp/esquemes/caoc-extensions";
    static final String MTI = "http://www.aocat.net/pci2/mti";
    static final String XOP = "http://www.w3.org/2004/08/xop/include";
    static final String WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    static final String WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    static final String EXC_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
    static final String BASE64_BINARY =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";
    static final String X509V3 =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3";
    static final String SOAP_ACTION = "\"http://www.openuri.org/procesa\"";

    static final String RSA_SHA1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";
    static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    static final String SHA1 = "http://www.w3.org/2000/09/xmldsig#sha1";
    static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    private PciNames() {}
}
