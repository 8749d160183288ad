package cat.eset.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.core.InvalidValueException;
import cat.eset.core.MediaType;
import cat.eset.core.Secret;
import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.ServerTrust;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DESA'L through a real socket (contract desal 4 to 6). */
@Timeout(60)
class DesalClientTest {

    private static final TestPki PKI = TestPki.create();
    private static final TownHall TOWN =
            TownHall.of("Ajuntament d'Exemple", Ine10.of("0899990001"), Dir3.of("L01089999"));

    private final List<Duration> pauses = new ArrayList<>();
    private final byte[] bytes = new byte[300_000];
    private DesalStub desal;
    private DesalClient client;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        new Random(1).nextBytes(bytes);
        desal = new DesalStub(PKI.tlsServer());
        client = client("KEY");
    }

    @AfterEach
    void stop() {
        client.close();
        desal.close();
    }

    private DesalClient client(String accessKey) {
        return builder(accessKey).build();
    }

    private DesalClient.Builder builder(String accessKey) {
        DesalEnvironment environment =
                DesalEnvironment.custom("stub", desal.base(), ServerTrust.anchors(List.of(PKI.root())));
        return DesalClient.builder(environment, new DesalKeys("VENDOR", accessKey, Secret.of("secret")), TOWN)
                .pause(pauses::add);
    }

    private NewDocument document() {
        return NewDocument.builder(
                        "prova.pdf",
                        "Prova",
                        DocumentContent.of(bytes, MediaType.PDF),
                        Instant.parse("2024-03-01T08:30:00Z"))
                .eni(new NewDocument.EniMetadata("EE01", true, "TD14", "TF06"))
                .interested("00000000T")
                .build();
    }

    private DesalDocument stored(StoreResult result) {
        return result.fold(
                StoreResult.Stored::document,
                refused -> {
                    throw new AssertionError(refused.failure());
                },
                unknown -> {
                    throw new AssertionError(unknown.failure());
                });
    }

    @Test
    void a_document_is_stored_in_two_steps_and_fetched_unchanged() throws Exception {
        DesalDocument document = stored(client.store(document()));

        Path file = folder.resolve("fetched.pdf");
        assertThat(client.fetch(document.uuid(), file).sha256())
                .isEqualTo(document().content().sha256());
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        assertThat(desal.requests.get(0))
                .isEqualTo(
                        "POST /fitxer {\"codiServei\":\"VENDOR\",\"codiINE\":\"0899990001\",\"nomFitxer\":\"prova.pdf\","
                                + "\"formatFitxer\":\"application/pdf\",\"mida\":300000}");
        assertThat(desal.requests.get(2))
                .contains("\"dataDocument\":\"01/03/2024 09:30:00\"")
                .contains("\"origen\":true")
                .contains("\"contingut\":\"1\"");
        assertThat(document.contentReady()).isTrue();
    }

    @Test
    void it_waits_for_the_antivirus_with_growing_pauses() {
        desal.nextCodes.addAll(List.of("", "2", "101", "+1"));

        DesalDocument document = stored(client.store(document()));

        assertThat(document.contentReady()).isFalse();
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
        desal.nextCodes.addAll(List.of("1", "1"));
        client.fetch(document.uuid(), folder.resolve("a"));
        assertThat(pauses).hasSize(4);
    }

    @Test
    void it_does_not_wait_for_ever() {
        for (int i = 0; i < 1000; i++) {
            desal.nextCodes.add("1");
        }

        assertThatThrownBy(() -> client.describe("x"))
                .isInstanceOfSatisfying(
                        DesalException.class,
                        e -> assertThat(e.failure().retry()).isEqualTo(Failure.Retry.LATER));
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isLessThanOrEqualTo(Duration.ofSeconds(60));
    }

    /** The bytes are there, and a document may be too (contract desal 6): what became of it is asked, and not told as refused. */
    @ParameterizedTest
    @ValueSource(strings = {"2", "101"})
    void a_document_that_is_not_made_in_time_is_unknown_and_made_once_later(String code) {
        desal.nextCodes.add("");
        for (int i = 0; i < 1000; i++) {
            desal.nextCodes.add(code);
        }
        StoreResult late = client.store(document());
        desal.nextCodes.clear();

        assertThat(late).isInstanceOf(StoreResult.Unknown.class);
        stored(client.reconcile(((StoreResult.Unknown) late).fileUuid(), document()));
        assertThat(desal.documents).hasSize(1);
    }

    @Test
    void a_virus_is_a_refusal() {
        desal.nextCodes.addAll(List.of("", "14"));

        assertThat(client.store(document()))
                .isInstanceOfSatisfying(
                        StoreResult.Refused.class,
                        refused -> assertThat(refused.failure().what()).contains("antivirus deleted"));
    }

    @Test
    void a_lost_answer_is_unknown_and_reconciling_finds_the_one_document() {
        desal.breakAfterCreating = true;
        StoreResult lost = client.store(document());
        desal.breakAfterCreating = false;

        assertThat(lost)
                .isInstanceOfSatisfying(
                        StoreResult.Unknown.class,
                        unknown -> assertThat(unknown.failure().effect()).isEqualTo(Failure.Effect.UNKNOWN));
        DesalDocument found = stored(client.reconcile(((StoreResult.Unknown) lost).fileUuid(), document()));
        assertThat(desal.documents).containsOnlyKeys(found.uuid());
    }

    @Test
    void a_document_of_another_file_with_the_same_bytes_is_not_ours() {
        DesalDocument other = stored(client.store(document()));
        desal.nextCodes.addAll(List.of("", "100"));
        StoreResult.Unknown unknown = (StoreResult.Unknown) client.store(document());

        DesalDocument ours = stored(client.reconcile(unknown.fileUuid(), document()));

        assertThat(ours.uuid()).isNotEqualTo(other.uuid());
        assertThat(desal.documents).containsOnlyKeys(other.uuid(), ours.uuid());
    }

    @Test
    void reconciling_creates_what_is_not_there() {
        desal.nextCodes.addAll(List.of("", "100"));
        StoreResult unknown = client.store(document());

        assertThat(unknown).isInstanceOf(StoreResult.Unknown.class);
        assertThat(desal.documents).isEmpty();
        stored(client.reconcile(((StoreResult.Unknown) unknown).fileUuid(), document()));
        assertThat(desal.documents).hasSize(1);
    }

    @Test
    void reconciling_creates_nothing_when_the_search_does_not_show_all() {
        desal.nextCodes.addAll(List.of("", "100"));
        StoreResult unknown = client.store(document());
        desal.hidden = 1;

        assertThat(client.reconcile(((StoreResult.Unknown) unknown).fileUuid(), document()))
                .isInstanceOf(StoreResult.Unknown.class);
        assertThat(desal.documents).isEmpty();
    }

    @Test
    void bytes_of_another_length_are_not_left_behind_where_no_digest_is_told() {
        DesalDocument document = stored(client.store(document()));
        Objects.requireNonNull(desal.documents.get(document.uuid())).remove("hash");
        desal.otherBytes = Arrays.copyOf(bytes, 10);
        Path file = folder.resolve("short.pdf");

        assertThatThrownBy(() -> client.fetch(document.uuid(), file)).isInstanceOf(DesalException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void bytes_that_are_not_those_described_are_not_left_behind() {
        DesalDocument document = stored(client.store(document()));
        byte[] other = bytes.clone();
        other[7]++;
        desal.otherBytes = other;
        Path file = folder.resolve("wrong.pdf");

        assertThatThrownBy(() -> client.fetch(document.uuid(), file)).isInstanceOf(DesalException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void an_upload_bears_the_headers_that_were_set() {
        try (DesalClient other =
                builder("KEY").uploadHeader("x-amz-acl", "private").build()) {
            stored(other.store(document()));
        }

        assertThat(desal.uploadHeaders).containsEntry("X-amz-acl", List.of("private"));
        assertThat(desal.uploadHeaders).containsEntry("Content-type", List.of("application/pdf"));
        assertThat(desal.uploadHeaders).doesNotContainKey("Authorization");
    }

    /** Contract desal 1: the code of a service may have spaces. */
    @Test
    void a_service_with_a_space_in_its_code_may_ask() {
        DesalDocument document = stored(client.store(document()));
        DesalEnvironment environment =
                DesalEnvironment.custom("stub", desal.base(), ServerTrust.anchors(List.of(PKI.root())));
        try (DesalClient spaced = DesalClient.builder(
                        environment, new DesalKeys("A TOWN", "KEY", Secret.of("secret")), TOWN)
                .build()) {
            assertThat(spaced.describe(document.uuid()).uuid()).isEqualTo(document.uuid());
        }

        assertThat(desal.requests).last(InstanceOfAssertFactories.STRING).contains("codiServei=A%20TOWN");
    }

    @ParameterizedTest
    @CsvSource({
        "https://amazonaws.com/x, true",
        "https://bucket.s3.eu-west-1.amazonaws.com/x, true",
        "https://BUCKET.S3.AMAZONAWS.COM/x, true",
        "https://evilamazonaws.com/x, false",
        "https://amazonaws.com.evil.example/x, false",
        "http://bucket.s3.eu-west-1.amazonaws.com/x, false",
        "file:///etc/hostname, false"
    })
    void bytes_go_to_and_come_from_the_named_domains_by_https_only(URI address, boolean allowed) {
        assertThat(DesalEnvironment.production().allowsContentAt(address)).isEqualTo(allowed);
    }

    @Test
    void a_file_that_exists_is_not_touched() throws Exception {
        DesalDocument document = stored(client.store(document()));
        Path file = Files.writeString(folder.resolve("mine"), "mine");

        assertThatThrownBy(() -> client.fetch(document.uuid(), file)).isInstanceOf(DesalException.class);
        assertThat(file).hasContent("mine");
    }

    @Test
    void an_address_at_another_host_is_not_followed() {
        desal.contentHost = "evil.example";

        assertThatThrownBy(() -> client.store(document())).isInstanceOfSatisfying(DesalException.class, e -> {
            assertThat(e.failure().fault()).isEqualTo(Failure.Fault.CONFIGURATION);
            assertThat(e.getMessage()).doesNotContain("X-Amz-Signature");
        });
    }

    @Test
    void code_10_means_another_thing_per_operation() {
        desal.nextCodes.add("10");
        assertThat(client.store(document()))
                .isInstanceOfSatisfying(
                        StoreResult.Refused.class,
                        refused -> assertThat(refused.failure().what()).contains("metadata"));
        desal.nextCodes.add("10");
        assertThatThrownBy(() -> client.describe("x")).hasMessageContaining("control rule");
    }

    @Test
    void wrong_keys_are_a_configuration_error() {
        try (DesalClient stranger = client("OTHER")) {
            assertThatThrownBy(() -> stranger.describe("x"))
                    .isInstanceOfSatisfying(
                            DesalException.class,
                            e -> assertThat(e.failure().fault()).isEqualTo(Failure.Fault.CONFIGURATION));
        }
    }

    @Test
    void a_document_gets_its_registry_number_and_can_be_deleted() {
        DesalDocument document = stored(client.store(document()));

        DesalDocument numbered = client.assignRegistryNumber(
                document.uuid(), new RegistryNumber(Direction.ENTRY, 2026, 1, "2026/E/000001"));
        assertThat(numbered.registryNumber()).contains("2026/E/000001");
        // Changed, while the antivirus still looks at the bytes (contract desal 6, table C).
        desal.nextCodes.add("+1");
        assertThat(client.assignRegistryNumber(
                                document.uuid(), new RegistryNumber(Direction.ENTRY, 2026, 2, "2026/E/000002"))
                        .registryNumber())
                .contains("2026/E/000002");
        client.delete(document.uuid());
        assertThat(desal.documents).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "noextension", "a/b.pdf", "a\\b.pdf", "..pdf.", "con.pdf", "a?.pdf", "a .", ".pdf"})
    void names_that_DESAL_refuses_are_refused_before_anything_is_sent(String name) {
        assertThatThrownBy(() -> NewDocument.builder(
                                name, "t", DocumentContent.of(new byte[1], MediaType.PDF), Instant.EPOCH)
                        .build())
                .isInstanceOf(InvalidValueException.class);
    }
}
