package cat.eset.testkit.contract;

import cat.eset.core.work.WorkStore;
import java.time.Clock;

/** How a contract test gets the adapter it tests. */
public interface StoreContract {

    /**
     * A new store without content. A contract that is about one port touches the others only where it says so.
     *
     * @param clock the clock that numbers and instants are taken from
     */
    WorkStore newStore(Clock clock);
}
