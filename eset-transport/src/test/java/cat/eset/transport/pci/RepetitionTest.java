package cat.eset.transport.pci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.eset.core.Failure.Effect;
import cat.eset.core.InvalidValueException;
import cat.eset.core.OperationId;
import cat.eset.testkit.pci.PciFault;
import cat.eset.transport.Product;
import cat.eset.transport.http.Timeouts;
import cat.eset.transport.xml.PayloadWriter;
import cat.eset.transport.xml.XmlElement;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is sent again, for how long, and what the caller is told in the end. */
class RepetitionTest {

    private static final String INLINE = "<Dades>JVBERi0xLjQKJUVPRgo=</Dades>";
    private static final RetryPolicy TWICE =
            new RetryPolicy(2, 2, 2, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMinutes(1));

    private static Town town;

    @BeforeAll
    static void open() {
        town = Town.open();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @AfterEach
    void forget() {
        town.consortium.pci().clearScript();
    }

    private static int arrived() {
        return town.consortium.pci().exchanges().size();
    }

    private static PciRequest<XmlElement, XmlElement> effect(String reference) {
        return Town.send(OperationId.next(), reference, INLINE).build();
    }

    @Test
    void anUnknownOutcomeIsNotHiddenByALaterErrorThatSaysThatNothingHappened() {
        town.consortium.pci().script(PciFault.resetAfterProcessing());
        town.consortium.pci().script(PciFault.forbidden());
        try (PciClient client = town.client().retry(TWICE).build()) {
            PciTransportException told =
                    catchThrowableOfType(PciTransportException.class, () -> client.sincron(effect("EXP/HIDDEN")));
            assertThat(told.failure().effect()).isEqualTo(Effect.UNKNOWN);
            assertThat(told.getSuppressed()).hasSize(1).hasOnlyElementsOfType(PciAccessDeniedException.class);
            assertThat(town.consortium.enotum().withReference("EXP/HIDDEN")).hasSize(1);
        }
    }

    @Test
    void neitherIsThatOfABatch() {
        town.consortium.pci().script(PciFault.resetAfterProcessing());
        town.consortium.pci().script(PciFault.forbidden());
        PciBatch<XmlElement, XmlElement> batch = effect("EXP/BATCH").asBatch();
        try (PciClient client = town.client().retry(TWICE).build()) {
            PciTransportException told = catchThrowableOfType(PciTransportException.class, () -> client.submit(batch));
            assertThat(told.failure().effect()).isEqualTo(Effect.UNKNOWN);
        }
    }

    @Test
    void anEffectGoesAgainWithTheSameIdentityAndLearnsThatItWasTaken() {
        town.consortium.pci().script(PciFault.resetAfterProcessing());
        try (PciClient client = town.client().retry(TWICE).build()) {
            PciDuplicateRequestException told =
                    catchThrowableOfType(PciDuplicateRequestException.class, () -> client.sincron(effect("EXP/SAME")));
            assertThat(told.failure().effect()).isEqualTo(Effect.UNKNOWN);
            assertThat(told.getSuppressed()).hasSize(1);
            assertThat(town.consortium.enotum().withReference("EXP/SAME")).hasSize(1);
        }
    }

    @Test
    void ofTwoErrorsOfAQuestionTheLastIsToldAndTheFirstHangsOnIt() {
        town.consortium.pci().script(PciFault.resetBeforeProcessing());
        town.consortium.pci().script(PciFault.soapFault("999", "Error intern"));
        try (PciClient client = town.client().retry(TWICE).build()) {
            PciFaultException told =
                    catchThrowableOfType(PciFaultException.class, () -> client.sincron(Town.search("EXP/TWO")));
            assertThat(told.getSuppressed()).hasSize(1).hasOnlyElementsOfType(PciTransportException.class);
        }
    }

    @Test
    void theTimeInAThrottleCountsForTheDeadline() {
        RetryPolicy brief = new RetryPolicy(2, 2, 2, Duration.ZERO, Duration.ZERO, Duration.ofMillis(2500));
        Throttle slow = new Throttle(1, 1, Duration.ofMinutes(10));
        town.consortium.pci().script(PciFault.resetAfterProcessing());
        int before = arrived();
        try (PciClient client =
                town.client().retry(brief).throttle(Product.ENOTUM, slow).build()) {
            long start = System.nanoTime();
            for (int i = 0; i < 3; i++) {
                client.sincron(Town.search("EXP/TURN"));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
        }
        assertThat(arrived()).isEqualTo(before + 4);
    }

    @Test
    void aRepetitionThatItsThrottleHoldsBackTooLongIsNotMade() {
        RetryPolicy brief = new RetryPolicy(2, 2, 2, Duration.ZERO, Duration.ZERO, Duration.ofMillis(500));
        Throttle slow = new Throttle(1, 1, Duration.ofMinutes(10));
        int before = arrived();
        try (PciClient client =
                town.client().retry(brief).throttle(Product.ENOTUM, slow).build()) {
            client.sincron(Town.search("EXP/FIRST"));
            town.consortium.pci().script(PciFault.resetAfterProcessing());
            PciTransportException told =
                    catchThrowableOfType(PciTransportException.class, () -> client.sincron(effect("EXP/HELD")));
            assertThat(told.failure().effect()).isEqualTo(Effect.UNKNOWN);
        }
        assertThat(arrived()).isEqualTo(before + 2);
        assertThat(town.consortium.enotum().withReference("EXP/HELD")).hasSize(1);
    }

    /** Life of a message: 2.5 s; the last of the four waits 3 s for its turn. */
    @Test
    void aMessageIsSignedWhenItsTurnHasComeSoThatItDoesNotExpireMeanwhile() throws Exception {
        WsSecurity shortLived = new WsSecurity(WsSecurity.Algorithms.SHA1, false, false, Duration.ofMillis(2500));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (PciClient client = town.client()
                .wsSecurity(shortLived)
                .throttle(Product.ENOTUM, new Throttle(1, 4, Duration.ofMinutes(1)))
                .build()) {
            List<Future<PciAnswer<XmlElement>>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(threads.submit(() -> client.sincron(Town.search("EXP/SIGNED"))));
            }
            for (Future<PciAnswer<XmlElement>> answer : answers) {
                assertThat(answer.get()).isInstanceOf(PciAnswer.Completed.class);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aProductMayHaveTimeoutsOfItsOwn() {
        town.consortium.pci().script(PciFault.delay(Duration.ofSeconds(20)));
        Timeouts quick = Timeouts.standard().withRead(Duration.ofMillis(300));
        try (PciClient client = town.client().timeouts(Product.ENOTUM, quick).build()) {
            long start = System.nanoTime();
            PciTransportException told =
                    catchThrowableOfType(PciTransportException.class, () -> client.sincron(Town.search("EXP/QUICK")));
            assertThat(told).hasMessageContaining("did not answer in time");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void theTimeoutsOfAnotherProductAreNotOurs() {
        town.consortium.pci().script(PciFault.delay(Duration.ofMillis(600)));
        Timeouts quick = Timeouts.standard().withRead(Duration.ofMillis(300));
        try (PciClient client = town.client().timeouts(Product.EACAT, quick).build()) {
            assertThat(client.sincron(Town.search("EXP/PATIENT"))).isInstanceOf(PciAnswer.Completed.class);
        }
    }

    /** A codec that chokes on every answer. */
    private record Choking(RuntimeException error) implements PayloadCodec<XmlElement, XmlElement> {

        private static final PayloadCodec<XmlElement, XmlElement> GOOD = new TreeCodec("ProcessarTramesa");

        @Override
        public String operation() {
            return GOOD.operation();
        }

        @Override
        public Set<QName> answers() {
            return GOOD.answers();
        }

        @Override
        public void write(XmlElement request, PayloadWriter out) {
            GOOD.write(request, out);
        }

        @Override
        public XmlElement read(XmlElement payload) {
            throw error;
        }
    }

    private static PciProtocolException choke(String reference, RuntimeException error) {
        PciRequest<XmlElement, XmlElement> request = PciRequest.effect(
                        OperationId.next(),
                        Product.ENOTUM.soleModality(),
                        new Choking(error),
                        TreeCodec.send(reference, INLINE))
                .build();
        try (PciClient client = town.client().build()) {
            return catchThrowableOfType(PciProtocolException.class, () -> client.sincron(request));
        }
    }

    @Test
    void anAnswerThatItsCodecCannotReadLeavesTheOutcomeUnknown() {
        PciProtocolException told = choke("EXP/CHOKE", InvalidValueException.of("Nif", "8 digits and a letter"));
        assertThat(told.failure().effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(told).hasMessageContaining("8 digits and a letter");
        assertThat(town.consortium.enotum().withReference("EXP/CHOKE")).hasSize(1);
    }

    @Test
    void whatTheErrorOfACodecQuotesIsNotPrinted() {
        PciProtocolException told = choke("EXP/QUOTE", new NumberFormatException("For input string: \"00000001R\""));
        StringWriter printed = new StringWriter();
        told.printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString()).contains("NumberFormatException").doesNotContain("00000001R");
    }
}
