package cat.eset.core.silence;

import cat.eset.core.law.Article;
import cat.eset.core.law.Norm;
import java.util.List;

/** What kind of matter it is, as the law asks to tell the effect of silence (contract legal-rules R4.4). */
public enum SilenceCase {
    /** On request, and nothing else is said. */
    ON_REQUEST(SilenceSense.POSITIVE, "24.1", "54.1"),
    /** On request, and a law or the law of the Union or an international one says that silence refuses. */
    LAW_SAYS_NEGATIVE(SilenceSense.NEGATIVE, "24.1", "54.2.b"),
    /** Right of petition. */
    PETITION(SilenceSense.NEGATIVE, "24.1", "54.2.a"),
    /** Powers over public domain or public service would be transferred. */
    PUBLIC_DOMAIN_OR_SERVICE(SilenceSense.NEGATIVE, "24.1", "54.2.c"),
    /** Activities that may harm the environment. */
    ENVIRONMENTAL_HARM(SilenceSense.NEGATIVE, "24.1", "54.2.d"),
    /** Patrimonial liability of the administration. */
    PATRIMONIAL_LIABILITY(SilenceSense.NEGATIVE, "24.1", "54.2.i"),
    /** Grants, subsidies, and claims of money from the administration. */
    GRANTS_AND_CLAIMS(SilenceSense.NEGATIVE, "", "54.2.e"),
    /** Appeals and other challenges to acts. */
    CHALLENGE(SilenceSense.NEGATIVE, "24.1", "54.2.f"),
    /** Revision ex officio asked for by a person. */
    REVISION_AT_REQUEST(SilenceSense.NEGATIVE, "24.1", "54.2.g-h"),
    /** Hierarchical appeal against a refusal by silence, outside the matters that are always negative. */
    APPEAL_AGAINST_SILENCE(SilenceSense.POSITIVE, "24.1", ""),
    /** Ex officio, and something favourable could come of it. */
    EX_OFFICIO_FAVOURABLE(SilenceSense.NEGATIVE, "25.1.a", ""),
    /** Ex officio, to punish or to burden. */
    EX_OFFICIO_BURDEN(SilenceSense.EXPIRY, "25.1.b", "");

    private final SilenceSense sense;
    private final String l39;
    private final String l26;

    SilenceCase(SilenceSense sense, String l39, String l26) {
        this.sense = sense;
        this.l39 = l39;
        this.l26 = l26;
    }

    /** What silence does. */
    public SilenceSense sense() {
        return sense;
    }

    /** Where it is written. */
    public List<Article> articles() {
        if (l26.isEmpty()) {
            return List.of(Article.l39(l39));
        }
        Article catalan = Article.of(Norm.L26, l26);
        return l39.isEmpty() ? List.of(catalan) : List.of(Article.l39(l39), catalan);
    }

    /** Whether it begins at the request of a person. */
    public boolean isAtRequest() {
        return this != EX_OFFICIO_FAVOURABLE && this != EX_OFFICIO_BURDEN;
    }
}
