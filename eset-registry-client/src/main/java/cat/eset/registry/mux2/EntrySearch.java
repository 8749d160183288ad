package cat.eset.registry.mux2;

import cat.eset.core.InvalidValueException;
import cat.eset.core.registry.Direction;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What to look for in a window of time (contract mux 5.2, {@code ConsultaAssentaments}). Keep windows short: no limit is published, and there
 * are no pages.
 *
 * @param from start
 * @param to end, after the start
 * @param direction entries or exits; both when empty
 * @param registry which registries; both when empty
 * @param proceduresOnly {@code NomesTramits}, whose meaning is not documented
 * @param subject filter by subject, whose rule is not documented
 */
public record EntrySearch(
        Instant from,
        Instant to,
        Optional<Direction> direction,
        Optional<Registry> registry,
        Optional<Boolean> proceduresOnly,
        Optional<String> subject) {

    /** Whose registry numbered an entry. */
    public enum Registry {
        /** The body's own. */
        PRINCIPAL,
        /** The auxiliary one. */
        AUXILIARY
    }

    /** Checks the values. */
    public EntrySearch {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(registry, "registry");
        Objects.requireNonNull(proceduresOnly, "proceduresOnly");
        Objects.requireNonNull(subject, "subject");
        if (!from.isBefore(to)) {
            throw InvalidValueException.of("EntrySearch", "a window begins before it ends");
        }
    }

    /** Everything in a window. */
    public static EntrySearch between(Instant from, Instant to) {
        return new EntrySearch(from, to, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Of this direction only. */
    public EntrySearch only(Direction value) {
        return new EntrySearch(from, to, Optional.of(value), registry, proceduresOnly, subject);
    }

    /** Of this registry only. */
    public EntrySearch only(Registry value) {
        return new EntrySearch(from, to, direction, Optional.of(value), proceduresOnly, subject);
    }

    /** With the flag {@code NomesTramits}. */
    public EntrySearch proceduresOnly(boolean value) {
        return new EntrySearch(from, to, direction, registry, Optional.of(value), subject);
    }

    /** With this subject, compared as MUX compares it. */
    public EntrySearch subject(String value) {
        return new EntrySearch(from, to, direction, registry, proceduresOnly, Optional.of(value));
    }
}
