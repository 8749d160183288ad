package cat.eset.testkit.signador;

import cat.eset.core.Secret;
import cat.eset.testkit.pki.TestIdentity;
import java.util.List;

/**
 * The Signador (contract signador), and the person whom an application sends to its page. A person who does nothing has
 * abandoned: five minutes of the virtual clock later the job has failed. Thread-safe.
 */
public interface SignadorDesk {

    /** Registers an application: the domain exactly as it will send it, and the shared key. */
    void register(String domain, Secret key);

    /**
     * The person signs every document of the job. If the person's certificate does not pass the filter of the job
     * (contract 4.5), the job fails instead, as it does at the real page.
     *
     * @param token the job
     * @param person a key of the consortium's own infrastructure
     * @throws java.util.NoSuchElementException if there is no such job
     * @throws IllegalStateException if the job is not waiting for a person
     */
    void sign(String token, TestIdentity person);

    /** A Signador gone wrong: the person signs, and what comes back is over other documents than those of the job. */
    void signSomethingElse(String token, TestIdentity person);

    /** Puts a file on the person's disk, where jobs over files of the person (contract 4.2, types 1 and 2) look for it. */
    void putOnDisk(String path, byte[] content);

    /** The person closes the page. */
    void refuse(String token);

    /** Every job that was started, oldest first. */
    List<SignadorTask> tasks();
}
