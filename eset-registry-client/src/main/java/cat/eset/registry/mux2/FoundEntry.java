package cat.eset.registry.mux2;

import cat.eset.core.DocumentContent;
import cat.eset.core.registry.EntryDraft;
import cat.eset.registry.Mapped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An entry that MUX has, as far as its answer could be read: the form of this answer is not published (contract mux 5.3), so everything may be
 * missing. {@link AnswerNames} says what is looked for.
 *
 * @param number its number
 * @param subject its subject
 * @param presentedAt when it was presented
 * @param registeredAt when it was registered
 * @param identities numbers of the persons and bodies in it; personal data
 * @param content its content as an entry of the core, if the answer says whether it is an entry or an exit
 * @param raw what MUX said of it, as XML; personal data
 */
public record FoundEntry(
        Optional<String> number,
        Optional<String> subject,
        Optional<Instant> presentedAt,
        Optional<Instant> registeredAt,
        List<String> identities,
        Optional<Mapped<EntryDraft>> content,
        DocumentContent raw) {

    /** Checks the values and copies the list. */
    public FoundEntry {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(presentedAt, "presentedAt");
        Objects.requireNonNull(registeredAt, "registeredAt");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(raw, "raw");
        identities = List.copyOf(identities);
    }

    /** Number only. */
    @Override
    public String toString() {
        return "FoundEntry[" + number.orElse("without number") + "]";
    }
}
