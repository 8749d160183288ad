package cat.eset.store;

import cat.eset.core.Actor;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientEvent;
import cat.eset.core.expedient.Opening;
import cat.eset.core.expedient.Series;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.work.WorkStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Two town halls and their clerks; all fictitious. */
final class Town {

    static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");
    static final Clock CLOCK = Clock.fixed(MORNING, ZoneOffset.UTC);
    static final TownHall BRUC = TownHall.of("Ajuntament del Bruc", Ine10.of("0802530003"), Dir3.of("L01080253"));
    static final TownHall SAFAJA =
            TownHall.of("Ajuntament de Sant Quirze Safaja", Ine10.of("0823970005"), Dir3.of("L01082397"));
    static final Actor CLERK = clerk(BRUC);
    static final Actor OTHER_CLERK = clerk(SAFAJA);

    private Town() {}

    private static Actor clerk(TownHall townHall) {
        return new Actor(new Person(Nif.of("00000000T"), "Registradora Fictícia"), Office.REGISTRAR, townHall);
    }

    static RegistryEntry register(WorkStore store, Actor by, String extract) {
        return store.registryBook().register(EntryDraft.entry(extract).build(), by);
    }

    static Expedient open(WorkStore store, Actor by, String title) {
        return store.unitOfWork().call(() -> {
            Change<Expedient, ExpedientEvent> opened = Expedient.open(
                    store.expedients().nextNumber(by.townHall(), 2026),
                    Opening.exOfficio(title, Series.of("1373", "Llicències"), Assignee.group("Urbanisme"))
                            .build(),
                    by,
                    MORNING);
            store.expedients().save(opened);
            return opened.state();
        });
    }
}
