package cat.eset.notify;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.Credentials;
import cat.eset.core.DocumentContent;
import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.id.Nif;
import cat.eset.notify.notice.Notice;
import cat.eset.notify.notice.Recipient;
import cat.eset.transport.AocEnvironment;
import org.junit.jupiter.api.Test;

/** The first ten lines of the style guide, as a vendor writes them. */
class StyleExampleTest {

    @Test
    void aNotificationInTenLines() {
        try (Desk desk = Desk.open()) {
            String line = tenLines(
                    desk.environment(),
                    desk.consortium().pki().townHallSeal().credentials(),
                    desk.consortium().townHalls().get(0),
                    Desk.PDF,
                    "X-2026/000123");

            assertThat(line).startsWith("waiting for deposit, e-NOTUM id ");
            assertThat(desk.consortium().enotum().notifications()).hasSize(1);
        }
    }

    private static String tenLines(
            AocEnvironment environment,
            Credentials seal,
            TownHall townHall,
            DocumentContent signedPdf,
            String expedientNumber) {
        // tag::ten-lines[]
        try (ENotum enotum = ENotum.builder(environment, seal, townHall).build()) {

            OperationId operation = OperationId.next(); // store it before you send
            SendResult result = enotum.send(
                    operation,
                    Notice.notification("Concessio de llicencia")
                            .to(Recipient.person(Nif.of("00000000T"), "Maria", "Exemple")
                                    .email("maria@exemple.cat"))
                            .resolution(signedPdf)
                            .expedient(expedientNumber)
                            .build());

            String line = result.fold( // sealed: Queued | Refused | Unknown
                    queued -> "waiting for deposit, e-NOTUM id " + queued.id(),
                    refused -> refused.error().code() + ": " + refused.error().remedy(),
                    unknown -> "ask again later: enotum.reconcile(" + operation + ")");
            // end::ten-lines[]
            return line;
        }
    }
}
