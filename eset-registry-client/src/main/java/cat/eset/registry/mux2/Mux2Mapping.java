package cat.eset.registry.mux2;

import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.party.Party;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.registry.Mapped;
import cat.eset.registry.internal.mux2.OutgoingEntry;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes entries of the core in the terms of MUX V2, which knows less (contract mux 5.2, 8.10): one party only, bodies by INE10, a place for
 * every person. What does not go over is told; what MUX V2 cannot do without and the entry does not say is an {@link
 * cat.eset.core.InvalidValueException}. The other way is {@link FoundEntry#content()}. Immutable and thread-safe.
 */
public final class Mux2Mapping {

    private static final Pattern POSTAL_CODE = Pattern.compile("(?<!\\d)\\d{5}(?!\\d)");

    private final TownHall townHall;
    private final Function<Dir3, Optional<Ine10>> ine10Of;
    private final Function<Party, Optional<Place>> placeOf;

    private Mux2Mapping(
            TownHall townHall, Function<Dir3, Optional<Ine10>> ine10Of, Function<Party, Optional<Place>> placeOf) {
        this.townHall = townHall;
        this.ine10Of = ine10Of;
        this.placeOf = placeOf;
    }

    /**
     * The entries of this town hall. Other bodies are not known, and the place of a person is the postal code in their postal address.
     *
     * @param townHall whose registry it is
     */
    public static Mux2Mapping of(TownHall townHall) {
        return new Mux2Mapping(
                Objects.requireNonNull(townHall, "townHall"), body -> Optional.empty(), Mux2Mapping::postalCode);
    }

    /**
     * With a directory of bodies, for exits to them: MUX V2 wants their ten digits, and the core has their DIR3 code.
     *
     * @param directory gives the ten digits of a body
     */
    public Mux2Mapping bodies(Function<Dir3, Optional<Ine10>> directory) {
        return new Mux2Mapping(townHall, Objects.requireNonNull(directory, "directory"), placeOf);
    }

    /**
     * With another rule for the place of a person, for example one that takes an address apart.
     *
     * @param rule gives the place of a party, or nothing if it is not known
     */
    public Mux2Mapping places(Function<Party, Optional<Place>> rule) {
        return new Mux2Mapping(townHall, ine10Of, Objects.requireNonNull(rule, "rule"));
    }

    /**
     * An entry or exit that has a number of ours already; its number is no part of the result.
     *
     * @throws cat.eset.core.InvalidValueException if it lacks something that MUX V2 cannot do without
     */
    public Mapped<Mux2Entry> entry(RegistryEntry entry) {
        return entry(entry.content(), entry.presentedAt());
    }

    /**
     * An entry or exit that is still to be numbered.
     *
     * @param presentedAt instant of presentation, if the draft says none
     * @throws cat.eset.core.InvalidValueException if it lacks something that MUX V2 cannot do without
     */
    public Mapped<Mux2Entry> entry(EntryDraft draft, Instant presentedAt) {
        return new OutgoingEntry(townHall, ine10Of, placeOf)
                .write(draft, draft.presentedAt().orElse(presentedAt));
    }

    private static Optional<Place> postalCode(Party party) {
        return party.contact()
                .postalAddress()
                .map(POSTAL_CODE::matcher)
                .filter(Matcher::find)
                .map(found -> new Place.PostalCode(found.group()));
    }
}
