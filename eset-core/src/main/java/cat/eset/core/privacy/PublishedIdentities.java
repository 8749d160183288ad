package cat.eset.core.privacy;

import cat.eset.core.InvalidValueException;
import cat.eset.core.law.Article;
import cat.eset.core.law.Norm;
import cat.eset.core.law.Reason;
import cat.eset.core.party.IdentityDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How persons are identified in what is published (Llei orgànica 3/2018, 7th additional provision): in an act, by name and
 * four characters of the number; in a notification by announcement, by the whole number and no name; never name and whole
 * number together.
 *
 * @param lines one per person, in the order given
 * @param reason the rule applied
 */
public record PublishedIdentities(List<String> lines, Reason reason) {

    private static final Reason ACT = Reason.of(
            "an act names a person by name, surnames and four characters of the number",
            Article.of(Norm.LOPD, "disp. add. 7a.1"));
    private static final Reason ANNOUNCEMENT = Reason.of(
            "a notification by announcement identifies by the whole number only",
            Article.of(Norm.LOPD, "disp. add. 7a.1"));
    private static final Reason NEVER_BOTH =
            Reason.of("name and whole number are never published together", Article.of(Norm.LOPD, "disp. add. 7a.1"));

    /**
     * A person to be named.
     *
     * @param name name and surnames
     * @param document what identifies it, if it has any document
     */
    public record Named(String name, Optional<IdentityDocument> document) {
        /** Checks the values. */
        public Named {
            Objects.requireNonNull(document, "document");
            if (name.isBlank()) {
                throw InvalidValueException.of("Named", "its name may not be blank");
            }
        }

        /** Does not print who it is. */
        @Override
        public String toString() {
            return "Named[***]";
        }
    }

    /** Checks the values. */
    public PublishedIdentities {
        lines = List.copyOf(lines);
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * The persons of an act: name and masked number, or name alone if there is no document.
     *
     * @throws cat.eset.core.rule.RuleBrokenException if two of them would read the same
     */
    public static PublishedIdentities ofAct(List<Named> persons) {
        List<String> lines = persons.stream()
                .map(p -> p.name()
                        + p.document()
                                .map(d -> " (" + IdentityMask.mask(d.value()) + ")")
                                .orElse(""))
                .toList();
        Set<String> seen = new HashSet<>();
        for (String line : lines) {
            if (!seen.add(line.toUpperCase(Locale.ROOT))) {
                throw Reason.of("two persons would read the same: name and characters shown are equal", ACT.article())
                        .refusal("privacy.same-identity", "a person decides how to tell them apart");
            }
        }
        return new PublishedIdentities(lines, ACT);
    }

    /**
     * The persons of a notification by announcement: the whole number and no name; who has no document is named.
     */
    public static PublishedIdentities ofAnnouncement(List<Named> persons) {
        return new PublishedIdentities(
                persons.stream()
                        .map(p -> p.document().map(IdentityDocument::value).orElse(p.name()))
                        .toList(),
                ANNOUNCEMENT);
    }

    /**
     * Refuses a text that has the name and the whole number of a person.
     *
     * @throws cat.eset.core.rule.RuleBrokenException if it has both
     */
    public static void checkNeverBoth(String text, Named person) {
        String upper = text.toUpperCase(Locale.ROOT);
        boolean number = person.document()
                .filter(d -> upper.replaceAll("[\\s.\\-]", "")
                        .contains(d.value().toUpperCase(Locale.ROOT).replaceAll("[\\s.\\-]", "")))
                .isPresent();
        if (number && upper.contains(person.name().toUpperCase(Locale.ROOT))) {
            throw NEVER_BOTH.refusal("privacy.never-both", "publish the name with the mask, or the number alone");
        }
    }

    /** Does not print who they are. */
    @Override
    public String toString() {
        return "PublishedIdentities[" + lines.size() + "]";
    }
}
