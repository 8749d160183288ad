package cat.eset.notify.record;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Who accepted or rejected (contract enotum 5.7, {@code DadesSignador}). */
public sealed interface Practice {

    /** One function per case. */
    <T> T fold(
            Function<? super ByInterested, ? extends T> interested,
            Function<? super ByRepresentative, ? extends T> representative,
            Function<? super ByOfficial, ? extends T> official,
            Function<? super OnPaper, ? extends T> paper);

    /**
     * The interested person itself.
     *
     * @param interested who
     */
    record ByInterested(ReportedParty interested) implements Practice {
        @Override
        public <T> T fold(
                Function<? super ByInterested, ? extends T> interested,
                Function<? super ByRepresentative, ? extends T> representative,
                Function<? super ByOfficial, ? extends T> official,
                Function<? super OnPaper, ? extends T> paper) {
            return interested.apply(this);
        }
    }

    /**
     * A representative.
     *
     * @param representative who acted
     * @param interested for whom
     */
    record ByRepresentative(ReportedParty representative, ReportedParty interested) implements Practice {
        @Override
        public <T> T fold(
                Function<? super ByInterested, ? extends T> interested,
                Function<? super ByRepresentative, ? extends T> representative,
                Function<? super ByOfficial, ? extends T> official,
                Function<? super OnPaper, ? extends T> paper) {
            return representative.apply(this);
        }
    }

    /**
     * An official entitled to act for citizens.
     *
     * @param official who acted
     * @param interested for whom
     * @param registryEntry entry of the signed request of the citizen
     */
    record ByOfficial(ReportedParty official, ReportedParty interested, Optional<String> registryEntry)
            implements Practice {
        @Override
        public <T> T fold(
                Function<? super ByInterested, ? extends T> interested,
                Function<? super ByRepresentative, ? extends T> representative,
                Function<? super ByOfficial, ? extends T> official,
                Function<? super OnPaper, ? extends T> paper) {
            return official.apply(this);
        }
    }

    /**
     * On paper, recorded by the issuer.
     *
     * @param official number of the official who recorded it
     * @param at when it was accepted
     * @param reference reference of the paper proof
     */
    record OnPaper(String official, Optional<Instant> at, String reference) implements Practice {
        @Override
        public <T> T fold(
                Function<? super ByInterested, ? extends T> interested,
                Function<? super ByRepresentative, ? extends T> representative,
                Function<? super ByOfficial, ? extends T> official,
                Function<? super OnPaper, ? extends T> paper) {
            return paper.apply(this);
        }

        @Override
        public String toString() {
            return "OnPaper[" + at + ", " + reference + "]";
        }
    }
}
