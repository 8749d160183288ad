package cat.eset.core.publication;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import java.util.List;
import java.util.Objects;

/**
 * What goes to the notice board. The identity of the publication is not here: it is the {@link cat.eset.core.OperationId} of the
 * call.
 *
 * @param edict what the board says of it
 * @param expedient printed number of the expedient, 1 to 256 characters
 * @param main the document
 * @param annexes further documents
 * @param official who publishes
 */
public record EdictOrder(Edict edict, String expedient, Attached main, List<Attached> annexes, Actor official) {

    /**
     * A document with its name.
     *
     * @param fileName with extension, 1 to 256 characters
     * @param title what it is
     * @param content its bytes
     */
    public record Attached(String fileName, String title, DocumentContent content) {
        /** Checks the values. */
        public Attached {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(content, "content");
            if (fileName.isBlank() || fileName.length() > 256) {
                throw InvalidValueException.of("EdictOrder", "a file name has 1 to 256 characters");
            }
        }

        /** Not its names, which may hold a person's. */
        @Override
        public String toString() {
            return "Attached[" + content + "]";
        }
    }

    /** Checks the values. */
    public EdictOrder {
        Objects.requireNonNull(edict, "edict");
        Objects.requireNonNull(main, "main");
        annexes = List.copyOf(annexes);
        Objects.requireNonNull(official, "official");
        if (expedient.isBlank() || expedient.length() > 256) {
            throw InvalidValueException.of("EdictOrder", "the number of its expedient has 1 to 256 characters");
        }
    }

    /** Does not print who publishes. */
    @Override
    public String toString() {
        return "EdictOrder[" + expedient + ", " + annexes.size() + " annexes]";
    }
}
