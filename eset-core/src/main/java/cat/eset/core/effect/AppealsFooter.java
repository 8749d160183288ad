package cat.eset.core.effect;

import cat.eset.core.law.Reason;
import java.util.Objects;

/**
 * The words on appeals at the end of a notification (Llei 39/2015 art. 40.2; contract legal-rules R15), in Catalan. A
 * wrong footer does not void the act, but delays its effect until the person acts knowingly or appeals (art. 40.3).
 *
 * @param text the words
 */
public record AppealsFooter(String text) {

    /** Whose act it is. */
    public enum Body {
        /** The mayor, or who decides by the mayor's delegation. */
        MAYOR("l'alcaldia", false),
        /** The plenary. */
        PLENARY("el Ple", true),
        /** The local government board. */
        BOARD("la Junta de Govern Local", true);

        private final String words;
        private final boolean collegiate;

        Body(String words, boolean collegiate) {
            this.words = words;
            this.collegiate = collegiate;
        }
    }

    /** Checks the value. */
    public AppealsFooter {
        Objects.requireNonNull(text, "text");
    }

    /**
     * The footer of an act that ends the administrative route.
     *
     * @param body whose act it is
     * @param taxRelated tax matters have other rules, which are out of scope
     * @throws cat.eset.core.rule.RuleBrokenException for tax matters
     */
    public static AppealsFooter endingTheRoute(Body body, boolean taxRelated) {
        if (taxRelated) {
            throw Reason.l39("tax matters have their own appeals, which the SDK does not cover", "disp. add. 1a")
                    .refusal("appeals.tax", "give the footer of tax matters yourself");
        }
        return new AppealsFooter("Contra aquest" + (body.collegiate ? " acord" : "a resolució")
                + ", que posa fi a la via administrativa, es pot interposar potestativament recurs de reposició davant "
                + body.words
                + ", en el termini d'un mes comptat a partir de l'endemà de la notificació, o bé directament recurs"
                + " contenciós administratiu davant el jutjat contenciós administratiu de la província, en el termini"
                + " de dos mesos comptats a partir de l'endemà de la notificació; el mes d'agost no es computa. No es"
                + " poden interposar simultàniament: si s'interposa recurs de reposició, cal esperar que es resolgui"
                + " expressament o que se n'hagi produït la desestimació per silenci, transcorregut un mes.");
    }

    /** The footer of an act of a body whose acts do not end the route: hierarchical appeal before its superior. */
    public static AppealsFooter notEndingTheRoute(String superior) {
        return new AppealsFooter("Contra aquesta resolució, que no posa fi a la via administrativa, es pot interposar"
                + " recurs d'alçada davant " + superior
                + ", en el termini d'un mes comptat a partir de l'endemà de la notificació.");
    }

    @Override
    public String toString() {
        return text;
    }
}
