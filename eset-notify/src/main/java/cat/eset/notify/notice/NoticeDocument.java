package cat.eset.notify.notice;

import cat.eset.core.DocumentContent;
import cat.eset.core.Sha256;
import cat.eset.notify.error.NoticeRefusedException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A document to be notified: the content itself, or a reference to it in DESA'L (contract enotum 9). Immutable.
 *
 * <p>e-NOTUM refuses file names with accented letters (error 1039): the name goes out in ASCII and the pretty one is kept
 * here.
 */
public final class NoticeDocument {

    private static final int MAX_NAME = 100;
    private static final Pattern DESAL_FILE = Pattern.compile(
            "([A-Za-z]{3}[0-9]-)?[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Map<String, String> EXTENSIONS = Map.of(
            "application/pdf", ".pdf",
            "application/xml", ".xml",
            "text/xml", ".xml",
            "text/plain", ".txt",
            "image/png", ".png",
            "image/jpeg", ".jpg",
            "application/zip", ".zip");

    private final String name;
    private final String wireName;
    private final Where where;

    private NoticeDocument(String name, String wireName, Where where) {
        this.name = name;
        this.wireName = wireName;
        this.where = where;
    }

    /**
     * A document with its content.
     *
     * @param name file name as people should see it; an extension is added from the media type when it has none
     * @param content the bytes; a PDF is the safe choice
     */
    public static NoticeDocument of(String name, DocumentContent content) {
        String full = name.contains(".")
                ? name
                : name + EXTENSIONS.getOrDefault(content.mediaType().toString(), "");
        return new NoticeDocument(full, ascii(full), new Content(content));
    }

    /**
     * A file that was uploaded to DESA'L and accepted by its antivirus.
     *
     * @param name file name with extension
     * @param reference its identifier, with or without tenant prefix ({@code UUIDFitxer})
     */
    public static NoticeDocument desalFile(String name, String reference) {
        if (!DESAL_FILE.matcher(reference).matches()) {
            throw NoticeRefusedException.of(912, "a DESA'L file reference is a UUID, with or without tenant prefix");
        }
        return new NoticeDocument(name, ascii(name), new DesalFile(reference, Optional.empty()));
    }

    /**
     * A document that exists in DESA'L.
     *
     * @param name file name with extension
     * @param document its identifier ({@code UUIDDocument})
     */
    public static NoticeDocument desalDocument(String name, UUID document) {
        return new NoticeDocument(name, ascii(name), new DesalDocument(document, Optional.empty()));
    }

    /** The same reference with the digest of what it refers to, so that the service can tell a mix-up (error 923). */
    public NoticeDocument withSha256(Sha256 digest) {
        return where.fold(
                content -> this,
                file -> new NoticeDocument(name, wireName, new DesalFile(file.reference(), Optional.of(digest))),
                document -> new NoticeDocument(name, wireName, new DesalDocument(document.id(), Optional.of(digest))));
    }

    /** The name as people should see it. */
    public String name() {
        return name;
    }

    /** The name as it goes out: ASCII, at most 100 characters, with extension. */
    public String wireName() {
        return wireName;
    }

    /** Where the bytes are. */
    public Where where() {
        return where;
    }

    /** The digest that goes along, where it is known. */
    public Optional<Sha256> sha256() {
        return where.fold(content -> Optional.of(content.bytes().sha256()), DesalFile::sha256, DesalDocument::sha256);
    }

    private static String ascii(String name) {
        String plain = Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace("·", "")
                .replaceAll("[^A-Za-z0-9 ._()-]", "_");
        int dot = plain.lastIndexOf('.');
        if (dot < 1 || dot == plain.length() - 1) {
            throw NoticeRefusedException.of(911, "the file name needs an extension");
        }
        if (plain.length() > MAX_NAME) {
            throw NoticeRefusedException.of(925, "the file name has more than 100 characters");
        }
        return plain.substring(0, dot) + plain.substring(dot).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "NoticeDocument[" + where + "]";
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof NoticeDocument d && name.equals(d.name) && where.equals(d.where);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, where);
    }

    /** Where the bytes of a document are. */
    public sealed interface Where {
        /** One function per case. */
        <T> T fold(
                Function<? super Content, ? extends T> content,
                Function<? super DesalFile, ? extends T> file,
                Function<? super DesalDocument, ? extends T> document);
    }

    /**
     * Here.
     *
     * @param bytes the content
     */
    public record Content(DocumentContent bytes) implements Where {
        @Override
        public <T> T fold(
                Function<? super Content, ? extends T> content,
                Function<? super DesalFile, ? extends T> file,
                Function<? super DesalDocument, ? extends T> document) {
            return content.apply(this);
        }
    }

    /**
     * In DESA'L, as an uploaded file.
     *
     * @param reference its identifier
     * @param sha256 its digest, if known
     */
    public record DesalFile(String reference, Optional<Sha256> sha256) implements Where {
        @Override
        public <T> T fold(
                Function<? super Content, ? extends T> content,
                Function<? super DesalFile, ? extends T> file,
                Function<? super DesalDocument, ? extends T> document) {
            return file.apply(this);
        }
    }

    /**
     * In DESA'L, as a document.
     *
     * @param id its identifier
     * @param sha256 its digest, if known
     */
    public record DesalDocument(UUID id, Optional<Sha256> sha256) implements Where {
        @Override
        public <T> T fold(
                Function<? super Content, ? extends T> content,
                Function<? super DesalFile, ? extends T> file,
                Function<? super DesalDocument, ? extends T> document) {
            return document.apply(this);
        }
    }
}
