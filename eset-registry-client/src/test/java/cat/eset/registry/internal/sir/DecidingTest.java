package cat.eset.registry.internal.sir;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.registry.sir.Decision;
import cat.eset.registry.sir.DecisionResult;
import cat.eset.registry.sir.ExampleOf;
import cat.eset.registry.sir.ExchangeId;
import cat.eset.registry.sir.ExchangeRecord;
import cat.eset.transport.xml.XmlParser;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a doubtful decision has become, by the state of the exchange (contract sir 4). */
class DecidingTest {

    private static final ExchangeId EXCHANGE = ExchangeId.of("O00000001_24_00000123");

    @ParameterizedTest
    @CsvSource({
        "ENVIAT, NotDone, NotDone, NotDone",
        "PENDENT_CONFIRMACIO, NotDone, NotDone, NotDone",
        "CONFIRMAT, Done, Overtaken, Overtaken",
        "REBUTJAT, Overtaken, Done, Overtaken",
        "REENVIAT, Overtaken, Overtaken, Done",
        "ERROR, Overtaken, Overtaken, Overtaken",
        "CADUCAT, Unknown, Unknown, Unknown"
    })
    void the_state_says_what_became_of_it(String state, String confirm, String reject, String forward) {
        ExchangeRecord record = SirWire.CONSULT
                .read(XmlParser.strict()
                        .parse(ExampleOf.consultAnswer()
                                .replace(">PENDENT_CONFIRMACIO<", ">" + state + "<")
                                .getBytes(StandardCharsets.UTF_8)))
                .good()
                .orElseThrow();

        assertThat(settled(Decision.CONFIRMATION, record)).isEqualTo(confirm);
        assertThat(settled(Decision.REJECTION, record)).isEqualTo(reject);
        assertThat(settled(Decision.FORWARDING, record)).isEqualTo(forward);
    }

    private static String settled(Decision decision, ExchangeRecord record) {
        DecisionResult.Unknown doubt = new DecisionResult.Unknown(
                OperationId.of("01KJPRZB00AT6FXSY8EGPBEMAV"),
                EXCHANGE,
                decision,
                Failure.of(Failure.Fault.NETWORK, "the line broke").build());
        return Deciding.settled(doubt, record).getClass().getSimpleName();
    }
}
