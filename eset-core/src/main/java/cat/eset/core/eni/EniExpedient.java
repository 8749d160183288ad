package cat.eset.core.eni;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An ENI expedient: index, metadata and, if wanted, a rendering of the index. Immutable.
 *
 * <p>To sign the index with a certificate (TF02): give {@link EniXml#toBeSigned(EniExpedient)} and
 * {@link EniIndex#contentId()} to the signer, and the {@code ds:Signature} element that comes back to
 * {@link #indexSigned(byte[])}.
 *
 * @param index index with its signatures
 * @param metadata compulsory metadata, which the signature of the index does not cover
 * @param rendering a readable form of the index, which nothing signs: it must always be made again from the index
 */
public record EniExpedient(EniIndex index, EniExpedientMetadata metadata, Optional<EniContent> rendering) {

    /** Checks the values. */
    public EniExpedient {
        Objects.requireNonNull(index, "index");
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(rendering, "rendering");
    }

    /** An expedient without signature or rendering. */
    public static EniExpedient of(EniExpedientMetadata metadata, EniIndexContent index) {
        return new EniExpedient(EniIndex.of(index), metadata, Optional.empty());
    }

    /** With one more signature of the index. */
    public EniExpedient indexSigned(EniSignature signature) {
        return new EniExpedient(index.signed(signature), metadata, rendering);
    }

    /**
     * With a XAdES signature, internally detached, over the index content (TF02).
     *
     * @param dsSignature the {@code ds:Signature} element alone, in UTF-8
     */
    public EniExpedient indexSigned(byte[] dsSignature) {
        return indexSigned(new EniSignature(
                EniSignatureType.XADES_DETACHED,
                new EniSignature.Element(VerbatimXml.of(new String(dsSignature, StandardCharsets.UTF_8))),
                Optional.empty(),
                List.of(index.contentId().orElse(EniIndex.CONTENT_ID))));
    }

    /** With the secure verification code of the index (TF01). */
    public EniExpedient indexSignedByCsv(String value, String regulation) {
        return indexSigned(
                EniSignature.csv(value, regulation).over(index.contentId().orElse(EniIndex.CONTENT_ID)));
    }

    /** With a readable form of the index. */
    public EniExpedient rendered(EniContent value) {
        return new EniExpedient(index, metadata, Optional.of(value));
    }
}
