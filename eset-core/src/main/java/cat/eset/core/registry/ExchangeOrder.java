package cat.eset.core.registry;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import cat.eset.core.id.Dir3;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An exit and where it goes. The identity of the sending is not here: it is the {@link cat.eset.core.OperationId} of the call.
 *
 * @param exit the numbered exit
 * @param office registry office of the destination
 * @param unit unit of the destination, if it is known
 * @param documents the bytes that go with it, each with the name of its file
 * @param by the official behind it, who is told to the other side
 */
public record ExchangeOrder(RegistryEntry exit, Dir3 office, Optional<Dir3> unit, List<Document> documents, Actor by) {

    /**
     * A document with the name of its file.
     *
     * @param fileName with extension, 1 to 80 characters (SICRES)
     * @param content its bytes
     */
    public record Document(String fileName, DocumentContent content) {
        /** Checks the values. */
        public Document {
            Objects.requireNonNull(content, "content");
            if (fileName.isBlank() || fileName.length() > 80) {
                throw InvalidValueException.of("ExchangeOrder", "a file name has 1 to 80 characters");
            }
        }

        /** Not the file name, which may hold a person's name. */
        @Override
        public String toString() {
            return "Document[" + content + "]";
        }
    }

    /** Checks the values. */
    public ExchangeOrder {
        Objects.requireNonNull(office, "office");
        Objects.requireNonNull(unit, "unit");
        documents = List.copyOf(documents);
        Objects.requireNonNull(by, "by");
        if (exit.number().direction() != Direction.EXIT) {
            throw InvalidValueException.of("ExchangeOrder", "what goes to another administration is an exit");
        }
    }

    /** An order to an office, without unit or documents. */
    public static ExchangeOrder of(RegistryEntry exit, Dir3 office, Actor by) {
        return new ExchangeOrder(exit, office, Optional.empty(), List.of(), by);
    }

    /** With this unit of the destination. */
    public ExchangeOrder unit(Dir3 value) {
        return new ExchangeOrder(exit, office, Optional.of(value), documents, by);
    }

    /** With these documents. */
    public ExchangeOrder documents(List<Document> value) {
        return new ExchangeOrder(exit, office, unit, value, by);
    }

    /** Number and office. */
    @Override
    public String toString() {
        return "ExchangeOrder[" + exit.number() + " to " + office + "]";
    }
}
