package cat.eset.store;

import cat.eset.core.Failure;
import cat.eset.core.event.AggregateKey;
import cat.eset.store.StoreException.Problem;
import java.sql.SQLException;
import java.util.Set;

/** What the databases say when something fails, told by what to do about it. */
final class SqlFailures {

    private static final String UNIQUE_VIOLATION = "23505";

    /**
     * PostgreSQL: class 57 (shutdown), it gave the session up (25P03, 25P04), connections used up. H2: closed, in use, broken, its file cannot be
     * read or written.
     */
    private static final Set<String> GONE = Set.of(
            "57P01", "57P02", "57P03", "57P05", "25P03", "25P04", "53300", "90013", "90020", "90028", "90031", "90067",
            "90098", "90121", "90135");

    /** PostgreSQL: a statement had failed before, so that the server answered the commit with a roll back. */
    private static final String ROLLED_BACK = "25P02";

    /** PostgreSQL and H2: a standby, or a connection that somebody left read-only. */
    private static final Set<String> READ_ONLY = Set.of("25006", "90097");

    /** Classes of what is the matter with the server and not with the statement: resources, operators, files, itself. */
    private static final Set<String> OF_SERVER = Set.of("53", "57", "58", "XX");

    private static final Set<String> FULL = Set.of("53100");

    /** Deadlock, serialization, lock not available, statement stopped; H2: lock timeout, concurrent update. */
    private static final Set<String> BUSY = Set.of("40001", "40P01", "55P03", "57014", "HYT00", "90131");

    private SqlFailures() {}

    static boolean isDuplicate(SQLException e) {
        return UNIQUE_VIOLATION.equals(e.getSQLState());
    }

    static StoreException of(SQLException e) {
        return of(problemOf(e), e);
    }

    /** Whatever the reason, there is no connection. */
    static StoreException ofConnecting(SQLException e) {
        return of(Problem.UNAVAILABLE, e);
    }

    /** A commit that did not answer may have been done; one that was refused for what it contains was not. */
    static StoreException ofCommit(SQLException e) {
        Problem problem = problemOf(e);
        boolean certain = problem == Problem.BUSY || problem == Problem.CONFLICT || ROLLED_BACK.equals(e.getSQLState());
        return of(certain ? problem : Problem.COMMIT_UNKNOWN, e);
    }

    /** The transaction that was joined was committed or rolled back by whoever opened it, while the store worked in it. */
    static StoreException ended() {
        return unknown(joinedFailure("The transaction that was joined ended inside the work"));
    }

    /** What was written in a transaction that was joined cannot be taken back: it ended inside the work, or the line broke. */
    static StoreException notUndone(SQLException e) {
        return unknown(joinedFailure("What was written in the transaction that was joined cannot be undone")
                .remote(stateOf(e), null)
                .cause(new SqlCause(e)));
    }

    private static Failure.Builder joinedFailure(String what) {
        return Failure.of(Failure.Fault.CALLER, what)
                .service("database")
                .effect(Failure.Effect.UNKNOWN)
                .retry(Failure.Retry.LATER)
                .remedy("Commit or roll back after the work and not inside; read what is stored before repeating");
    }

    static boolean isUnknown(Throwable told) {
        return told instanceof StoreException ours && ours.problem() == Problem.COMMIT_UNKNOWN;
    }

    private static StoreException unknown(Failure.Builder failure) {
        return new StoreException(Problem.COMMIT_UNKNOWN, failure.build());
    }

    static StoreException conflict(String what) {
        return new StoreException(
                Problem.CONFLICT,
                Failure.of(Failure.Fault.CALLER, what)
                        .service("database")
                        .remedy("Nothing was stored: read it again")
                        .build());
    }

    /** What this transaction wrote before is not there any more, though the transaction is. */
    static StoreException rolledBackInside(AggregateKey key) {
        return new StoreException(
                Problem.CONFLICT,
                Failure.of(
                                Failure.Fault.CALLER,
                                key + " cannot be stored: what the same transaction stored before it was rolled back")
                        .service("database")
                        .remedy(
                                "Nothing of the work was stored: roll back to a savepoint after the work and not inside")
                        .build());
    }

    static StoreException damaged(String what) {
        return new StoreException(
                Problem.DAMAGED,
                Failure.of(Failure.Fault.CONFIGURATION, what)
                        .service("database")
                        .remedy("Somebody changed the tables by other means than the store, and nothing was stored now:"
                                + " verifyChain() names the place")
                        .build());
    }

    private static Problem problemOf(SQLException e) {
        String state = stateOf(e);
        if (isDiskFull(e)) {
            return Problem.FULL;
        } else if (state.startsWith("08") || GONE.contains(state) || READ_ONLY.contains(state)) {
            return Problem.UNAVAILABLE;
        } else if (FULL.contains(state)) {
            return Problem.FULL;
        } else if (BUSY.contains(state)) {
            return Problem.BUSY;
        } else if (state.startsWith("23")) {
            return Problem.CONFLICT;
        }
        return Problem.OTHER;
    }

    private static String stateOf(SQLException e) {
        return e.getSQLState() == null ? "none" : e.getSQLState();
    }

    private static boolean isOfServer(String state) {
        return OF_SERVER.stream().anyMatch(state::startsWith);
    }

    /** The JDK says it in words only. */
    private static boolean isDiskFull(SQLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("No space left on device")) {
                return true;
            }
        }
        return false;
    }

    private static StoreException of(Problem problem, SQLException e) {
        String state = stateOf(e);
        Failure.Builder failure = switch (problem) {
            case UNAVAILABLE ->
                READ_ONLY.contains(state)
                        ? Failure.of(Failure.Fault.CONFIGURATION, "The database can only be read")
                                .retry(Failure.Retry.LATER)
                                .remedy(
                                        "Nothing was stored: give the store the server that is written to, and connections"
                                                + " that nobody left read-only, then repeat")
                        : Failure.of(Failure.Fault.NETWORK, "The database cannot be reached")
                                .retry(Failure.Retry.LATER)
                                .remedy(
                                        "Nothing was stored: see that the database runs and that the pool has connections"
                                                + " to give, then repeat");
            case COMMIT_UNKNOWN ->
                Failure.of(Failure.Fault.NETWORK, "The database failed while it was committing")
                        .effect(Failure.Effect.UNKNOWN)
                        .retry(Failure.Retry.LATER)
                        .remedy((isDiskFull(e) ? "The disk is full, make room: then read" : "Read")
                                + " what is stored before repeating");
            case FULL ->
                Failure.of(Failure.Fault.CONFIGURATION, "The database cannot write: its disk is full")
                        .retry(Failure.Retry.LATER)
                        .remedy("Nothing was stored: make room, then repeat");
            case BUSY ->
                Failure.of(Failure.Fault.CALLER, "Another transaction holds what this one needs")
                        .retry(Failure.Retry.LATER)
                        .remedy("Nothing was stored: repeat; if it lasts, look for a transaction that never ends");
            case CONFLICT ->
                Failure.of(Failure.Fault.CALLER, "What was to be stored contradicts what is stored")
                        .remedy("Read it again; the constraint is named in the cause");
            case DAMAGED, OTHER ->
                Failure.of(Failure.Fault.CONFIGURATION, "The database refused a statement")
                        .retry(isOfServer(state) ? Failure.Retry.LATER : Failure.Retry.NEVER)
                        .remedy("See the cause");
        };
        return new StoreException(
                problem,
                failure.service("database")
                        .remote(state, null)
                        .cause(new SqlCause(e))
                        .build());
    }
}
