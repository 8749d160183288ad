package cat.eset.core.copy;

import cat.eset.core.eni.EniElaboration;
import cat.eset.core.law.Article;
import cat.eset.core.law.Norm;
import cat.eset.core.law.Reason;

/** Kinds of copy and the state of elaboration that each gets (Llei 39/2015 art. 27.3; mapping of contract legal-rules R10). */
public enum CopyKind {
    /** The same electronic original. */
    SAME_ORIGINAL(EniElaboration.ORIGINAL, true, 0),
    /** Electronic to electronic with another format. */
    FORMAT_CHANGE(EniElaboration.COPY_FORMAT_CHANGE, true, 0),
    /** Paper to electronic. */
    PAPER_TO_ELECTRONIC(EniElaboration.COPY_OF_PAPER, true, 200),
    /** A part, for example with personal data removed. */
    PARTIAL(EniElaboration.PARTIAL_COPY, true, 0),
    /** A plain copy, worth what what it was made from was worth. */
    PLAIN(EniElaboration.OTHER, false, 0);

    private final String code;
    private final boolean authentic;
    private final int leastDpi;

    CopyKind(EniElaboration elaboration, boolean authentic, int leastDpi) {
        this.code = elaboration.code();
        this.authentic = authentic;
        this.leastDpi = leastDpi;
    }

    /** The state of elaboration of the copy. */
    public EniElaboration elaboration() {
        return EniElaboration.of(code);
    }

    /** Whether it has the same validity as the original (art. 27.2). */
    public boolean isAuthentic() {
        return authentic;
    }

    /** The least resolution of its image, in points per inch (norm of digitisation); 0 if it has none. */
    public int leastDpi() {
        return leastDpi;
    }

    /**
     * Lets a copy be made, or refuses it: an authentic copy is always made from an original or from another authentic
     * copy (RD 203/2021 art. 47.2).
     *
     * @param source state of elaboration of what it is made from
     * @throws cat.eset.core.rule.RuleBrokenException if it may not be made
     */
    public void checkSource(EniElaboration source) {
        if (authentic && (source.equals(EniElaboration.OTHER) || !source.isKnown())) {
            throw Reason.of(
                            "an authentic copy is made from an original or from another authentic copy",
                            Article.of(Norm.RD203, "47.2"))
                    .refusal("copy.source", "make a plain copy, or find the original");
        }
    }

    /**
     * Lets an image be taken as a digitisation, or refuses it.
     *
     * @throws cat.eset.core.rule.RuleBrokenException if its resolution is too low
     */
    public void checkResolution(int dpi) {
        if (dpi < leastDpi) {
            throw Reason.of(
                            "a digitisation has at least " + leastDpi + " points per inch",
                            Article.of(Norm.ENI, "NTI Digitalització"))
                    .refusal("copy.resolution", "scan it again");
        }
    }
}
