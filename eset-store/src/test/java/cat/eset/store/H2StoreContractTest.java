package cat.eset.store;

import cat.eset.core.work.WorkStore;
import cat.eset.testkit.contract.WorkStoreContract;
import java.time.Clock;

/** The store on H2 does what every store promises. */
class H2StoreContractTest implements WorkStoreContract {

    @Override
    public WorkStore newStore(Clock clock) {
        return TestDatabase.H2.store(clock);
    }
}
