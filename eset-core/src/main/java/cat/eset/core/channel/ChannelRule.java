package cat.eset.core.channel;

import cat.eset.core.law.Article;
import cat.eset.core.law.Norm;
import cat.eset.core.law.Reason;
import cat.eset.core.party.ElectronicRelation;
import java.util.List;
import java.util.Objects;

/**
 * How a notification must go out, and why (Llei 39/2015 arts. 41 and 42.1; RD 203/2021 art. 43.2).
 *
 * @param channel the channel
 * @param reasons the rules applied
 */
public record ChannelRule(NotificationChannel channel, List<Reason> reasons) {

    /**
     * The facts that decide.
     *
     * @param relation whether the addressee is obliged to electronic means, has chosen them, or neither
     * @param exOfficio whether the procedure was started by the administration
     * @param electronicContactKnown whether an electronic contact of the addressee is known
     * @param unconvertible whether it goes with objects that cannot become electronic, or with means of payment
     * @param inPerson whether the addressee appears at the office and asks for it, or direct delivery is needed
     */
    public record Facts(
            ElectronicRelation relation,
            boolean exOfficio,
            boolean electronicContactKnown,
            boolean unconvertible,
            boolean inPerson) {
        /** Checks the value. */
        public Facts {
            Objects.requireNonNull(relation, "relation");
        }

        /** The usual case: nothing special, and a contact is known. */
        public static Facts of(ElectronicRelation relation) {
            return new Facts(relation, false, true, false, false);
        }
    }

    /** Checks the values. */
    public ChannelRule {
        Objects.requireNonNull(channel, "channel");
        reasons = List.copyOf(reasons);
    }

    /** The channel for these facts. */
    public static ChannelRule of(Facts facts) {
        if (facts.unconvertible()) {
            return rule(
                    NotificationChannel.PAPER,
                    Reason.l39(
                            "what cannot become electronic, and means of payment, are never notified electronically",
                            "41.2"));
        }
        if (facts.inPerson()) {
            return rule(
                    NotificationChannel.IN_PERSON,
                    Reason.l39("the addressee appears at the office, or direct delivery is needed", "41.1"));
        }
        return switch (facts.relation()) {
            case OBLIGED ->
                facts.exOfficio() && !facts.electronicContactKnown()
                        ? rule(
                                NotificationChannel.PAPER_THEN_ELECTRONIC,
                                Reason.of(
                                        "ex officio and no electronic contact known: the first one on paper, with a warning",
                                        Article.of(Norm.RD203, "43.2")))
                        : rule(
                                NotificationChannel.ELECTRONIC,
                                Reason.l39("electronic for who is obliged to receive them so", "41.1"));
            case CHOSEN ->
                rule(NotificationChannel.ELECTRONIC, Reason.l39("the addressee has chosen electronic means", "41.1"));
            case NOT_CHOSEN ->
                rule(
                        NotificationChannel.PAPER,
                        Reason.l39(
                                "neither obliged nor having chosen: on paper, and also put at disposal in the seat",
                                "42.1"));
        };
    }

    private static ChannelRule rule(NotificationChannel channel, Reason reason) {
        return new ChannelRule(channel, List.of(reason));
    }
}
