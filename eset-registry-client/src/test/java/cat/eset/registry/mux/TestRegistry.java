package cat.eset.registry.mux;

import cat.eset.core.Actor;
import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.memory.MemoryStore;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryBook;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.registry.RegistryEvent;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.core.registry.RegistryNumberFormat;
import cat.eset.core.work.InboundLedger;
import cat.eset.core.work.Outbox;
import cat.eset.core.work.TrackingState;
import cat.eset.core.work.UnitOfWork;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The in-memory store of the core, whose numbering a test can slow down, break, or print in its own way. */
public final class TestRegistry implements RegistryBook {

    private final MemoryStore store;
    private final TownHall townHall;
    private final int year;
    private volatile Runnable duringRegistration = () -> {};
    private volatile RegistryNumberFormat format = RegistryNumberFormat.DEFAULT;

    public TestRegistry(Clock clock, TownHall townHall, int year) {
        this.townHall = townHall;
        this.year = year;
        this.store = MemoryStore.builder(clock)
                .registryNumbers((direction, y, sequence) -> format.format(direction, y, sequence))
                .build();
    }

    public void format(RegistryNumberFormat value) {
        this.format = value;
    }

    /** Runs inside the transaction, after the entry was stored. */
    public void duringRegistration(Runnable value) {
        this.duringRegistration = value;
    }

    public UnitOfWork unitOfWork() {
        return store.unitOfWork();
    }

    public InboundLedger ledger() {
        return store.inboundLedger();
    }

    public Outbox outbox() {
        return store.outbox();
    }

    public TrackingState tracking() {
        return store.trackingState();
    }

    public List<RegistryEntry> entries() {
        return year(townHall, Direction.ENTRY, year);
    }

    public List<RegistryEntry> exits() {
        return year(townHall, Direction.EXIT, year);
    }

    @Override
    public RegistryEntry register(EntryDraft draft, Actor by) {
        RegistryEntry entry = store.registryBook().register(draft, by);
        duringRegistration.run();
        return entry;
    }

    @Override
    public void save(Change<RegistryEntry, RegistryEvent> change) {
        store.registryBook().save(change);
    }

    @Override
    public Optional<RegistryEntry> find(TownHall owner, RegistryNumber number) {
        return store.registryBook().find(owner, number);
    }

    @Override
    public List<RegistryEntry> year(TownHall owner, Direction direction, int wanted) {
        return store.registryBook().year(owner, direction, wanted);
    }
}
