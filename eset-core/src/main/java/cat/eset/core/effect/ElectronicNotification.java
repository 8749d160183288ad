package cat.eset.core.effect;

import cat.eset.core.LegalTime;
import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.effect.NotificationEffect.Pending;
import cat.eset.core.effect.NotificationEffect.Practised;
import cat.eset.core.effect.NotificationEffect.Rejected;
import cat.eset.core.law.Article;
import cat.eset.core.law.Norm;
import cat.eset.core.law.Reason;
import cat.eset.core.party.ElectronicRelation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The facts of an electronic notification, from which {@link #effectAt} derives its effect (Llei 39/2015 art. 43; RD
 * 203/2021 art. 42; Llei 26/2010 art. 56.4). Immutable and thread-safe.
 *
 * <pre>{@code
 * NotificationEffect effect = ElectronicNotification.of(ElectronicRelation.CHOSEN,
 *                 ElectronicDelivery.atDisposal("e-NOTUM", deposited).accessedAt(accepted))
 *         .effectAt(now, calendars);
 * }</pre>
 */
public final class ElectronicNotification {

    /** Natural days without access after which the notification is taken as rejected (art. 43.2). */
    public static final int EXPIRY_DAYS = 10;

    private static final Reason DUTY_MET = Reason.l39(
            "putting it at disposal is enough for the duty to notify within the maximum term", "43.3 i 40.4");
    private static final Reason ACCESS = Reason.l39("practised at the moment of access to its content", "43.2");
    private static final Reason VOLUNTARY_ACCESS = Reason.of(
            "access by a person neither obliged nor having chosen electronic means has full effect",
            Article.of(Norm.RD203, "42.2"));
    private static final Reason NEVER_EXPIRES = Reason.l39(
            "silence of access is a rejection only for who is obliged to, or has chosen, electronic means", "43.2");
    private static final Reason TEN_DAYS =
            Reason.l39("rejected if ten natural days pass from being put at disposal without access", "43.2");
    private static final Reason IMPOSSIBLE = Reason.of(
            "technical or material impossibility of access was shown: no rejection arises",
            Article.of(Norm.L26, "56.4"));
    private static final Reason GOES_ON =
            Reason.l39("a rejected notification counts as done and the procedure goes on", "41.5");
    private static final Reason FIRST_CHANNEL = Reason.of(
            "with several electronic channels the first access or rejection counts", Article.of(Norm.RD203, "42.1"));

    private final ElectronicRelation relation;
    private final List<ElectronicDelivery> deliveries;
    private final boolean accessImpossible;
    private final EffectPolicy policy;

    private ElectronicNotification(
            ElectronicRelation relation,
            List<ElectronicDelivery> deliveries,
            boolean accessImpossible,
            EffectPolicy policy) {
        this.relation = Objects.requireNonNull(relation, "relation");
        this.deliveries = deliveries;
        this.accessImpossible = accessImpossible;
        this.policy = Objects.requireNonNull(policy, "policy");
    }

    /** A notification to somebody who is obliged to electronic means, has chosen them, or neither. */
    public static ElectronicNotification of(ElectronicRelation relation, ElectronicDelivery delivery) {
        return new ElectronicNotification(relation, List.of(delivery), false, EffectPolicy.SUGGESTED);
    }

    /** The same notification in one more channel. */
    public ElectronicNotification also(ElectronicDelivery delivery) {
        List<ElectronicDelivery> more = new ArrayList<>(deliveries);
        more.add(delivery);
        return new ElectronicNotification(relation, List.copyOf(more), accessImpossible, policy);
    }

    /** Technical or material impossibility of access was shown (Llei 26/2010 art. 56.4): it does not expire. */
    public ElectronicNotification accessImpossible() {
        return new ElectronicNotification(relation, deliveries, true, policy);
    }

    /** How the town hall reads what the law leaves open; without this call, {@link EffectPolicy#SUGGESTED}. */
    public ElectronicNotification under(EffectPolicy value) {
        return new ElectronicNotification(relation, deliveries, accessImpossible, value);
    }

    /**
     * What the notification has done at an instant.
     *
     * @param now the instant for which we ask; facts after it do not count yet
     * @param calendars the calendars of the term that the notification opens
     * @throws cat.eset.core.calendar.MissingCalendarException if the tenth day falls in a year that is not loaded
     */
    public NotificationEffect effectAt(Instant now, WorkingCalendars calendars) {
        Optional<Happening> first = deliveries.stream()
                .flatMap(d -> happenings(d, calendars).stream())
                .filter(h -> !h.at().isAfter(now))
                .min(Comparator.comparing(Happening::at).thenComparing(Happening::kind));
        LocalDate dutyMetOn = deliveries.stream()
                .map(d -> LegalTime.dateOf(d.atDisposal()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return first.map(h -> happened(h, dutyMetOn, calendars)).orElseGet(() -> pending(dutyMetOn, calendars));
    }

    private enum Kind {
        ACCESS,
        EXPRESS,
        EXPIRY
    }

    private record Happening(Kind kind, Instant at, ElectronicDelivery delivery) {}

    private List<Happening> happenings(ElectronicDelivery delivery, WorkingCalendars calendars) {
        List<Happening> result = new ArrayList<>(3);
        delivery.accessed().ifPresent(at -> result.add(new Happening(Kind.ACCESS, at, delivery)));
        delivery.rejected().ifPresent(at -> result.add(new Happening(Kind.EXPRESS, at, delivery)));
        if (expires()) {
            result.add(new Happening(Kind.EXPIRY, expiresAt(delivery, calendars), delivery));
        }
        return result;
    }

    private boolean expires() {
        return relation != ElectronicRelation.NOT_CHOSEN && !accessImpossible;
    }

    private static LocalDate tenthDay(ElectronicDelivery delivery) {
        return LegalTime.dateOf(delivery.atDisposal()).plusDays(EXPIRY_DAYS);
    }

    private LocalDate lastDay(ElectronicDelivery delivery, WorkingCalendars calendars) {
        LocalDate tenth = tenthDay(delivery);
        return policy.rollNaturalTenth() ? calendars.workingOrNext(tenth) : tenth;
    }

    private Instant expiresAt(ElectronicDelivery delivery, WorkingCalendars calendars) {
        return lastDay(delivery, calendars)
                .plusDays(1)
                .atStartOfDay(LegalTime.ZONE)
                .toInstant();
    }

    private NotificationEffect pending(LocalDate dutyMetOn, WorkingCalendars calendars) {
        if (!expires()) {
            Reason why = accessImpossible ? IMPOSSIBLE : NEVER_EXPIRES;
            return new Pending(Optional.empty(), Optional.empty(), dutyMetOn, List.of(why, DUTY_MET));
        }
        ElectronicDelivery first = deliveries.stream()
                .min(Comparator.comparing(ElectronicDelivery::atDisposal))
                .orElseThrow();
        return new Pending(
                Optional.of(lastDay(first, calendars)),
                Optional.of(expiresAt(first, calendars)),
                dutyMetOn,
                List.of(TEN_DAYS, DUTY_MET));
    }

    private NotificationEffect happened(Happening h, LocalDate dutyMetOn, WorkingCalendars calendars) {
        List<Reason> reasons = new ArrayList<>();
        LocalDate date = LegalTime.dateOf(h.at());
        String channel = h.delivery().channel();
        if (deliveries.size() > 1) {
            reasons.add(FIRST_CHANNEL);
        }
        reasons.add(DUTY_MET);
        return switch (h.kind()) {
            case ACCESS -> {
                reasons.add(0, relation == ElectronicRelation.NOT_CHOSEN ? VOLUNTARY_ACCESS : ACCESS);
                yield new Practised(h.at(), channel, EffectDates.certain(date), dutyMetOn, reasons);
            }
            case EXPRESS -> {
                reasons.add(0, GOES_ON);
                yield new Rejected(
                        Rejected.How.EXPRESSLY, h.at(), channel, EffectDates.certain(date), dutyMetOn, reasons);
            }
            case EXPIRY -> {
                reasons.addAll(0, List.of(TEN_DAYS, GOES_ON));
                EffectDates dates = expiryDates(h.delivery(), calendars, reasons);
                yield new Rejected(Rejected.How.BY_EXPIRY, h.at(), channel, dates, dutyMetOn, reasons);
            }
        };
    }

    private EffectDates expiryDates(ElectronicDelivery delivery, WorkingCalendars calendars, List<Reason> reasons) {
        LocalDate tenth = tenthDay(delivery);
        LocalDate rolled = calendars.workingOrNext(tenth);
        reasons.add(Reason.of(
                "whether the notification dates from the tenth day or the day after is open; here "
                        + policy.rejectionDate(),
                Article.of(Norm.POLICY, "RejectionDate")));
        if (!rolled.equals(tenth)) {
            reasons.add(Reason.of(
                    "whether a tenth day that is not working (" + tenth + ") moves to " + rolled + " is open; here it "
                            + (policy.rollNaturalTenth() ? "moves" : "does not move"),
                    Article.of(Norm.POLICY, "RollNaturalTenth")));
        }
        LocalDate last = policy.rollNaturalTenth() ? rolled : tenth;
        LocalDate legal = policy.rejectionDate() == EffectPolicy.RejectionDate.DAY_AFTER ? last.plusDays(1) : last;
        return new EffectDates(legal, tenth, rolled.plusDays(1));
    }
}
