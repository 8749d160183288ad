package cat.eset.registry.internal.mux;

import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.registry.mux.MuxError;
import cat.eset.registry.mux.MuxRefusedException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether a unit is of our town hall: by its ten-digit code, by its own DIR3 code, by that of a unit above it, or because the vendor says
 * so. Each field is optional on the wire, and MUX has already chosen this registry: a unit that says nothing is ours.
 */
public final class UnitRule {

    /** The trees of the directory are a few levels high. */
    private static final int MAX_LEVELS = 20;

    private final TownHall townHall;
    private final Predicate<Dir3> alsoOurs;

    /** For this town hall and the units for which the predicate says yes. */
    public UnitRule(TownHall townHall, Predicate<Dir3> alsoOurs) {
        this.townHall = townHall;
        this.alsoOurs = alsoOurs;
    }

    /** The code of a unit that is ours, if it has one; refuses one that is not. */
    Optional<Dir3> check(Fields unit) {
        Optional<Dir3> code = PartyReader.code(unit, "dir3");
        unit.text("nom");
        if (saysSomething(unit, code) && !isOurs(unit)) {
            throw new MuxRefusedException(
                    MuxError.UNKNOWN_UNIT, "La unitat orgànica no és d'aquest ens (" + townHall.ine10() + ")");
        }
        if (code.isPresent()) {
            unit.ignoreRest();
        }
        return code;
    }

    boolean isOurs(Fields unit) {
        if (unit.text("ine10").filter(townHall.ine10().value()::equals).isPresent()) {
            return true;
        }
        if (PartyReader.code(unit, "dir3").filter(this::isOurs).isPresent()) {
            return true;
        }
        return isBelowOurs(unit);
    }

    private boolean isBelowOurs(Fields unit) {
        if (unit.text("dir3Pare").filter(this::isTownHall).isPresent()) {
            return true;
        }
        Fields parent = unit.object("unitatPare");
        for (int level = 0; level < MAX_LEVELS && parent.isObject(); level++) {
            if (parent.text("dir3").filter(this::isTownHall).isPresent()) {
                return true;
            }
            parent = parent.object("unitatPare");
        }
        return false;
    }

    private boolean isOurs(Dir3 code) {
        return code.equals(townHall.dir3()) || alsoOurs.test(code);
    }

    private boolean isTownHall(String code) {
        return code.toUpperCase(Locale.ROOT).equals(townHall.dir3().value());
    }

    private static boolean saysSomething(Fields unit, Optional<Dir3> code) {
        return code.isPresent() || unit.text("ine10").isPresent();
    }
}
