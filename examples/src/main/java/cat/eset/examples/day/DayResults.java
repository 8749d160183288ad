package cat.eset.examples.day;

import cat.eset.core.DocumentContent;
import cat.eset.testkit.pki.TestIdentity;
import cat.eset.testkit.pki.TestPki;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder with the results of the day. The names are fixed: other programs read them. */
public final class DayResults {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;

    private DayResults(Path folder) {
        this.folder = folder;
    }

    /**
     * An empty folder there; what an earlier day left is deleted.
     *
     * @throws IllegalArgumentException if the folder holds something else than an earlier day
     */
    public static DayResults in(Path folder) {
        try {
            if (Files.exists(folder)) {
                if (!Files.isDirectory(folder.resolve("wire")) && !isEmpty(folder)) {
                    throw new IllegalArgumentException(folder + " holds other files: choose another folder");
                }
                delete(folder);
            }
            for (String name : List.of("inbound", "notification", "expedient", "wire", "trust", "verification")) {
                Files.createDirectories(folder.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DayResults(folder);
    }

    /** A folder or file in it. */
    public Path path(String name) {
        return folder.resolve(name);
    }

    /** Writes a text. */
    public void text(String name, String content) {
        try {
            Files.writeString(path(name), content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a document. */
    public void document(String name, DocumentContent content) {
        try (InputStream in = content.open()) {
            Files.copy(in, path(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes values as JSON. */
    public void json(String name, Map<String, ?> values) {
        try {
            JSON.writeValue(path(name).toFile(), values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the certificates against which everything here can be checked, as PEM. */
    public void trust(TestPki pki) {
        try {
            String root = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(pki.root().getEncoded());
            text("trust/ca.pem", "-----BEGIN CERTIFICATE-----\n" + root + "\n-----END CERTIFICATE-----\n");
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("the certificate was just made", e);
        }
        for (TestIdentity identity : List.of(
                pki.tlsServer(),
                pki.pciResponseSigner(),
                pki.townHallSeal(),
                pki.mayor(),
                pki.secretary(),
                pki.timeStampAuthority(),
                pki.enotumSeal())) {
            text("trust/" + identity.name() + ".pem", identity.certificatePem());
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException error) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
