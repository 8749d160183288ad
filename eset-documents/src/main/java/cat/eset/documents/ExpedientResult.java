package cat.eset.documents;

import cat.eset.core.Failure;
import java.util.Objects;
import java.util.function.Function;

/** What became of making an expedient. */
public sealed interface ExpedientResult {

    /**
     * It is there.
     *
     * @param expedient what DESA'L says about it
     */
    record Created(DesalExpedient expedient) implements ExpedientResult {
        /** Checks the value. */
        public Created {
            Objects.requireNonNull(expedient, "expedient");
        }

        @Override
        public <T> T fold(Function<Created, T> created, Function<Refused, T> refused, Function<Unknown, T> unknown) {
            return created.apply(this);
        }
    }

    /**
     * DESA'L refused it, with every document: it is made whole or not at all.
     *
     * @param failure why, and what to do
     */
    record Refused(Failure failure) implements ExpedientResult {
        /** Checks the value. */
        public Refused {
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <T> T fold(Function<Created, T> created, Function<Refused, T> refused, Function<Unknown, T> unknown) {
            return refused.apply(this);
        }
    }

    /**
     * It is not known whether it is there. Its identifier is unique: {@link DesalExpedients#find} tells, and making it again never makes two.
     *
     * @param failure what broke
     */
    record Unknown(Failure failure) implements ExpedientResult {
        /** Checks the value. */
        public Unknown {
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <T> T fold(Function<Created, T> created, Function<Refused, T> refused, Function<Unknown, T> unknown) {
            return unknown.apply(this);
        }
    }

    /** One function per case. */
    <T> T fold(Function<Created, T> created, Function<Refused, T> refused, Function<Unknown, T> unknown);
}
