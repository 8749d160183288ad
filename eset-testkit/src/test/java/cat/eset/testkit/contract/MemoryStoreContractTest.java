package cat.eset.testkit.contract;

import cat.eset.core.memory.MemoryStore;
import cat.eset.core.work.WorkStore;
import java.time.Clock;

/** The in-memory adapters keep every promise. */
class MemoryStoreContractTest implements WorkStoreContract {

    @Override
    public WorkStore newStore(Clock clock) {
        return MemoryStore.create(clock);
    }
}
