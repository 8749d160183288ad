package cat.eset.store;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.TownHall;
import cat.eset.core.id.Ine10;
import java.util.Optional;

/**
 * For whom a store works: one town hall, or any of a platform.
 *
 * @param only the one town hall, if it is one
 */
record Scope(Optional<Ine10> only) {

    /** Tenant of what belongs to no town hall of a platform. */
    private static final String PLATFORM = "*";

    static final Scope ANY = new Scope(Optional.empty());

    static Scope of(TownHall townHall) {
        return new Scope(Optional.of(townHall.ine10()));
    }

    /** The tenant of rows that name no town hall: messages, what arrived, what is remembered, bytes. */
    String tenant() {
        return only.map(Ine10::value).orElse(PLATFORM);
    }

    /** The tenant of a town hall, if the store may work for it. */
    String tenant(TownHall townHall) {
        return admitted(townHall.ine10().value());
    }

    /** The same tenant, if the store may work for it. */
    String admitted(String tenant) {
        if (only.isPresent() && !only.get().value().equals(tenant)) {
            throw new EsetException(Failure.of(
                            Failure.Fault.CALLER,
                            "This store is of town hall " + only.get() + " and was asked about " + tenant)
                    .remedy("Take the store of that town hall")
                    .build());
        }
        return tenant;
    }
}
