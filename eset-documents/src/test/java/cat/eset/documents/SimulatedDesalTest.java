package cat.eset.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.core.MediaType;
import cat.eset.core.Secret;
import cat.eset.core.Sha256;
import cat.eset.core.registry.Attachment;
import cat.eset.core.registry.AttachmentSource;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.contract.AttachmentSourceContract;
import cat.eset.testkit.desal.StoredDocument;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.ExchangeListener;
import cat.eset.transport.http.HttpExchangeException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DESA'L against the simulator, which was written from the contract alone and judges every signature. */
class SimulatedDesalTest {

    private static final String SECRET = "a secret of the test";
    private static final List<Duration> PAUSES = new ArrayList<>();
    private static Consortium consortium;
    private static DesalClient client;

    @TempDir
    private Path folder;

    private final byte[] bytes = new byte[200_000];

    @BeforeAll
    static void open() {
        consortium = Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0)));
        consortium.desal().allow("VENDOR", "KEY", Secret.of(SECRET));
        client = client("VENDOR", "KEY", SECRET);
    }

    @AfterAll
    static void close() {
        client.close();
        consortium.close();
    }

    @BeforeEach
    void fill() {
        PAUSES.clear();
        new Random().nextBytes(bytes);
        consortium.desal().scanFor(Duration.ofSeconds(3));
    }

    private static DesalClient client(String service, String key, String secret) {
        return client(service, key, secret, builder -> builder);
    }

    private static DesalClient client(
            String service, String key, String secret, UnaryOperator<DesalClient.Builder> settings) {
        DesalEnvironment environment = DesalEnvironment.custom(
                "simulator",
                consortium.endpoints().desal(),
                ServerTrust.anchors(List.of(consortium.pki().root())));
        // Waiting moves the clock by which the antivirus works.
        return settings.apply(DesalClient.builder(
                                environment, new DesalKeys(service, key, Secret.of(secret)), TestPki.VILAPROVA)
                        .pause(time -> {
                            PAUSES.add(time);
                            consortium.clock().advanceBy(time);
                        }))
                .build();
    }

    private NewDocument document(String name) {
        return NewDocument.builder(
                        name, "Prova", DocumentContent.of(bytes, MediaType.PDF), Instant.parse("2026-03-02T08:30:00Z"))
                .build();
    }

    private static DesalDocument stored(StoreResult result) {
        return result.fold(
                StoreResult.Stored::document,
                refused -> {
                    throw new AssertionError(refused.failure());
                },
                unknown -> {
                    throw new AssertionError(unknown.failure());
                });
    }

    private static List<StoredDocument> named(String name) {
        return consortium.desal().documents().stream()
                .filter(d -> d.fileName().equals(name))
                .toList();
    }

    @Test
    void a_document_is_stored_waits_for_the_antivirus_and_is_fetched_unchanged() throws Exception {
        DesalDocument document = stored(client.store(document("a.pdf")));
        assertThat(document.contentReady()).isFalse();

        DocumentContent content = client.fetch(document.uuid(), folder.resolve("a.pdf"));

        assertThat(content.readAllBytes()).isEqualTo(bytes);
        // Three seconds of virtual time: asked at once, after 1 s, and after 2 s more.
        assertThat(PAUSES).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(client.describe(document.uuid()).sha256()).contains(Sha256.of(bytes));
    }

    @Test
    void a_lost_answer_is_unknown_and_reconciling_finds_the_one_document() {
        consortium.desal().loseNextAnswer("POST /document");

        StoreResult lost = client.store(document("lost.pdf"));

        assertThat(lost).isInstanceOf(StoreResult.Unknown.class);
        DesalDocument found = stored(client.reconcile(((StoreResult.Unknown) lost).fileUuid(), document("lost.pdf")));
        assertThat(named("lost.pdf")).extracting(StoredDocument::uuid).containsExactly(found.uuid());
    }

    @Test
    void an_uncontrolled_error_is_unknown_and_reconciling_creates_what_is_not_there() {
        consortium.desal().answerNext("POST /document", "100");

        StoreResult unknown = client.store(document("created.pdf"));

        assertThat(unknown).isInstanceOf(StoreResult.Unknown.class);
        assertThat(named("created.pdf")).isEmpty();
        stored(client.reconcile(((StoreResult.Unknown) unknown).fileUuid(), document("created.pdf")));
        assertThat(named("created.pdf")).hasSize(1);
    }

    @Test
    void a_virus_that_is_found_later_leaves_nothing_to_fetch() {
        consortium.desal().infect("virus.pdf");
        DesalDocument document = stored(client.store(document("virus.pdf")));

        assertThatThrownBy(() -> client.fetch(document.uuid(), folder.resolve("virus.pdf")))
                .isInstanceOf(DesalException.class);
        assertThat(folder.resolve("virus.pdf")).doesNotExist();
    }

    @Test
    void a_virus_that_was_found_already_is_a_refusal() {
        consortium.desal().infect("quick.pdf");
        consortium.desal().scanFor(Duration.ZERO);

        assertThat(client.store(document("quick.pdf")))
                .isInstanceOfSatisfying(
                        StoreResult.Refused.class,
                        refused -> assertThat(refused.failure().remoteCode()).contains("14"));
    }

    @Test
    void bytes_that_are_not_those_described_are_not_left_behind() {
        String uuid = consortium.desal().put("VENDOR", "spoilt.pdf", "Prova", bytes);
        consortium.desal().spoilDownloads(true);
        try {
            assertThatThrownBy(() -> client.fetch(uuid, folder.resolve("spoilt.pdf")))
                    .isInstanceOf(DesalException.class)
                    .hasMessageContaining("not those DESA'L describes");
            assertThat(folder.resolve("spoilt.pdf")).doesNotExist();
        } finally {
            consortium.desal().spoilDownloads(false);
        }
    }

    @Test
    void a_document_whose_bytes_are_elsewhere_says_so() {
        String uuid = consortium.desal().putExternal("VENDOR", "Annex", "00000000-0000-4000-8000-000000000001");

        assertThat(client.describe(uuid).externalReference()).contains("00000000-0000-4000-8000-000000000001");
        assertThatThrownBy(() -> client.fetch(uuid, folder.resolve("x"))).isInstanceOf(DesalException.class);
    }

    @Test
    void a_wrong_secret_and_a_service_without_rule_are_configuration_errors() {
        consortium.desal().allow("DENIED", "OTHER", Secret.of(SECRET));
        consortium.desal().deny("DENIED");
        String uuid = consortium.desal().put("VENDOR", "b.pdf", "Prova", bytes);
        try (DesalClient wrong = client("VENDOR", "KEY", "another secret");
                DesalClient denied = client("DENIED", "OTHER", SECRET)) {
            for (DesalClient each : List.of(wrong, denied)) {
                assertThatThrownBy(() -> each.describe(uuid))
                        .isInstanceOfSatisfying(
                                DesalException.class,
                                e -> assertThat(e.failure().fault()).isEqualTo(Failure.Fault.CONFIGURATION));
            }
        }
    }

    @Test
    void attachments_that_came_as_references_are_brought() throws Exception {
        String uuid = consortium.desal().put("VENDOR", "c.pdf", "Prova", bytes);
        DesalAttachments source = DesalAttachments.into(client, folder);
        Attachment attachment = Attachment.held("sollicitud.pdf", MediaType.PDF, uuid);

        assertThat(source.open(attachment).orElseThrow().readAllBytes()).isEqualTo(bytes);
        assertThat(source.open(attachment.declared(bytes.length, Sha256.of(bytes))))
                .isPresent();
        assertThat(source.open(Attachment.held("x.pdf", MediaType.PDF, "../../etc/passwd")))
                .isEmpty();
    }

    @Test
    void an_attachment_that_changed_after_the_entry_is_refused_and_not_left_behind() throws Exception {
        String uuid = consortium.desal().put("VENDOR", "d.pdf", "Prova", bytes);
        Attachment declared =
                Attachment.held("d.pdf", MediaType.PDF, uuid).declared(bytes.length, Sha256.of(new byte[] {1}));

        assertThatThrownBy(() -> DesalAttachments.into(client, folder).open(declared))
                .isInstanceOf(DesalException.class)
                .hasMessageContaining("the entry declares");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void it_waits_for_the_antivirus_no_longer_than_its_patience() {
        consortium.desal().scanFor(Duration.ofDays(1));
        DesalDocument document = stored(client.store(document("slow.pdf")));

        assertThatThrownBy(() -> client.fetch(document.uuid(), folder.resolve("slow.pdf")))
                .isInstanceOfSatisfying(DesalException.class, e -> {
                    assertThat(e.failure().retry()).isEqualTo(Failure.Retry.LATER);
                    assertThat(e.code()).isEqualTo("1");
                });
    }

    @Nested
    class AsAttachmentSource implements AttachmentSourceContract {
        @Override
        public AttachmentSource newSource() {
            return DesalAttachments.into(client, folder);
        }

        @Override
        public Attachment held(byte[] content) {
            String uuid = consortium.desal().put("VENDOR", "held.pdf", "Prova", content);
            return Attachment.held("held.pdf", MediaType.PDF, uuid);
        }
    }

    /** Lets the addresses that an operation gives expire before the client can use them, so many times. */
    private static ExchangeListener expiring(String operation, int times) {
        AtomicInteger left = new AtomicInteger(times);
        return new ExchangeListener() {
            @Override
            public void ended(Ended ended) {
                if (ended.exchange().operation().equals(operation) && left.getAndDecrement() > 0) {
                    consortium.clock().advanceBy(Duration.ofMinutes(61));
                }
            }
        };
    }

    @Test
    void an_address_that_expired_before_it_was_used_is_asked_for_again() throws Exception {
        try (DesalClient late = client("VENDOR", "KEY", SECRET, b -> b.listener(expiring("document/download", 1)))) {
            String uuid = consortium.desal().put("VENDOR", "late.pdf", "Prova", bytes);

            assertThat(late.fetch(uuid, folder.resolve("late.pdf")).readAllBytes())
                    .isEqualTo(bytes);
        }
        try (DesalClient late = client("VENDOR", "KEY", SECRET, b -> b.listener(expiring("fitxer", 1)))) {
            int before = consortium.desal().documents().size();

            stored(late.store(document("late.pdf")));

            assertThat(consortium.desal().documents()).hasSize(before + 1);
        }
    }

    @Test
    void addresses_that_are_never_good_are_an_error_that_says_what_to_do() {
        String uuid = consortium.desal().put("VENDOR", "never.pdf", "Prova", new byte[] {1});
        int before = consortium.desal().documents().size();
        try (DesalClient late = client("VENDOR", "KEY", SECRET, b -> b.listener(expiring("document/download", 9)));
                DesalClient never = client("VENDOR", "KEY", SECRET, b -> b.listener(expiring("fitxer", 9)))) {
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> late.fetch(uuid, folder.resolve("never.pdf")), () -> never.store(document("never.pdf")))) {
                assertThatThrownBy(call).isInstanceOfSatisfying(DesalException.class, e -> {
                    assertThat(e.failure().retry()).isEqualTo(Failure.Retry.LATER);
                    assertThat(e.failure().remedy())
                            .hasValueSatisfying(remedy -> assertThat(remedy).contains("again"));
                    assertThat(e.failure().remoteCode()).contains("HTTP 403");
                });
            }
        }
        assertThat(folder.resolve("never.pdf")).doesNotExist();
        assertThat(consortium.desal().documents()).hasSize(before);
    }

    @Test
    void an_upload_that_is_cut_in_the_middle_leaves_no_document_and_is_simply_stored_again() {
        int before = consortium.desal().documents().size();
        AtomicBoolean cut = new AtomicBoolean(true);
        DocumentContent content = DocumentContent.of(
                bytes.length,
                MediaType.PDF,
                Sha256.of(bytes),
                () -> new FilterInputStream(new ByteArrayInputStream(bytes)) {
                    @Override
                    public int read(byte[] target, int offset, int length) throws IOException {
                        if (in.available() < bytes.length / 2 && cut.getAndSet(false)) {
                            consortium.network().cutLine();
                        }
                        return super.read(target, offset, Math.min(length, 8192));
                    }
                });
        NewDocument document = NewDocument.builder("cut.pdf", "Prova", content, Instant.parse("2026-03-02T08:30:00Z"))
                .build();
        try {
            assertThatThrownBy(() -> client.store(document)).isInstanceOf(HttpExchangeException.class);
        } finally {
            consortium.network().restoreLine();
        }
        assertThat(consortium.desal().documents()).hasSize(before);

        assertThat(stored(client.store(document)).sha256()).contains(Sha256.of(bytes));
        assertThat(consortium.desal().documents()).hasSize(before + 1);
    }

    @Test
    void the_antivirus_can_be_waited_for_without_fetching() {
        DesalDocument document = stored(client.store(document("await.pdf")));
        assertThat(document.contentReady()).isFalse();

        assertThat(client.awaitContent(document.uuid()).contentReady()).isTrue();
        assertThat(PAUSES).isNotEmpty();
    }
}
