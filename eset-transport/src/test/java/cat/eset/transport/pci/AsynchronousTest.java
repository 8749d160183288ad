package cat.eset.transport.pci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.eset.core.OperationId;
import cat.eset.testkit.pci.PciFault;
import cat.eset.transport.Product;
import cat.eset.transport.xml.XmlElement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsynchronousTest {

    private static PciBatch<XmlElement, XmlElement> batch(OperationId operation) {
        return PciBatch.query(operation, Product.ENOTUM.soleModality(), new TreeCodec("Cerca"))
                .item(PciItem.of(TreeCodec.search("EXP/ONE")))
                .item(PciItem.of(TreeCodec.search("EXP/TWO")).id("two"))
                .build();
    }

    @Test
    void aBatchIsLeftAndCollectedLaterByWhoeverStoredItsTicket() {
        try (Town town = Town.open(Town.march().withAsynchronousWork(Duration.ofHours(1)))) {
            OperationId operation = OperationId.next();
            PciTicket ticket;
            try (PciClient client = town.client().build()) {
                ticket = client.submit(batch(operation)).ticket();
                assertThat(ticket.itemIds()).containsExactly(operation + "-1", "two");
                assertThat(client.poll(ticket, new TreeCodec("Cerca"))).isInstanceOf(PciAnswer.Pending.class);
            }
            town.consortium.clock().advanceBy(Duration.ofHours(2));
            PciTicket stored = new PciTicket(
                    OperationId.of(operation.value()), ticket.modality(), ticket.purpose(), ticket.itemIds());
            try (PciClient another = town.client().build()) {
                List<PciItemAnswer<XmlElement>> items = another.poll(stored, new TreeCodec("Cerca"))
                        .fold(done -> done.value(), pending -> List.<PciItemAnswer<XmlElement>>of());
                assertThat(items).extracting(PciItemAnswer::itemId).containsExactlyInAnyOrder(operation + "-1", "two");
                assertThat(items).allMatch(i -> i.value().localName().equals("RespostaCerca"));
            }
        }
    }

    @Test
    void takenBeforeAfterABrokenConnectionMeansTaken() {
        RetryPolicy quick = new RetryPolicy(1, 2, 1, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMinutes(1));
        try (Town town = Town.open();
                PciClient client = town.client().retry(quick).build()) {
            town.consortium.pci().script(PciFault.resetAfterProcessing());
            OperationId operation = OperationId.next();
            assertThat(client.submit(batch(operation)).ticket().operation()).isEqualTo(operation);
            PciDuplicateRequestException again =
                    catchThrowableOfType(PciDuplicateRequestException.class, () -> client.submit(batch(operation)));
            assertThat(again.failure().operation()).contains(operation);
        }
    }
}
