package cat.eset.testkit.enotum;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The inside of the simulated e-NOTUM: what it holds, what citizens and operators do. Everything happens at the time
 * that the virtual clock shows. Thread-safe.
 */
public interface ENotumDesk {

    /** Every notification and communication, in the order of their ids. */
    List<StoredNotification> notifications();

    /** One of them by its id. */
    Optional<StoredNotification> find(long id);

    /** Those whose reference is exactly this one. */
    default List<StoredNotification> withReference(String reference) {
        return notifications().stream()
                .filter(n -> n.reference().equals(reference))
                .toList();
    }

    /** The first recipient accepts. Fails with the published error number in its message if the state forbids it. */
    void accept(long id);

    /** The first recipient rejects. */
    void reject(long id);

    /** Another person, who must be a recipient or a linked person, accepts. */
    void accept(long id, String nif);

    /** An employee cancels it in EACAT, outside the messaging. */
    void cancel(long id, String reason);

    /** From now on the engine fails in its next phase for this notification, which becomes {@code ERROR}. */
    void breakEngine(long id);

    /** From now on the engine retries its next phase in vain, and this notification stays as it is until it is relaunched. */
    void stall(long id);

    /** An administrator relaunches a notification that is in {@code ERROR} or stalled. */
    void relaunch(long id);

    /** Public bodies by their tax number: recipients that error 720 refuses. Numbers that begin with P, Q or S are always. */
    void declarePublicBody(String nif);

    /** A code for a calling system; requests with any other code are refused (error 3021). */
    void createBackOffice(String code);

    /** A tag that all issuers may use from now on; any other is refused (error 1100). */
    void agreeOnTag(String tag);

    /**
     * Lets notifications refer to something that is not in the simulated DESA'L. What is there, uploaded through {@link
     * cat.eset.testkit.desal.DesalDesk its own front} and accepted by its antivirus, can be referred to anyway; any other reference is refused
     * (error 912).
     *
     * @param reference what {@code UUIDFitxer} or {@code UUIDDocument} will say
     */
    void putInDocumentStore(String reference, byte[] content);

    /**
     * Turns on a rule that is announced or that depends on the issuer: 617 and 620 (country of a passport or VAT number is
     * compulsory), 629 ({@code IdNotificacioEmissor} is compulsory), 729 (the issuer registers in S@RCAT), 918 (the digest
     * of documents is compulsory).
     */
    void enforce(int rule);

    /**
     * The next request of an operation is answered with this error and does nothing, whatever it asks.
     *
     * @param operation {@code Consulta}, {@code Resum}...
     */
    void refuseNext(String operation, int code);

    /** The next request of an operation takes effect and is then answered with this error, as 103 may mean. */
    void failAfterNext(String operation, int code);

    /**
     * A citizen logs in at VALId.
     *
     * @param nif who
     * @param level {@code BAIX}, {@code SUBSTANCIAL} or {@code ALT}
     * @return the access token that the citizen roles of the messaging carry
     */
    String logIn(String nif, String level);

    /** Sends state reports to this address of the vendor (contract enotum 7). Failed deliveries are retried. */
    void reportTo(URI vendor);

    /** Stops sending state reports. */
    void stopReports();

    /** Sends the daily report of the virtual date at once. */
    void sendDailyReport();

    /** What was delivered to the vendor, oldest first. */
    List<ReportDelivery> reports();

    /** Notices by e-mail and SMS that citizens would have got, oldest first. */
    List<CitizenNotice> notices();

    /** Makes new records invisible to {@code Cerca} until so much virtual time has passed; 0 by default. */
    void searchableAfterSeconds(long seconds);

    /** From now on {@code Cerca} orders nothing, whatever is asked: the newest rows come first. */
    void ignoreOrderOfSearches();

    /**
     * From now on the addresses of PDF receipts lie below this one, which the simulator may not even serve: to see what
     * a client does with an address that it should not follow.
     */
    void offerDownloadsFrom(URI base);
}
