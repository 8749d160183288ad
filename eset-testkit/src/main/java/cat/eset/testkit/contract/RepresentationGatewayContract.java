package cat.eset.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cat.eset.core.id.Nif;
import cat.eset.core.representation.Power;
import cat.eset.core.representation.RepresentationGateway;
import org.junit.jupiter.api.Test;

/** What a {@link RepresentationGateway} promises: powers of these two persons, and a proof even of there being none. */
public interface RepresentationGatewayContract {

    /** The register. */
    RepresentationGateway newGateway();

    /** A power that is in it. */
    Power known();

    /** A power is found by who gave it to whom. */
    @Test
    default void aPowerIsFound() {
        RepresentationGateway.Answer answer = newGateway().powers(known().grantor(), known().attorney());
        assertTrue(answer.powers().contains(known()));
        assertTrue(answer.powers().stream()
                .allMatch(power -> power.grantor().equals(known().grantor())
                        && power.attorney().equals(known().attorney())));
        assertTrue(answer.proof().length() > 0);
    }

    /** A power does not work backwards, and that there is none is an answer with its proof. */
    @Test
    default void thatThereIsNoneIsAnAnswer() {
        RepresentationGateway gateway = newGateway();
        Nif whoGave = known().grantor();
        Nif whoGot = known().attorney();
        assertEquals(0, gateway.powers(whoGot, whoGave).powers().size());
        RepresentationGateway.Answer none = gateway.powers(Nif.of("00000005M"), Nif.of("00000006Y"));
        assertTrue(none.powers().isEmpty());
        assertTrue(none.proof().length() > 0);
    }
}
