package cat.eset.store;

import java.util.LinkedHashMap;
import java.util.Map;

/** What one transaction has in hand: its statements, and the chains that it holds. */
final class Transaction {

    private final Sql sql;
    private final Transactions transactions;
    private final Map<String, Chain> chains = new LinkedHashMap<>();
    private boolean doomed;

    Transaction(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    Sql sql() {
        return sql;
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
