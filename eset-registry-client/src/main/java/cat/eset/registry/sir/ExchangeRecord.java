package cat.eset.registry.sir;

import cat.eset.core.registry.EntryDraft;
import cat.eset.registry.Mapped;
import cat.eset.registry.MappingLoss;
import cat.eset.registry.sicres.DirectoryCode;
import cat.eset.registry.sicres.EntryMark;
import cat.eset.registry.sicres.ExchangeMessage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a consultation tells about an exchange (contract sir 3.5).
 *
 * @param sendingId identity that the sender gave it; ours is the operation
 * @param id identity in SIR
 * @param originOffice office of origin
 * @param destinationOffice office of destination
 * @param originEntry entry at the origin
 * @param destinationEntry entry at the destination, once it has one
 * @param exitNumber number of the exit that EACAT made when it was sent
 * @param state where it is
 * @param message what the registries told each other; empty if it cannot be read
 * @param messageLosses fields of the message that are only in its text
 * @param text the message as it came; it holds personal data
 * @param movements what happened, as told
 * @param files its files
 */
public record ExchangeRecord(
        String sendingId,
        ExchangeId id,
        Optional<DirectoryCode> originOffice,
        Optional<DirectoryCode> destinationOffice,
        Optional<EntryMark> originEntry,
        Optional<EntryMark> destinationEntry,
        Optional<String> exitNumber,
        ExchangeState state,
        Optional<ExchangeMessage> message,
        List<MappingLoss> messageLosses,
        String text,
        List<Movement> movements,
        List<AnnexFile> files) {

    /**
     * Something that happened to an exchange.
     *
     * @param at when
     * @param kind what
     * @param message words of whoever did it, for example why it was rejected
     * @param office office where it happened
     * @param officeName its name
     * @param user who did it
     */
    public record Movement(
            Optional<Instant> at,
            MovementKind kind,
            Optional<String> message,
            Optional<DirectoryCode> office,
            Optional<String> officeName,
            Optional<String> user) {

        /** Checks the values. */
        public Movement {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(office, "office");
            Objects.requireNonNull(officeName, "officeName");
            Objects.requireNonNull(user, "user");
        }

        /** What and when; words and users may be personal. */
        @Override
        public String toString() {
            return "Movement[" + kind + at.map(t -> " at " + t).orElse("") + "]";
        }
    }

    /**
     * A file that can be downloaded with {@link SirClient#download}.
     *
     * @param name name of the file; not safe as the name of a file here
     * @param id its identity in SIR
     * @param guid its key for the download; the address made of it must never reach a browser
     */
    public record AnnexFile(String name, String id, String guid) {

        /** Checks the values. */
        public AnnexFile {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(guid, "guid");
        }

        /** Identity only. */
        @Override
        public String toString() {
            return "AnnexFile[" + id + "]";
        }
    }

    /** Checks the values and copies the lists. */
    public ExchangeRecord {
        Objects.requireNonNull(sendingId, "sendingId");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(originOffice, "originOffice");
        Objects.requireNonNull(destinationOffice, "destinationOffice");
        Objects.requireNonNull(originEntry, "originEntry");
        Objects.requireNonNull(destinationEntry, "destinationEntry");
        Objects.requireNonNull(exitNumber, "exitNumber");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(message, "message");
        messageLosses = List.copyOf(messageLosses);
        Objects.requireNonNull(text, "text");
        movements = List.copyOf(movements);
        files = List.copyOf(files);
    }

    /** Why it was rejected or failed, in the words of the other side: that of the last movement that says so. */
    public Optional<String> reason() {
        return movements.stream()
                .filter(m -> m.kind().equals(MovementKind.REJECTION) || m.kind().equals(MovementKind.FAILURE))
                .reduce((first, second) -> second)
                .flatMap(Movement::message);
    }

    /**
     * What was received, as an entry of the work model that is not registered yet. Its documents are named by their download key.
     *
     * @return the draft and what it does not say; empty if the message cannot be read
     */
    public Optional<Mapped<EntryDraft>> toDraft() {
        return message.map(m -> new EntryMapping(this, m).draft());
    }

    /** Identity and state. */
    @Override
    public String toString() {
        return "ExchangeRecord[" + id + ", " + state + "]";
    }
}
