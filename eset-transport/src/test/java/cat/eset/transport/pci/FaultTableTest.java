package cat.eset.transport.pci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cat.eset.core.Failure.Effect;
import cat.eset.core.Failure.Fault;
import cat.eset.core.OperationId;
import cat.eset.testkit.pci.PciFault;
import cat.eset.transport.http.RequestSent;
import cat.eset.transport.http.Timeouts;
import cat.eset.transport.xml.XmlElement;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of {@code docs/faults.md}: what comes over the wire, and what the caller sees of it, in bounded time. */
class FaultTableTest {

    private static final String INLINE = "<Dades>JVBERi0xLjQKJUVPRgo=</Dades>";
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final long MOST_BYTES = 256L << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static Town town;

    /**
     * A row.
     *
     * @param fault what comes
     * @param seen what the caller sees
     * @param of what an operation with an effect must believe afterwards
     */
    record Row(PciFault fault, Class<? extends PciException> seen, Fault of, Effect effect, String words) {
        @Override
        public String toString() {
            return fault + " -> " + seen.getSimpleName();
        }
    }

    @BeforeAll
    static void open() {
        town = Town.open();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    static Stream<Row> rows() {
        return Stream.of(
                remote(PciFault.docType(), PciProtocolException.class, "document type"),
                remote(PciFault.deep(10_000), PciProtocolException.class, "elements deep"),
                remote(PciFault.truncated(), PciProtocolException.class, "not well formed"),
                remote(PciFault.duplicated(), PciProtocolException.class, "not well formed"),
                remote(PciFault.empty(), PciProtocolException.class, "it is empty"),
                remote(PciFault.wrongEcho(), PciProtocolException.class, "another request"),
                remote(PciFault.wrongItemCount(), PciProtocolException.class, "2 items"),
                remote(PciFault.mtomTruncated(), PciProtocolException.class, "ends too early"),
                remote(PciFault.mtomWithoutPart(), PciProtocolException.class, "MIME part that is not there"),
                remote(PciFault.mtomWithoutBoundary(), PciProtocolException.class, "names no boundary"),
                remote(PciFault.unsigned(), PciSignatureException.class, "not to be trusted"),
                remote(PciFault.untrustedSigner(), PciSignatureException.class, "no trusted authority"),
                remote(PciFault.otherSigner(), PciSignatureException.class, "VATES-Q9999999Z"),
                remote(PciFault.expiredSigner(), PciSignatureException.class, "not now"),
                remote(PciFault.tampered(), PciSignatureException.class, "changed afterwards"),
                remote(PciFault.movedBody(), PciSignatureException.class, "does not cover the Body"),
                remote(PciFault.duplicateId(), PciSignatureException.class, "same id twice"),
                remote(PciFault.secondSignature(), PciSignatureException.class, "more than one"),
                remote(PciFault.huge(1L << 30), PciTransportException.class, "longer than the limit"),
                remote(PciFault.gzipBomb(1L << 30), PciTransportException.class, "longer than the limit"),
                network(PciFault.resetBeforeProcessing(), "broke before an answer came"),
                network(PciFault.resetAfterProcessing(), "broke before an answer came"),
                network(PciFault.resetAfterHeaders(), "in the middle of the answer"),
                network(PciFault.resetMidBody(), "in the middle of the answer"),
                network(PciFault.delay(Duration.ofSeconds(20)), "did not answer in time"),
                network(PciFault.slowBody(100), "did not finish its answer in time"),
                remote(PciFault.soapFault("999", "Error intern"), PciFaultException.class, "999: Error intern"),
                remote(PciFault.status(503, "120"), PciTransportException.class, "HTTP 503"),
                remote(PciFault.status(500, ""), PciTransportException.class, "HTTP 500"),
                remote(PciFault.state("0502", "Error realitzant la operació."), PciStateException.class, "0502"),
                remote(PciFault.state("0777", "Nou"), PciStateException.class, "0777"),
                new Row(
                        PciFault.state("0502", "Transmissió ja enregistrada: 'X'."),
                        PciDuplicateRequestException.class,
                        Fault.CALLER,
                        Effect.UNKNOWN,
                        "took a request with this identity before"),
                new Row(
                        PciFault.soapFault("1013", "No s'ha pogut obtenir cap certificat"),
                        PciAuthenticationException.class,
                        Fault.CONFIGURATION,
                        Effect.NONE,
                        "no acceptable certificate"),
                new Row(
                        PciFault.forbidden(),
                        PciAccessDeniedException.class,
                        Fault.CONFIGURATION,
                        Effect.NONE,
                        "IP address"),
                new Row(
                        PciFault.status(429, "5"),
                        PciTransportException.class,
                        Fault.REMOTE,
                        Effect.NONE,
                        "Call more slowly"),
                new Row(
                        PciFault.status(404, ""),
                        PciTransportException.class,
                        Fault.CONFIGURATION,
                        Effect.NONE,
                        "HTTP 404"));
    }

    private static Row remote(PciFault fault, Class<? extends PciException> seen, String words) {
        return new Row(fault, seen, Fault.REMOTE, Effect.UNKNOWN, words);
    }

    private static Row network(PciFault fault, String words) {
        return new Row(fault, PciTransportException.class, Fault.NETWORK, Effect.UNKNOWN, words);
    }

    /** The two faults that only time ends get little of it; making keys for the others may take the simulator a while. */
    private static PciClient client(boolean impatient) {
        Duration read = Duration.ofSeconds(impatient ? 2 : 25);
        Duration whole = Duration.ofSeconds(impatient ? 3 : 30);
        return town.client()
                .timeouts(new Timeouts(Duration.ofSeconds(10), read, Duration.ofSeconds(10), whole))
                .build();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void somethingWithAnEffect(Row row) {
        PciRequest<XmlElement, XmlElement> request =
                Town.send(OperationId.next(), "EXP/FAULT", INLINE).build();
        PciException seen = provoke(row, request);
        assertThat(seen.failure().effect()).isEqualTo(row.effect());
        assertThat(seen.failure().operation()).contains(request.operation());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aQuestion(Row row) {
        PciException seen = provoke(row, Town.search("EXP/FAULT"));
        assertThat(seen.failure().effect()).isEqualTo(Effect.NONE);
    }

    private static PciException provoke(Row row, PciRequest<XmlElement, XmlElement> request) {
        town.consortium.pci().clearScript();
        town.consortium.pci().script(row.fault());
        long start = System.nanoTime();
        long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        boolean impatient =
                row.fault().kind() == PciFault.Kind.DELAY || row.fault().kind() == PciFault.Kind.SLOW_BODY;
        try (PciClient client = client(impatient)) {
            Throwable seen = catchThrowable(() -> client.sincron(request));
            assertThat(seen).isExactlyInstanceOf(row.seen()).hasMessageContaining(row.words());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
            assertThat(THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated)
                    .isLessThan(MOST_BYTES);
            PciException error = (PciException) seen;
            assertThat(error.failure().fault()).isEqualTo(row.of());
            assertThat(error.failure().remedy()).isPresent();
            return error;
        }
    }

    /** What is not a fault: the same answer in another wrapping. */
    @Test
    void anAnswerAsMtomIsReadAndItsSignatureChecked() {
        town.consortium.pci().clearScript();
        town.consortium.pci().script(PciFault.mtom());
        try (PciClient client = client(false)) {
            PciAnswer.Completed<XmlElement> done =
                    (PciAnswer.Completed<XmlElement>) client.sincron(Town.search("EXP/FAULT"));
            assertThat(done.value().localName()).isEqualTo("RespostaCerca");
            assertThat(done.reply().signer())
                    .contains(town.consortium.pki().pciResponseSigner().certificate());
        }
    }

    @Test
    void aServiceThatAsksToWaitIsHeard() {
        PciException seen = provoke(
                remote(PciFault.status(503, "120"), PciTransportException.class, "503"), Town.search("EXP/FAULT"));
        assertThat(seen.failure().retryAfter()).contains(Duration.ofMinutes(2));
    }

    @Test
    void whatWasNeverSentIsKnownToHaveNoEffect() {
        town.consortium.network().cutLine();
        try (PciClient client = client(false)) {
            PciTransportException seen = (PciTransportException) catchThrowable(() -> client.sincron(
                    Town.send(OperationId.next(), "EXP/CUT", INLINE).build()));
            assertThat(seen.requestSent()).isEqualTo(RequestSent.NO);
            assertThat(seen.failure().effect()).isEqualTo(Effect.NONE);
        } finally {
            town.consortium.network().restoreLine();
        }
    }

    @Test
    void pendingStatesAreAnswersAndNotErrors() {
        for (String code : new String[] {"0001", "0002"}) {
            town.consortium.pci().clearScript();
            town.consortium.pci().script(PciFault.state(code, "Pendent"));
            try (PciClient client = client(false)) {
                PciRequest<XmlElement, XmlElement> request = Town.search("EXP/FAULT");
                String told = client.sincron(request)
                        .fold(
                                done -> "done",
                                pending -> pending.state().code() + " "
                                        + pending.ticket().operation());
                assertThat(told).isEqualTo(code + " " + request.operation());
            }
        }
    }

    @Test
    void warnHandsTheAnswerOnAndSaysThatNobodySignedIt() {
        town.consortium.pci().clearScript();
        town.consortium.pci().script(PciFault.tampered());
        try (PciClient client =
                town.client().signatureVerification(SignatureVerification.WARN).build()) {
            PciAnswer.Completed<XmlElement> done =
                    (PciAnswer.Completed<XmlElement>) client.sincron(Town.search("EXP/FAULT"));
            assertThat(done.reply().signer()).isEmpty();
        }
    }

    @AfterAll
    static void nothingPersonalWasLogged() throws IOException {
        Path log = Path.of("target", "transport-test.log");
        if (Files.exists(log)) {
            assertThat(Files.readString(log))
                    .contains("does not hold")
                    .doesNotContain("00000001R")
                    .doesNotContain("destinataria@")
                    .doesNotContain("Peticio>")
                    .doesNotContain("SIGNATURE");
        }
    }
}
