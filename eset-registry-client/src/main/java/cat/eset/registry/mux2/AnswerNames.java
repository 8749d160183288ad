package cat.eset.registry.mux2;

import java.util.Objects;

/**
 * Local names under which an answer to {@code ConsultaAssentaments} says what is looked for. None is published: those of the request are
 * assumed (contract mux 5.3). Look at {@link FoundEntry#raw()} and give others if they differ.
 *
 * @param number of the entry
 * @param subject of the entry
 * @param presentedAt date of presentation
 * @param registeredAt date of registration
 * @param entry element around an entry
 * @param exit element around an exit
 */
public record AnswerNames(
        String number, String subject, String presentedAt, String registeredAt, String entry, String exit) {

    /** Checks that nothing is null. */
    public AnswerNames {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(presentedAt, "presentedAt");
        Objects.requireNonNull(registeredAt, "registeredAt");
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(exit, "exit");
    }

    /** The names of the request. */
    public static AnswerNames ofRequests() {
        return new AnswerNames(
                "NumeroAssentament", "Assumpte", "DataPresentacio", "DataAssentament", "Entrada", "Sortida");
    }
}
