package cat.eset.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.notify.ENotum;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.enotum.StoredNotification;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class SendOneNotificationTest {

    @Test
    void theConsortiumHoldsOneNotification() {
        try (Consortium consortium =
                        Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0)));
                ENotum enotum = SimulatorTest.enotum(consortium)) {
            OperationId operation = OperationId.next();
            DocumentContent decree =
                    DocumentContent.of("%PDF-1.7 signed".getBytes(StandardCharsets.US_ASCII), MediaType.PDF);

            String first = SendOneNotification.send(enotum, operation, decree);
            SendOneNotification.send(enotum, operation, decree);

            assertThat(first).startsWith("waiting for deposit, e-NOTUM id ");
            assertThat(consortium.enotum().notifications())
                    .singleElement()
                    .extracting(StoredNotification::id)
                    .satisfies(id -> assertThat(first).endsWith(String.valueOf(id)));
        }
    }
}
