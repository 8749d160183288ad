package cat.eset.core.signature;

import cat.eset.core.Actor;
import cat.eset.core.InvalidValueException;
import cat.eset.core.TownHall;
import java.util.Objects;
import java.util.function.Function;

/** Who is to sign: an official with a certificate of his own, or the town hall by its seal. */
public sealed interface Signer {

    /**
     * An official.
     *
     * @param who person, office and entity
     */
    record Official(Actor who) implements Signer {
        /** Checks the value. */
        public Official {
            Objects.requireNonNull(who, "who");
        }

        @Override
        public <T> T fold(Function<Official, T> official, Function<Seal, T> seal) {
            return official.apply(this);
        }
    }

    /**
     * The electronic seal, for automated administrative action (Llei 40/2015 art. 42).
     *
     * @param townHall whose seal
     * @param name which seal, when there are several; for example {@code "organ"}
     */
    record Seal(TownHall townHall, String name) implements Signer {
        /** Checks the values. */
        public Seal {
            Objects.requireNonNull(townHall, "townHall");
            if (name.isBlank()) {
                throw InvalidValueException.of("Signer", "the name of a seal may not be blank");
            }
        }

        @Override
        public <T> T fold(Function<Official, T> official, Function<Seal, T> seal) {
            return seal.apply(this);
        }
    }

    /** An official. */
    static Signer official(Actor who) {
        return new Official(who);
    }

    /** The organ seal of a town hall. */
    static Signer seal(TownHall townHall) {
        return new Seal(townHall, "organ");
    }

    /** The entity for which it signs. */
    default TownHall townHall() {
        return fold(official -> official.who().townHall(), Seal::townHall);
    }

    /** One function per case. */
    <T> T fold(Function<Official, T> official, Function<Seal, T> seal);
}
