package cat.eset.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cat.eset.core.DocumentContent;
import cat.eset.core.EsetException;
import cat.eset.core.Sha256;
import cat.eset.core.registry.Attachment;
import cat.eset.core.registry.AttachmentSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an {@link AttachmentSource} promises: the bytes that the reference means, whole, or none. */
public interface AttachmentSourceContract {

    /** The source. */
    AttachmentSource newSource();

    /**
     * An attachment that the source can bring, of which only the reference is known.
     *
     * @param content its bytes
     */
    Attachment held(byte[] content);

    /** What comes can be read as often as needed, and says of itself what it is. */
    @Test
    default void bytesComeWholeAndCanBeReadAgain() throws IOException {
        byte[] bytes = {'%', 'P', 'D', 'F', 0, 1, -1};
        Attachment attachment = held(bytes);
        DocumentContent content = newSource().open(attachment).orElseThrow();
        assertArrayEquals(bytes, content.readAllBytes());
        assertArrayEquals(bytes, content.readAllBytes());
        assertEquals(bytes.length, content.length());
        assertEquals(Sha256.of(bytes), content.sha256());
        assertEquals(attachment.mediaType(), content.mediaType());
    }

    /** What is not what the entry declares is refused. */
    @Test
    default void otherBytesThanThoseDeclaredAreRefused() {
        byte[] bytes = {'%', 'P', 'D', 'F', 2};
        Attachment attachment = held(bytes);
        AttachmentSource source = newSource();
        assertEquals(
                Optional.of(Sha256.of(bytes)),
                source.open(attachment.declared(bytes.length, Sha256.of(bytes))).map(DocumentContent::sha256));
        Attachment changed = attachment.declared(bytes.length, Sha256.of(new byte[] {9}));
        assertThrows(EsetException.class, () -> source.open(changed));
    }

    /** Without a reference, or with one of another system, there is nothing to bring: that is no error. */
    @Test
    default void whatIsHeldElsewhereIsNotBrought() throws IOException {
        AttachmentSource source = newSource();
        Attachment known = held(new byte[] {3});
        assertEquals(
                Optional.empty(),
                source.open(Attachment.of("a.pdf", DocumentContent.of(new byte[] {1}, known.mediaType()))));
        assertEquals(
                Optional.empty(), source.open(Attachment.held("a.pdf", known.mediaType(), "../../elsewhere/a.pdf")));
    }

    /** Many may ask for the same one at once. */
    @Test
    default void manyMayAskAtOnce() {
        byte[] bytes = new byte[50_000];
        bytes[49_999] = 1;
        Attachment attachment = held(bytes);
        AttachmentSource source = newSource();
        IntStream.range(0, 8).parallel().forEach(i -> {
            try {
                assertArrayEquals(bytes, source.open(attachment).orElseThrow().readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
