package cat.eset.store;

import cat.eset.core.work.WorkStore;
import cat.eset.testkit.contract.WorkStoreContract;
import java.time.Clock;

/** The store on PostgreSQL does what every store promises. */
class PostgresStoreContractTest implements WorkStoreContract {

    @Override
    public WorkStore newStore(Clock clock) {
        return TestDatabase.POSTGRESQL.store(clock);
    }
}
