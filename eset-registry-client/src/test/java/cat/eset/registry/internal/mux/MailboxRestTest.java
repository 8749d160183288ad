package cat.eset.registry.internal.mux;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.registry.Direction;
import cat.eset.registry.mux.AuxiliaryEntry;
import cat.eset.registry.mux.MailboxElement;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in a mailbox (contract mux 6.4, 8.8). */
class MailboxRestTest {

    private static final String OURS = "083AF3241D28";

    /** Another body sends something to ours, and the auxiliary registry numbered both its exit and our entry. */
    private static final String DUAL = """
            {"resultat":"ok","element":7,"idTransaccio":"0bad-f45b-b743-f000","transaccio":{
              "idTransaccio":"0bad-f45b-b743-f000","tipus":"ES","assumpte":{"resum":"Ofici"},
              "registres":{"origen":{"unitatOrganica":{"dir3":"A09018933","nom":"CAOC"}},
                           "desti":{"unitatOrganica":{"dir3":"L01089999","ine10":"0899990001"}}},
              "assentaments":{
                "sortida":{"auxiliar":[{"resultat":true,"numeroAssentament":"S/000012-2026","idBustia":"%s",
                   "dataAssentament":"2026-03-02T09:35:01+01:00"}]},
                "entrada":{"auxiliar":[{"resultat":true,"numeroAssentament":"E/000345-2026","idBustia":"%s",
                   "dataAssentament":"2026-03-02T09:35:01+01:00"}]}}}}""";

    private final TransactionReader reader = new TransactionReader(new UnitRule(
            TownHall.of("Ajuntament d'Exemple", Ine10.of("0899990001"), Dir3.of("L01089999")), unit -> false));

    private MailboxElement element(String json) throws JsonProcessingException {
        return MailboxRest.element(reader, OURS, new JsonMapper().readTree(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {OURS, "083af3241d28"})
    void the_leg_of_another_body_is_for_its_own_mailbox(String ours) throws JsonProcessingException {
        MailboxElement element = element(DUAL.formatted("000000000001", ours));

        assertThat(element.position()).isEqualTo(7);
        assertThat(element.legs()).singleElement().satisfies(leg -> {
            assertThat(leg.auxiliary().leg()).isEqualTo(Direction.ENTRY);
            assertThat(leg.auxiliary().number()).isEqualTo("E/000345-2026");
            assertThat(leg.transaction().draft().parties()).hasSize(1);
        });
    }

    /** The first of each list is the good one; failed executions stand before a history. */
    @Test
    void mux_8_8_the_first_of_the_history_counts_and_everything_around_it_is_passed_over()
            throws JsonProcessingException {
        String json = """
                {"resultat":"ok","element":8,"idTransaccio":"0bad-f45b-b743-f000","transaccio":{
                  "idTransaccio":"0bad-f45b-b743-f000","tipus":"E","assumpte":{"resum":"Ofici"},
                  "assentaments":{"entrada":{
                    "principal":[{"creation":1709282101000,"execucio":1,"resultat":false,"codiError":13,"missatgeError":"m",
                      "nomReglaEnrutament":"Regla per defecte","nomRegistre":"Registre","evidencies":[{"creation":1709282101000,
                        "authorization":"a","responseHeaders":{"_result":["HTTP/1.1 200 OK"]},"request":"H4sI","response":"H4sI",
                        "connectTimedOut":false,"readTimedOut":true,"elapsedTime":1000}]}],
                    "auxiliar":[{"creation":1709282102000,"execucio":2,"resultat":true,"codiError":0,
                      "nomReglaEnrutament":"Regla per defecte","nomRegistre":"[DEV] ERES CAOC V2 (Audifilm)","idBustia":"083AF3241D28",
                      "numeroAssentament":"E2021000626","dataAssentament":"2024-03-01T09:35:01+01:00",
                      "dataPresentacio":"01/03/2024 09:34:55.000+01:00","evidencies":[]},
                      {"execucio":1,"resultat":false,"codiError":54}],
                    "consolidacio":{"numeroAssentament":"2024/E/000124","dataAssentament":"01/03/2024 10:00:00.000+01:00",
                      "dataPresentacio":"01/03/2024 09:34:55.000+01:00","evidencia":"JVBERi0="}}}}}""";

        assertThat(element(json).legs()).singleElement().satisfies(leg -> {
            assertThat(leg.auxiliary())
                    .isEqualTo(new AuxiliaryEntry(
                            Direction.ENTRY,
                            "E2021000626",
                            Optional.of(Instant.parse("2024-03-01T08:35:01Z")),
                            Optional.of(Instant.parse("2024-03-01T08:34:55Z")),
                            Optional.of("2024/E/000124")));
            assertThat(leg.transaction().draft().presentedAt()).contains(Instant.parse("2024-03-01T08:34:55Z"));
        });
        assertThat(element(json.replace(
                                "\"auxiliar\":[{\"creation\":1709282102000,\"execucio\":2,\"resultat\":true",
                                "\"auxiliar\":[{\"creation\":1709282102000,\"execucio\":2,\"resultat\":false"))
                        .legs())
                .isEmpty();
    }

    @Test
    void a_leg_that_names_no_mailbox_is_in_the_one_that_was_read() throws JsonProcessingException {
        String json = DUAL.formatted("000000000001", "").replace("\"idBustia\":\"\",", "");

        assertThat(element(json).legs())
                .extracting(leg -> leg.auxiliary().number())
                .containsExactly("E/000345-2026");
    }
}
