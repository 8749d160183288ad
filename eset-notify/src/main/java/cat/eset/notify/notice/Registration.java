package cat.eset.notify.notice;

import cat.eset.notify.error.NoticeRefusedException;
import java.time.Instant;
import java.util.function.Function;

/** Who registers the exit of what is sent (contract enotum 5.3, {@code DadesRegistre} and {@code SenseRegistre}). */
public sealed interface Registration {

    /** One function per case. */
    <T> T fold(
            Function<? super Registered, ? extends T> registered,
            Function<? super ByENotum, ? extends T> byENotum,
            Function<? super Without, ? extends T> without);

    /**
     * The town hall has already registered it; e-NOTUM will not. This is what the work model does.
     *
     * @param number number of the exit entry, 1 to 100 characters (error 717)
     * @param at instant of the exit entry, neither in the future nor older than the limit (error 716)
     */
    record Registered(String number, Instant at) implements Registration {
        /** Checks the number. */
        public Registered {
            if (number.isBlank()) {
                throw NoticeRefusedException.of(717, "the registry number is missing");
            }
            if (number.length() > 100) {
                throw NoticeRefusedException.of(101, "a registry number has at most 100 characters");
            }
        }

        @Override
        public <T> T fold(
                Function<? super Registered, ? extends T> registered,
                Function<? super ByENotum, ? extends T> byENotum,
                Function<? super Without, ? extends T> without) {
            return registered.apply(this);
        }
    }

    /**
     * e-NOTUM registers it: it asks the shared registry, which calls the town hall's registry endpoint back, so the number
     * is made while the send is going on or later.
     */
    record ByENotum() implements Registration {
        @Override
        public <T> T fold(
                Function<? super Registered, ? extends T> registered,
                Function<? super ByENotum, ? extends T> byENotum,
                Function<? super Without, ? extends T> without) {
            return byENotum.apply(this);
        }
    }

    /** No exit entry at all; communications only (error 1012). */
    record Without() implements Registration {
        @Override
        public <T> T fold(
                Function<? super Registered, ? extends T> registered,
                Function<? super ByENotum, ? extends T> byENotum,
                Function<? super Without, ? extends T> without) {
            return without.apply(this);
        }
    }
}
