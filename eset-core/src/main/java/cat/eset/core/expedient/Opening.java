package cat.eset.core.expedient;

import cat.eset.core.InvalidValueException;
import cat.eset.core.party.Party;
import cat.eset.core.registry.RegistryNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything said when an expedient is opened, except its number.
 *
 * @param title what it is about, 1 to 256 characters
 * @param series class of the classification scheme
 * @param reason ex officio or at request
 * @param responsible who is in charge
 * @param parties interested parties
 * @param entries entries of the registry that start it
 * @param sia code of the procedure in the State's inventory, if it has one
 */
public record Opening(
        String title,
        Series series,
        OpeningReason reason,
        Assignee responsible,
        List<Party> parties,
        List<RegistryNumber> entries,
        Optional<String> sia) {

    /** Checks the values. */
    public Opening {
        Objects.requireNonNull(series, "series");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(responsible, "responsible");
        parties = List.copyOf(parties);
        entries = List.copyOf(entries);
        Objects.requireNonNull(sia, "sia");
        if (title.isBlank() || title.length() > 256) {
            throw InvalidValueException.of("Opening", "its title has 1 to 256 characters");
        }
    }

    /** An expedient opened ex officio. */
    public static Builder exOfficio(String title, Series series, Assignee responsible) {
        return new Builder(title, series, OpeningReason.EX_OFFICIO, responsible);
    }

    /** An expedient opened at the request of an interested party. */
    public static Builder atRequest(String title, Series series, Assignee responsible) {
        return new Builder(title, series, OpeningReason.AT_REQUEST, responsible);
    }

    /** Builds an {@link Opening}; not thread-safe. */
    public static final class Builder {
        private final String title;
        private final Series series;
        private final OpeningReason reason;
        private final Assignee responsible;
        private final List<Party> parties = new ArrayList<>();
        private final List<RegistryNumber> entries = new ArrayList<>();
        private @Nullable String sia;

        private Builder(String title, Series series, OpeningReason reason, Assignee responsible) {
            this.title = title;
            this.series = series;
            this.reason = reason;
            this.responsible = responsible;
        }

        /** One more interested party. */
        public Builder party(Party value) {
            parties.add(Objects.requireNonNull(value, "party"));
            return this;
        }

        /** One more entry that starts it. */
        public Builder entry(RegistryNumber value) {
            entries.add(Objects.requireNonNull(value, "entry"));
            return this;
        }

        /** Code of the procedure in the State's inventory. */
        public Builder sia(String value) {
            this.sia = value;
            return this;
        }

        /** The finished opening. */
        public Opening build() {
            return new Opening(title, series, reason, responsible, parties, entries, Optional.ofNullable(sia));
        }
    }

    /** Not its title, which may hold a person's name. */
    @Override
    public String toString() {
        return "Opening[" + series.code() + ", " + reason + ", " + parties.size() + " parties]";
    }
}
