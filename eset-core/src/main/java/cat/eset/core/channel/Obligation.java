package cat.eset.core.channel;

import cat.eset.core.law.Article;
import cat.eset.core.law.Norm;

/** Why somebody is obliged to electronic means. */
public enum Obligation {
    /** A legal person. */
    LEGAL_PERSON(Norm.L39, "14.2.a"),
    /** A body without legal personality. */
    WITHOUT_PERSONALITY(Norm.L39, "14.2.b"),
    /** Who exercises a profession with compulsory membership, in what concerns it. */
    PROFESSIONAL(Norm.L39, "14.2.c"),
    /** Who represents somebody obliged. */
    REPRESENTATIVE_OF_OBLIGED(Norm.L39, "14.2.d"),
    /** A public employee, in what concerns the post. */
    PUBLIC_EMPLOYEE(Norm.L39, "14.2.e"),
    /** A municipal regulation says so, for certain groups. */
    MUNICIPAL_REGULATION(Norm.L39, "14.3");

    private final Norm norm;
    private final String number;

    Obligation(Norm norm, String number) {
        this.norm = norm;
        this.number = number;
    }

    /** Where it is written. */
    public Article article() {
        return Article.of(norm, number);
    }
}
