package cat.eset.notify.record;

import cat.eset.core.id.Nif;
import cat.eset.notify.error.NoticeRefusedException;
import java.time.Instant;

/**
 * The acceptance on paper of a complementary notification, to be recorded by the issuer (contract enotum 5.8).
 *
 * @param official number of the official who records it
 * @param at when it was accepted
 * @param reference reference of the paper proof, 1 to 100 characters
 */
public record PaperPractice(Nif official, Instant at, String reference) {

    /** Checks the values. */
    public PaperPractice {
        if (official.isEntity() || !official.hasValidControl()) {
            throw NoticeRefusedException.of(615, "the number of the official is not a valid NIF of a person");
        }
        if (reference.isBlank() || reference.length() > 100) {
            throw NoticeRefusedException.of(101, "the reference of the paper proof has 1 to 100 characters");
        }
    }

    /** Without the number of the official. */
    @Override
    public String toString() {
        return "PaperPractice[" + at + ", " + reference + "]";
    }
}
