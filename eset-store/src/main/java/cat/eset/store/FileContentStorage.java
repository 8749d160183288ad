package cat.eset.store;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import cat.eset.core.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bytes in files named by their digest, {@code area/ab/cd/abcd...}, below one folder. A file is written in {@code incoming}, forced to the
 * disk and moved to its place, so that a name never leads to half a file; and it is held to its digest when it is read, or stored again: what
 * was damaged meanwhile is then written anew. What a process that died left in {@code incoming} is deleted when a day old. Several processes
 * may share the folder. Thread-safe.
 */
public final class FileContentStorage implements ContentStorage {

    private static final Logger LOG = LoggerFactory.getLogger(FileContentStorage.class);
    private static final int BUFFER = 64 * 1024;

    private static final Duration LEFT_BEHIND = Duration.ofDays(1);
    private static final Pattern AREA = Pattern.compile("\\d{10}|\\*");

    /** Opens files and folders, as {@link FileChannel#open(Path, OpenOption...)}: what makes bytes and names durable goes through it. */
    interface Disk {
        FileChannel open(Path path, OpenOption... options) throws IOException;
    }

    private final Path root;
    private final Path incoming;
    private final Disk disk;

    private FileContentStorage(Path root, Disk disk) {
        this.root = root;
        this.incoming = root.resolve("incoming");
        this.disk = disk;
    }

    /**
     * Bytes below this folder.
     *
     * @throws IOException if it cannot be created or written to
     */
    public static FileContentStorage in(Path folder) throws IOException {
        return in(folder, FileChannel::open);
    }

    /** On a disk that tells what is asked of it. */
    static FileContentStorage in(Path folder, Disk disk) throws IOException {
        FileContentStorage storage =
                new FileContentStorage(folder.toAbsolutePath().normalize(), disk);
        storage.create();
        storage.deleteLeftBehind();
        return storage;
    }

    /** The names of folders that were not there are made durable here, once: what is below them is when bytes are kept. */
    private void create() throws IOException {
        Path there = lowestThere(root);
        Files.createDirectories(incoming);
        if (!there.equals(root)) {
            force(Objects.requireNonNull(root.getParent()), there);
        }
    }

    private static Path lowestThere(Path folder) {
        for (Path one = folder; one != null; one = one.getParent()) {
            if (Files.exists(one)) {
                return one;
            }
        }
        return folder;
    }

    /** The clock of the files is that of their disk, which another machine may have. */
    private void deleteLeftBehind() throws IOException {
        Path newest = newFile();
        Instant old = Files.getLastModifiedTime(newest).toInstant().minus(LEFT_BEHIND);
        Files.delete(newest);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(incoming, "*.tmp")) {
            for (Path file : files) {
                if (isBefore(old, file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isBefore(Instant old, Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(old);
        } catch (NoSuchFileException e) {
            // Another process was done with it.
            return false;
        }
    }

    private Path newFile() throws IOException {
        return Files.createTempFile(incoming, "", ".tmp");
    }

    @Override
    public void put(String area, DocumentContent content) throws IOException {
        Path place = place(area, content.sha256());
        Path folder = Objects.requireNonNull(place.getParent());
        if (Files.exists(place) && isWhole(place, content.sha256())) {
            // Whoever moved it there may have died before its name was durable.
            force(folder, root);
            return;
        }
        Files.createDirectories(folder);
        Path written = newFile();
        try {
            write(content, written);
            Files.move(written, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(folder, root);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** Reading it costs less than writing it: whoever stores it again heals what a disk has damaged. */
    private static boolean isWhole(Path file, Sha256 digest) {
        try (InputStream in = new VerifiedStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException e) {
            LOG.warn("The bytes stored as {} are damaged, and are written again", digest);
            return false;
        }
    }

    private void write(DocumentContent content, Path file) throws IOException {
        try (InputStream in = new VerifiedStream(content.open(), content.sha256());
                FileChannel out = disk.open(file, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                ByteBuffer part = ByteBuffer.wrap(buffer, 0, n);
                while (part.hasRemaining()) {
                    out.write(part);
                }
            }
            out.force(true);
        }
    }

    /** A name is durable only when its folder is, and that one's name too, up to the highest. Windows keeps names by itself. */
    private void force(Path folder, Path highest) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        for (Path one = folder; one != null && one.startsWith(highest); one = one.getParent()) {
            try (FileChannel channel = disk.open(one, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public Optional<DocumentContent.Source> find(String area, Sha256 digest) {
        Path place = place(area, digest);
        return Files.exists(place)
                ? Optional.of(() -> new VerifiedStream(Files.newInputStream(place), digest))
                : Optional.empty();
    }

    private Path place(String area, Sha256 digest) {
        String hex = digest.hex();
        if (!AREA.matcher(area).matches()) {
            throw InvalidValueException.of("area", "the INE10 of a town hall, or *");
        }
        String folder = area.equals("*") ? "any" : area;
        return root.resolve(folder)
                .resolve(hex.substring(0, 2))
                .resolve(hex.substring(2, 4))
                .resolve(hex);
    }
}
