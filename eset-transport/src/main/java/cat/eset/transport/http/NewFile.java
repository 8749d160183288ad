package cat.eset.transport.http;

import cat.eset.core.DocumentContent;
import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;

/** A file that a download makes: there whole, or not at all. */
public final class NewFile {

    private NewFile() {}

    /** Brings the bytes of a file and judges them. */
    @FunctionalInterface
    public interface Download {

        /**
         * Writes the bytes, closes the stream, and says what is in the file now.
         *
         * @param out of the file
         * @throws IOException if the file cannot be written
         * @throws RuntimeException if the bytes cannot be had, or are not the right ones
         */
        DocumentContent into(OutputStream out) throws IOException;
    }

    /**
     * Makes the file. Whatever is thrown, nothing of it stays; a file that was there before is not touched.
     *
     * @param target a file that does not exist yet
     * @param service name of the service, for messages
     * @param error how the caller tells that the file cannot be written
     * @param download brings the bytes
     */
    public static DocumentContent write(
            Path target, String service, Function<Failure, ? extends EsetException> error, Download download) {
        try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            return download.into(out);
        } catch (FileAlreadyExistsException e) {
            throw error.apply(unwritable(target, service, e));
        } catch (IOException e) {
            delete(target, e);
            throw error.apply(unwritable(target, service, e));
        } catch (RuntimeException e) {
            delete(target, e);
            throw e;
        }
    }

    private static void delete(Path target, Exception cause) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private static Failure unwritable(Path target, String service, Exception cause) {
        return Failure.of(Failure.Fault.CALLER, "The file " + target.getFileName() + " cannot be written")
                .service(service)
                .remedy("Give a file that does not exist, in a folder that can be written.")
                .cause(cause)
                .build();
    }
}
