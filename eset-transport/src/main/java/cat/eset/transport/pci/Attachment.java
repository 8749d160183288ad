package cat.eset.transport.pci;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import java.util.Objects;

/**
 * A file that travels with a request ({@code Fichero}, contract pci 9.1).
 *
 * @param id 1 to 50 characters; the payload points at the file by it, so it is unique in the request
 * @param fileName name of the file
 * @param content its bytes
 */
public record Attachment(String id, String fileName, DocumentContent content) {

    /** Checks the values. */
    public Attachment {
        Objects.requireNonNull(content, "content");
        if (!id.matches("[A-Za-z0-9._-]{1,50}")) {
            throw InvalidValueException.of(
                    "Attachment", "an id of 1 to 50 letters, digits, points, underscores and hyphens");
        }
        if (fileName.isBlank()) {
            throw InvalidValueException.of("Attachment", "a file name");
        }
    }

    /** Not the file name, which may hold a person's name. */
    @Override
    public String toString() {
        return "Attachment[" + id + ", " + content + "]";
    }
}
