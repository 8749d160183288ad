package cat.eset.signature.dss.internal;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.signature.resources.AbstractResourcesHandler;
import eu.europa.esig.dss.spi.signature.resources.DSSResourcesHandler;
import eu.europa.esig.dss.spi.signature.resources.DSSResourcesHandlerBuilder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The temporary files of one operation. {@link #close()} deletes all but those that were kept. DSS's own temporary files
 * register themselves for deletion at the end of the JVM, which leaks memory in a server. Not thread-safe.
 */
final class WorkFiles implements DSSResourcesHandlerBuilder, AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final Path directory;
    private final List<Path> files = new ArrayList<>();

    WorkFiles(Path directory) {
        this.directory = directory;
    }

    /** A new empty file of this operation. */
    Path create() throws IOException {
        Path file = Files.createTempFile(directory, "eset-sign-", ".tmp");
        files.add(file);
        return file;
    }

    /** Makes a file outlive this operation. */
    Path keep(Path file) {
        files.remove(file);
        return file;
    }

    @Override
    public DSSResourcesHandler createResourcesHandler() {
        try {
            return new Handler(create());
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary file cannot be created", e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        files.clear();
    }

    private static final class Handler extends AbstractResourcesHandler {
        private final Path file;

        private Handler(Path file) {
            this.file = file;
        }

        @Override
        protected OutputStream buildOutputStream() throws IOException {
            return new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        }

        @Override
        public DSSDocument writeToDSSDocument() throws IOException {
            close();
            return new FileDocument(file.toFile());
        }
    }
}
