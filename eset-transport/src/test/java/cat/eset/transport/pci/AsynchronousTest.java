package cat.eset.transport.pci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.eset.core.InvalidValueException;
import cat.eset.core.OperationId;
import cat.eset.core.Secret;
import cat.eset.testkit.pci.PciFault;
import cat.eset.transport.Product;
import cat.eset.transport.xml.XmlElement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsynchronousTest {

    private static Town town;

    /** Work takes an hour of the simulated clock. */
    @BeforeAll
    static void open() {
        town = Town.open(Town.march().withAsynchronousWork(Duration.ofHours(1)));
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static PciBatch<XmlElement, XmlElement> batch(OperationId operation) {
        return PciBatch.query(operation, Product.ENOTUM.soleModality(), new TreeCodec("Cerca"))
                .item(PciItem.of(TreeCodec.search("EXP/ONE")))
                .item(PciItem.of(TreeCodec.search("EXP/TWO")).id("two"))
                .build();
    }

    @Test
    void aBatchIsLeftAndCollectedLaterByWhoeverStoredItsTicket() {
        OperationId operation = OperationId.next();
        PciTicket ticket;
        try (PciClient client = town.client().build()) {
            ticket = client.submit(batch(operation)).ticket();
            assertThat(ticket.itemIds()).containsExactly(operation + "-1", "two");
            assertThat(client.poll(ticket, new TreeCodec("Cerca"))).isInstanceOf(PciAnswer.Pending.class);
        }
        town.consortium.clock().advanceBy(Duration.ofHours(2));
        PciTicket stored =
                new PciTicket(OperationId.of(operation.value()), ticket.modality(), ticket.purpose(), ticket.itemIds());
        try (PciClient another = town.client().build()) {
            List<PciItemAnswer<XmlElement>> items = another.poll(stored, new TreeCodec("Cerca"))
                    .fold(done -> done.value(), pending -> List.<PciItemAnswer<XmlElement>>of());
            assertThat(items).extracting(PciItemAnswer::itemId).containsExactlyInAnyOrder(operation + "-1", "two");
            assertThat(items).allMatch(i -> i.value().localName().equals("RespostaCerca"));
        }
    }

    @Test
    void anotherProcessCollectsFromStoredFieldsAlone(@TempDir Path directory) throws Exception {
        PciTicket ticket;
        try (PciClient client = town.client().build()) {
            ticket = client.submit(batch(OperationId.next())).ticket();
        }
        Path root = Files.write(
                directory.resolve("root.cer"), town.consortium.pki().root().getEncoded());
        Path seal = town.consortium
                .pki()
                .townHallSeal()
                .writePkcs12(directory.resolve("seal.p12"), Secret.of("another JVM"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Collector.class.getName(),
                town.consortium.endpoints().pciNt().toString(),
                root.toString(),
                seal.toString(),
                "another JVM",
                ticket.operation().value(),
                ticket.purpose().code()));
        command.addAll(ticket.itemIds());
        assertThat(run(command)).isEqualTo("pending");
        town.consortium.clock().advanceBy(Duration.ofHours(2));
        assertThat(run(command)).isEqualTo("done " + ticket.itemIds());
    }

    private static String run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.strip();
    }

    @Test
    void fiveHundredItemsGoInOneBatchAndNoMore() {
        PciBatch.Builder<XmlElement, XmlElement> builder =
                PciBatch.query(OperationId.next(), Product.ENOTUM.soleModality(), new TreeCodec("Cerca"));
        PciItem<XmlElement> item = PciItem.of(TreeCodec.search("EXP/MANY"));
        for (int i = 0; i < 500; i++) {
            builder.item(item);
        }
        try (PciClient client = town.client().build()) {
            PciTicket ticket = client.submit(builder.build()).ticket();
            town.consortium.clock().advanceBy(Duration.ofHours(2));
            int collected = client.poll(ticket, new TreeCodec("Cerca"))
                    .<Integer>fold(done -> done.value().size(), pending -> 0);
            assertThat(collected).isEqualTo(500);
        }
        builder.item(item);
        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("500");
        assertThatThrownBy(
                        PciBatch.query(OperationId.next(), Product.ENOTUM.soleModality(), new TreeCodec("Cerca"))
                                ::build)
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void takenBeforeAfterABrokenConnectionMeansTaken() {
        RetryPolicy quick = new RetryPolicy(1, 2, 1, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMinutes(1));
        try (PciClient client = town.client().retry(quick).build()) {
            town.consortium.pci().script(PciFault.resetAfterProcessing());
            OperationId operation = OperationId.next();
            assertThat(client.submit(batch(operation)).ticket().operation()).isEqualTo(operation);
            PciDuplicateRequestException again =
                    catchThrowableOfType(PciDuplicateRequestException.class, () -> client.submit(batch(operation)));
            assertThat(again.failure().operation()).contains(operation);
        }
    }
}
