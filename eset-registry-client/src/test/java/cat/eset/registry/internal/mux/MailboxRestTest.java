package cat.eset.registry.internal.mux;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.registry.Direction;
import cat.eset.registry.mux.MailboxElement;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
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

    @Test
    void a_leg_that_names_no_mailbox_is_in_the_one_that_was_read() throws JsonProcessingException {
        String json = DUAL.formatted("000000000001", "").replace("\"idBustia\":\"\",", "");

        assertThat(element(json).legs())
                .extracting(leg -> leg.auxiliary().number())
                .containsExactly("E/000345-2026");
    }
}
