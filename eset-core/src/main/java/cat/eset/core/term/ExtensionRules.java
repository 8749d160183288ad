package cat.eset.core.term;

import cat.eset.core.law.Article;
import cat.eset.core.law.Norm;
import cat.eset.core.law.Reason;
import java.time.LocalDate;
import java.util.List;

/** What arts. 32 and 68.2 of Llei 39/2015 demand of an extension. */
final class ExtensionRules {

    private static final int CORRECTION_LIMIT = 5;
    private static final Article ROUNDING = Article.of(Norm.POLICY, "HalfRounding");
    private static final Article IN_TIME = Article.l39("32.3");

    private ExtensionRules() {}

    static Term extend(Term term, Extension granted, HalfRounding rounding, TermResult base, List<Reason> reasons) {
        checkInTime(granted, base.end());
        checkLength(term, granted, rounding);
        reasons.add(Reason.of(
                "extended by " + term.unit().words(granted.amount()) + ", decided on " + granted.decidedOn()
                        + " before it ended on " + base.end(),
                granted.ground().article()));
        if (granted.ground() == Extension.Ground.GENERAL && term.amount() % 2 != 0) {
            reasons.add(Reason.of("half of an odd number, rounded " + rounding, ROUNDING));
        }
        return new Term(term.amount() + granted.amount(), term.unit(), term.grounds());
    }

    private static void checkInTime(Extension granted, LocalDate end) {
        if (granted.askedOn().isPresent() && granted.askedOn().get().isAfter(end)) {
            throw Reason.of("the extension was asked for after the term ended on " + end, IN_TIME)
                    .refusal("term.extension-asked-late", "a term that has ended cannot be extended");
        }
        if (granted.decidedOn().isAfter(end)) {
            throw Reason.of("the extension was decided after the term ended on " + end, IN_TIME)
                    .refusal("term.extension-late", "decide and notify the extension before the term ends");
        }
    }

    private static void checkLength(Term term, Extension granted, HalfRounding rounding) {
        switch (granted.ground()) {
            case GENERAL -> {
                int most = rounding.half(term.amount());
                if (granted.amount() > most) {
                    throw Reason.of(
                                    "an extension may not exceed half of the term: at most "
                                            + term.unit().words(most) + " for " + term,
                                    granted.ground().article())
                            .refusal(
                                    "term.extension-long",
                                    most == 0 ? "the unit of this term cannot be halved" : "grant a shorter extension");
                }
            }
            case CORRECTION -> {
                if (granted.amount() > CORRECTION_LIMIT || term.unit() != TermUnit.WORKING_DAYS) {
                    throw Reason.of(
                                    "the term to correct an application is extended by five working days at most",
                                    granted.ground().article())
                            .refusal("term.extension-long", "grant up to five days");
                }
            }
            case TECHNICAL_INCIDENT, CYBER_INCIDENT -> {
                // The law sets no length: until the incident is solved.
            }
        }
    }
}
