package cat.eset.core.representation;

import cat.eset.core.DocumentContent;
import cat.eset.core.id.Nif;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A register of powers (Llei 39/2015 art. 6; for example Representa). Asking has no effect. Thread-safe. */
public interface RepresentationGateway {

    /**
     * What the register says.
     *
     * @param powers of this grantor for this attorney, in force or not; judge them with {@link RepresentationCheck}
     * @param askedAt when it was asked
     * @param proof the answer as it came, to put in the expedient (art. 5.5)
     */
    record Answer(List<Power> powers, Instant askedAt, DocumentContent proof) {
        /** Checks the values. */
        public Answer {
            powers = List.copyOf(powers);
            Objects.requireNonNull(askedAt, "askedAt");
            Objects.requireNonNull(proof, "proof");
        }
    }

    /**
     * Asks which powers somebody has given to somebody.
     *
     * @throws cat.eset.core.EsetException if the register cannot be asked
     */
    Answer powers(Nif grantor, Nif attorney);
}
