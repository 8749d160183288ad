package cat.eset.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.signature.SignatureGateway;
import cat.eset.core.signature.SignatureResult;
import cat.eset.core.signature.Signer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * What a {@link SignatureGateway} that signs at once promises. One where a person signs days later is asked by {@link
 * SignatureGateway#result} until it has signed, before these tests.
 */
public interface SignatureGatewayContract {

    /** The gateway. */
    SignatureGateway newGateway();

    /** Somebody whose signature the gateway can get. */
    default Signer signer() {
        return Signer.seal(Sample.TOWN);
    }

    /** A PDF that can be signed. */
    default DocumentContent pdf() {
        return Sample.pdf("document");
    }

    /** A signature adds itself; what was signed before stays signed. */
    @Test
    default void aSecondSignatureKeepsTheFirst() throws IOException {
        SignatureGateway gateway = newGateway();
        assertFalse(gateway.verify(pdf()).allValid());
        DocumentContent once = signed(gateway.signPdf(OperationId.next(), pdf(), signer()));
        assertEquals(1, gateway.verify(once).signatures().size());
        DocumentContent twice = signed(gateway.signPdf(OperationId.next(), once, signer()));
        assertEquals(2, gateway.verify(twice).signatures().size());
        assertEquals(MediaType.PDF, twice.mediaType());
        assertTrue(twice.length() > once.length());
    }

    /** The same operation signs once. */
    @Test
    default void anOperationSignsOnce() throws IOException {
        SignatureGateway gateway = newGateway();
        OperationId operation = OperationId.next();
        DocumentContent first = signed(gateway.signPdf(operation, pdf(), signer()));
        DocumentContent again = signed(gateway.signPdf(operation, pdf(), signer()));
        assertEquals(first.sha256(), again.sha256());
    }

    /** Of an XML, the signature alone, over the element that was named. */
    @Test
    default void theSignatureOfAnXmlPointsToItsElement() throws IOException {
        DocumentContent xml = DocumentContent.of(
                "<a><b xmlns=\"urn:b\" Id=\"B1\">text</b></a>".getBytes(StandardCharsets.UTF_8), MediaType.XML);
        DocumentContent signature = signed(newGateway().signXml(OperationId.next(), xml, "B1", signer()));
        String text = new String(signature.readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(text.contains("Signature"), "a signature");
        assertTrue(text.contains("URI=\"#B1\""), "over the element");
        assertFalse(text.contains("<a>"), "alone");
    }

    /** Of an operation that was never asked for nothing is known. */
    @Test
    default void whatWasNeverAskedForIsUnknown() {
        OperationId operation = OperationId.next();
        assertEquals(new SignatureResult.Unknown(operation), newGateway().result(operation));
    }

    private static DocumentContent signed(SignatureResult result) {
        return assertInstanceOf(SignatureResult.Signed.class, result).content();
    }
}
