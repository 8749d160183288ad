package cat.eset.testkit.desal;

import cat.eset.core.Secret;
import java.time.Duration;
import java.util.List;

/**
 * The inside of the simulated DESA'L. Addresses of bytes live one hour of the virtual clock, and the antivirus works by it. Thread-safe.
 *
 * <p>It simulates every operation of the contract. What is made in its own time takes 5 s; exports for interoperability are XML that says no more than
 * the identity of what was asked for, since their form belongs to another contract.
 */
public interface DesalDesk {

    /** Lets a service call, with these keys. */
    void allow(String service, String accessKey, Secret secretKey);

    /** From now on no control rule allows this service anything but registering files: code 10. */
    void deny(String service);

    /** How long the antivirus takes; 3 s at the start. */
    void scanFor(Duration virtualTime);

    /** Files of this name have a virus: they are deleted when the antivirus has finished. */
    void infect(String fileName);

    /** A document that another application has stored. Gives its {@code uuidDocument}. */
    String put(String service, String fileName, String title, byte[] content);

    /** A document whose bytes are elsewhere ({@code contingut} 3). Gives its {@code uuidDocument}. */
    String putExternal(String service, String title, String externalId);

    /** Every document, oldest first. */
    List<StoredDocument> documents();

    /** From now on downloads give other bytes than those that are described, or the right ones again. */
    void spoilDownloads(boolean spoil);

    /** From now on the addresses of bytes name this host. */
    void offerBytesFrom(String host);

    /**
     * The next call of an operation answers this code and does nothing.
     *
     * @param operation method and first segments of the path: {@code POST /fitxer}, {@code POST /document}, {@code GET /document}
     */
    void answerNext(String operation, String code);

    /** The next call of an operation does its work, and its answer is lost. */
    void loseNextAnswer(String operation);
}
