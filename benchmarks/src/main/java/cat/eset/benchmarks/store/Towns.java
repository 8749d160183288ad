package cat.eset.benchmarks.store;

import cat.eset.core.Actor;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Clerks of invented town halls. */
final class Towns {

    private Towns() {}

    /** One clerk of each. */
    static List<Actor> clerks(int towns) {
        return IntStream.range(0, towns).mapToObj(Towns::clerk).toList();
    }

    private static Actor clerk(int town) {
        TownHall townHall = TownHall.of(
                "Ajuntament " + town,
                Ine10.of(String.format(Locale.ROOT, "0899%06d", town)),
                Dir3.of(String.format(Locale.ROOT, "L010%05d", town)));
        return new Actor(new Person(Nif.of("00000000T"), "Registre"), Office.AUTOMATED, townHall);
    }
}
