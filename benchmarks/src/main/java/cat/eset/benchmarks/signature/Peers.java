package cat.eset.benchmarks.signature;

import cat.eset.core.Credentials;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** The same work by those we are compared with. Each call makes its own service objects, as ours does. */
final class Peers {

    private final Credentials key;
    private final CertificateToken root;
    private final byte[] crl;

    Peers(Credentials key, X509Certificate root, X509CRL crl) throws GeneralSecurityException {
        this.key = key;
        this.root = new CertificateToken(root);
        this.crl = crl.getEncoded();
    }

    /** A bare RSA-2048 signature over 256 bytes: nothing that signs can be faster. */
    byte[] bareRsa() throws GeneralSecurityException {
        return sign(new byte[256]);
    }

    /** PAdES-B by DSS as its documentation shows it. */
    long plainDss(byte[] pdf) throws GeneralSecurityException, IOException {
        PAdESService service = new PAdESService(verifier());
        service.setPdfObjFactory(new PdfBoxNativeObjectFactory());
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(key.certificate()));
        parameters.setCertificateChain(
                key.chain().stream().map(CertificateToken::new).toList());
        DSSDocument document = new InMemoryDocument(pdf);
        byte[] value = sign(service.getDataToSign(document, parameters).getBytes());
        return length(service.signDocument(
                document, parameters, new SignatureValue(parameters.getSignatureAlgorithm(), value)));
    }

    /** Detached CAdES-B by DSS over a file. */
    long plainDssCades(Path file) throws GeneralSecurityException, IOException {
        CAdESService service = new CAdESService(verifier());
        CAdESSignatureParameters parameters = new CAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.CAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.DETACHED);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(key.certificate()));
        parameters.setCertificateChain(
                key.chain().stream().map(CertificateToken::new).toList());
        DSSDocument document = new FileDocument(file.toFile());
        byte[] value = sign(service.getDataToSign(document, parameters).getBytes());
        return length(service.signDocument(
                document, parameters, new SignatureValue(parameters.getSignatureAlgorithm(), value)));
    }

    /** A signature by PDFBox and Bouncy Castle alone: the floor. */
    long plainPdfBox(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf);
                ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 40_000)) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
            document.addSignature(signature, this::cms);
            document.saveIncremental(out);
            return out.size();
        }
    }

    /** Validation by DSS with its own policy. */
    boolean plainValidation(byte[] signed) {
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(signed));
        CommonCertificateVerifier verifier = verifier();
        verifier.setCrlSource(new ExternalResourcesCRLSource(new ByteArrayInputStream(crl)));
        validator.setCertificateVerifier(verifier);
        return validator.validateDocument().getSimpleReport().getValidSignaturesCount() == 1;
    }

    private byte[] cms(InputStream content) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build())
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(key.privateKey()), key.certificate()));
            generator.addCertificates(new JcaCertStore(key.chain()));
            return generator
                    .generate(new CMSProcessableByteArray(content.readAllBytes()), false)
                    .getEncoded();
        } catch (CMSException | OperatorCreationException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private byte[] sign(byte[] bytes) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key.privateKey());
        signature.update(bytes);
        return signature.sign();
    }

    private CommonCertificateVerifier verifier() {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(root);
        CommonCertificateVerifier out = new CommonCertificateVerifier();
        out.setTrustedCertSources(trusted);
        out.setAIASource(null);
        return out;
    }

    private static long length(DSSDocument document) throws IOException {
        try (InputStream in = document.openStream()) {
            return in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }
}
