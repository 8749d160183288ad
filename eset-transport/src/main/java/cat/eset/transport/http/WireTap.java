package cat.eset.transport.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Gets every message exactly as it goes over the wire, personal data included: for diagnosis and evidence, never switched
 * on by itself. Called on the thread of the exchange; must be thread-safe. An error of the tap never spoils the exchange.
 */
@FunctionalInterface
public interface WireTap {

    /**
     * Opens the place where the body of a message goes; it is closed when the message ends, whether whole or broken off.
     *
     * @param head what the message is
     */
    OutputStream open(WireMessage head) throws IOException;

    /**
     * Writes each message to a file of its own, such as {@code 007-enotum-consulta-request.xml}; MIME messages end in
     * {@code .mime} and begin with their MIME headers; those without body end in {@code .http} and hold their head. Request and answer bear the same number.
     *
     * @param directory is created if needed
     */
    static WireTap toDirectory(Path directory) {
        return new DirectoryWireTap(directory);
    }
}
