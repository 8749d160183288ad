package cat.eset.signature.dss.internal;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.signature.resources.AbstractResourcesHandler;
import eu.europa.esig.dss.spi.signature.resources.DSSResourcesHandler;
import eu.europa.esig.dss.spi.signature.resources.DSSResourcesHandlerBuilder;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
        try {
            Path file = Files.createTempFile(directory, "eset-sign-", ".tmp");
            files.add(file);
            return file;
        } catch (IOException e) {
            throw new DiskException(e);
        }
    }

    /** Fills a file; what goes wrong with reading is not the disk's fault. Returns how many bytes it has. */
    static long fill(Path file, InputStream in) throws IOException {
        try (OutputStream out = open(file)) {
            return in.transferTo(out);
        }
    }

    /** Writes behind what a file has. */
    static void append(Path file, byte[] bytes) throws IOException {
        try (OutputStream out = open(file, StandardOpenOption.APPEND)) {
            out.write(bytes);
        }
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
            return new BufferedOutputStream(open(file), BUFFER);
        }

        @Override
        public DSSDocument writeToDSSDocument() throws IOException {
            close();
            return new FileDocument(file.toFile());
        }
    }

    private static OutputStream open(Path file, OpenOption... options) throws IOException {
        try {
            return new OnDisk(Files.newOutputStream(file, options));
        } catch (IOException e) {
            throw new DiskException(e);
        }
    }

    /** A temporary file cannot be written: no room, no right, no directory. Nothing that another document would mend. */
    static final class DiskException extends IOException {

        private static final long serialVersionUID = 1L;

        private DiskException(IOException cause) {
            super("a temporary file cannot be written", cause);
        }
    }

    private static final class OnDisk extends FilterOutputStream {

        private OnDisk(OutputStream file) {
            super(file);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                throw new DiskException(e);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                out.close();
            } catch (IOException e) {
                throw new DiskException(e);
            }
        }
    }
}
