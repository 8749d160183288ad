package cat.eset.signature.validador;

import cat.eset.core.DocumentContent;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What became of a signature that was to be completed. The service is not believed: what came back is compared with what was
 * sent, and its time stamp with the signature.
 */
public sealed interface Upgrade permits Upgrade.Stamped, Upgrade.Unchanged, Upgrade.Distrusted, Upgrade.NotValid {

    /** What the Validador answered, to be archived. */
    ValidadorAnswer answer();

    /**
     * The same signature with one time stamp more, at least, that is over it. Whether it also carries the validation data of
     * the level that was asked for, and whom to believe, is for a {@link cat.eset.signature.validation.SignatureValidator}
     * to say.
     *
     * @param document the completed signature or document
     * @param timeStamps how many were added
     * @param answer what the Validador answered
     */
    record Stamped(DocumentContent document, int timeStamps, ValidadorAnswer answer) implements Upgrade {
        /** Checks the values. */
        public Stamped {
            Objects.requireNonNull(document, "document");
            Objects.requireNonNull(answer, "answer");
        }
    }

    /**
     * The signature is valid, but came back without a new time stamp that is over it: it lacks the level that was asked for.
     *
     * @param answer what the Validador answered
     */
    record Unchanged(ValidadorAnswer answer) implements Upgrade {
        /** Checks the value. */
        public Unchanged {
            Objects.requireNonNull(answer, "answer");
        }
    }

    /**
     * What came back is not the signature that was sent with something added. Keep what you have.
     *
     * @param reasons what is wrong with it
     * @param answer what the Validador answered
     */
    record Distrusted(List<String> reasons, ValidadorAnswer answer) implements Upgrade {
        /** Copies the list. */
        public Distrusted {
            reasons = List.copyOf(reasons);
            Objects.requireNonNull(answer, "answer");
        }
    }

    /**
     * The Validador does not find the signature valid, so nothing that it sent along is handed out: a client in production
     * writes it to disk all the same.
     *
     * @param answer what the Validador answered
     */
    record NotValid(ValidadorAnswer answer) implements Upgrade {
        /** Checks the value. */
        public NotValid {
            Objects.requireNonNull(answer, "answer");
        }
    }

    /** One function per case. */
    default <T> T fold(
            Function<Stamped, ? extends T> stamped,
            Function<Unchanged, ? extends T> unchanged,
            Function<Distrusted, ? extends T> distrusted,
            Function<NotValid, ? extends T> notValid) {
        if (this instanceof Stamped s) {
            return stamped.apply(s);
        }
        if (this instanceof Unchanged u) {
            return unchanged.apply(u);
        }
        return this instanceof Distrusted d ? distrusted.apply(d) : notValid.apply((NotValid) this);
    }
}
