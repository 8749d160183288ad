package cat.eset.core.work;

import cat.eset.core.Actor;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.internal.Rules;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.registry.RegistryEvent;
import java.time.Instant;

/** What leaves by the registry (contract eset-model 2.2). Thread-safe. */
public final class ExitCircuit {

    private final Desk desk;

    ExitCircuit(Desk desk) {
        this.desk = desk;
    }

    /** Registers an exit and ties it to its expedient: everything that leaves also lives in one. */
    public RegistryEntry register(ExpedientNumber expedient, EntryDraft exit, Actor by) {
        Rules.ENTRY_STATE.require(exit.direction() == Direction.EXIT, "registering an exit");
        return desk.inTransaction(() -> {
            RegistryEntry numbered = desk.store.registryBook().register(exit, by);
            Instant at = numbered.registeredAt();
            desk.store
                    .expedients()
                    .save(desk.expedient(by.townHall(), expedient).link(numbered.number(), by, at));
            Change<RegistryEntry, RegistryEvent> linked = numbered.link(expedient.text(), by, at);
            desk.store.registryBook().save(linked);
            return linked.state();
        });
    }
}
