package cat.eset.signature.dss.internal;

import eu.europa.esig.dss.cms.CMS;
import eu.europa.esig.dss.cms.object.CMSObjectGenerator;
import eu.europa.esig.dss.cms.operator.CustomContentSigner;
import eu.europa.esig.dss.cms.operator.CustomContentSignerBuilder;
import eu.europa.esig.dss.model.DSSMessageDigest;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.CMSForPAdESBuilderHelper;
import eu.europa.esig.dss.pades.signature.ExternalCMSService;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.util.Store;

/**
 * DSS's builder of the CMS inside a PDF, without its repeated checks of the certificate, which {@link SigningRun} makes
 * once, and without the whole CMS that it builds and throws away to learn which bytes are to be signed. For one signature.
 */
final class PdfCms extends ExternalCMSService {

    private final Store<X509CertificateHolder> enclosed;
    private Optional<AttributeTable> signedAttributes = Optional.empty();

    PdfCms(CertificateVerifier verifier, Store<X509CertificateHolder> enclosed, Stamping stamping) {
        super(verifier);
        this.enclosed = enclosed;
        setTspSource(stamping);
    }

    byte[] toBeSigned(DSSMessageDigest digest, PAdESSignatureParameters parameters) {
        CustomContentSigner signer = new CustomContentSignerBuilder().build(parameters.getSignatureAlgorithm());
        try {
            initCMSBuilderHelper(digest, parameters, signer)
                    .createSignerInfoGenerator()
                    .generate(CMSObjectIdentifiers.data);
        } catch (CMSException e) {
            throw new IllegalStateException("signed attributes can be written", e);
        }
        return signer.getOutputStream().toByteArray();
    }

    byte[] cms(DSSMessageDigest digest, PAdESSignatureParameters parameters, SignatureValue value) {
        return buildCMS(digest, parameters, value).getDEREncoded();
    }

    @Override
    protected CMSForPAdESBuilderHelper initCMSBuilderHelper(
            DSSMessageDigest digest, PAdESSignatureParameters parameters, ContentSigner signer) {
        return new Builder(digest, parameters, signer);
    }

    /** Writes what DSS writes, with certificates chosen before, by the generator that DSS looks for in every jar each time. */
    private final class Builder extends CMSForPAdESBuilderHelper {

        private Builder(DSSMessageDigest digest, PAdESSignatureParameters parameters, ContentSigner signer) {
            super(digest, parameters, signer);
        }

        /** Those that were signed are those that are written; making them reads the signer's certificate. */
        @Override
        protected AttributeTable initSignedAttributesTable() {
            AttributeTable out = signedAttributes.orElseGet(super::initSignedAttributesTable);
            signedAttributes = Optional.of(out);
            return out;
        }

        @Override
        public CMS createCMS() {
            SignerInfoGenerator signer = createSignerInfoGenerator();
            CMSObjectGenerator generator = new CMSObjectGenerator();
            generator.setSignerInfoGenerator(signer);
            generator.setCertificates(enclosed);
            generator.setDigestAlgorithmIDs(Set.of(signer.getDigestAlgorithm()));
            generator.setToBeSignedDocument(documentToSign);
            generator.setEncapsulate(false);
            return generator.generate();
        }
    }
}
