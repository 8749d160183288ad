package cat.eset.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What one transaction has in hand: its statements, and the chains that it holds. */
final class Transaction {

    private final Sql sql;
    private final Transactions transactions;
    private final Optional<Joined> joined;
    private final Map<String, Chain> chains = new LinkedHashMap<>();
    private boolean doomed;

    Transaction(Sql sql, Transactions transactions, Optional<Joined> joined) {
        this.sql = sql;
        this.transactions = transactions;
        this.joined = joined;
    }

    Sql sql() {
        return sql;
    }

    /** The transaction of the vendor that it is; none if it is one of the store. */
    Optional<Joined> joined() {
        return joined;
    }

    /** The right to write for a town hall, until the transaction ends. */
    Chain chain(String tenant) {
        return chains.computeIfAbsent(tenant, key -> Chain.take(sql, key, transactions));
    }

    /** Work inside it failed: it can only be rolled back. */
    void doom() {
        doomed = true;
    }

    boolean isDoomed() {
        return doomed;
    }
}
