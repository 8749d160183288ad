package cat.eset.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.core.InvalidValueException;
import cat.eset.core.MediaType;
import cat.eset.core.Secret;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.ServerTrust;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every operation that contract desal 4 lists, through sockets; the name of a test is the number of its operation there. */
@Timeout(120)
class DesalOperationsTest {

    private static final List<Duration> PAUSES = new ArrayList<>();
    private static Consortium consortium;
    private static DesalClient client;
    private static DesalExpedients expedients;
    private static int made;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        consortium = Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0)));
        consortium.desal().allow("VENDOR", "KEY", Secret.of("secret"));
        client = DesalClient.builder(
                        DesalEnvironment.custom(
                                "simulator",
                                consortium.endpoints().desal(),
                                ServerTrust.anchors(List.of(consortium.pki().root()))),
                        new DesalKeys("VENDOR", "KEY", Secret.of("secret")),
                        TestPki.VILAPROVA)
                .pause(time -> {
                    PAUSES.add(time);
                    consortium.clock().advanceBy(time);
                })
                .build();
        expedients = client.expedients();
    }

    @AfterAll
    static void close() {
        client.close();
        consortium.close();
    }

    @BeforeEach
    void forget() {
        PAUSES.clear();
    }

    private static DocumentContent pdf(String text) {
        return DocumentContent.of(("%PDF-1.7 " + text).getBytes(StandardCharsets.UTF_8), MediaType.PDF);
    }

    private static NewDocument.Builder document(String name) {
        return NewDocument.builder(name, "Prova", pdf(name), consortium.clock().instant());
    }

    private static DesalDocument stored(NewDocument document) {
        return ((StoreResult.Stored) client.store(document)).document();
    }

    private static NewExpedient expedient() {
        return NewExpedient.builder(
                        "X" + ++made + "/2026", "Llicència", consortium.clock().instant(), "1373", "Llicències")
                .with(ExpedientField.SECURITY, "Baix")
                .interested("00000000T")
                .build();
    }

    private static DesalExpedient created(ExpedientResult result) {
        return result.fold(
                ExpedientResult.Created::expedient,
                refused -> {
                    throw new AssertionError(refused.failure());
                },
                unknown -> {
                    throw new AssertionError(unknown.failure());
                });
    }

    @Test
    void F1_F2_bytes_without_document_are_there_when_the_antivirus_has_accepted_them() throws Exception {
        UploadedFile file = client.upload(document("f.pdf").build());

        assertThat(PAUSES).isNotEmpty();
        assertThat(client.fetchFile(file.uuid(), folder.resolve("f.pdf")).sha256())
                .isEqualTo(file.document().content().sha256());
        assertThatThrownBy(() -> client.fetchFile("no", folder.resolve("g.pdf")))
                .isInstanceOfSatisfying(
                        DesalException.class, e -> assertThat(e.code()).isEqualTo("11"));
    }

    @Test
    void F2_a_virus_is_told_with_its_own_meaning() {
        consortium.desal().infect("malware.pdf");

        assertThatThrownBy(() -> client.upload(document("malware.pdf").build()))
                .isInstanceOfSatisfying(DesalException.class, e -> {
                    assertThat(e.code()).isEqualTo("14");
                    assertThat(e.failure().what()).contains("antivirus deleted");
                    assertThat(e.failure().retry()).isEqualTo(Failure.Retry.NEVER);
                });
    }

    @Test
    void D1_D5_a_document_says_what_it_was_given() {
        DesalDocument document = stored(document("d1.pdf")
                .registryNumber(new RegistryNumber(Direction.ENTRY, 2026, 1, "2026/E/000001"))
                .with(DocumentField.LANGUAGE, "ca_ES")
                .info("origen", "sdk")
                .build());

        assertThat(client.describe(document.uuid()).registryNumber()).contains("2026/E/000001");
        assertThat(client.search(DocumentSearch.where(DocumentField.LANGUAGE, "ca_ES"))
                        .rows())
                .extracting(DesalDocument::uuid)
                .contains(document.uuid());
    }

    @Test
    void D2_fields_change_and_go_and_bytes_are_replaced() {
        DesalDocument before = stored(document("d2.pdf").build());
        client.assignRegistryNumber(before.uuid(), new RegistryNumber(Direction.ENTRY, 2026, 2, "2026/E/000002"));
        UploadedFile other = client.upload(document("d2b.pdf").build());

        DesalDocument after = client.change(
                before.uuid(),
                DocumentChanges.replaceFile(other)
                        .andSet(DocumentField.TITLE, "Un altre")
                        .andRemove(DocumentField.REGISTRY_NUMBER));

        assertThat(after.title()).isEqualTo("Un altre");
        assertThat(after.registryNumber()).isEmpty();
        assertThat(after.sha256()).contains(other.document().content().sha256());
        assertThatThrownBy(() -> client.fetchFile(before.fileUuid().orElseThrow(), folder.resolve("old")))
                .isInstanceOf(DesalException.class);
        assertThatThrownBy(() -> client.change(before.uuid(), DocumentChanges.set(DocumentField.EXPEDIENT, "no")))
                .isInstanceOfSatisfying(
                        DesalException.class,
                        e -> assertThat(e.failure().what()).contains("expedient does not exist"));
    }

    @Test
    void D3_D4_documents_are_deleted_all_or_none() {
        String one = stored(document("one.pdf").build()).uuid();
        String two = stored(document("two.pdf").build()).uuid();

        assertThatThrownBy(() -> client.deleteAll(List.of(one, "no"))).isInstanceOf(DesalException.class);
        assertThat(client.describe(one).uuid()).isEqualTo(one);
        client.deleteAll(List.of(one, two));
        for (String gone : List.of(one, two)) {
            assertThatThrownBy(() -> client.describe(gone)).isInstanceOf(DesalException.class);
        }
        assertThatThrownBy(() -> client.deleteAll(List.of())).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void D6_D7_an_export_is_waited_for_and_needs_the_complete_model() throws Exception {
        DesalDocument complete = stored(document("eni.pdf")
                .eni(new NewDocument.EniMetadata("EE01", true, "TD14", "TF06"))
                .build());
        DesalDocument basic = stored(document("basic.pdf").build());

        DocumentContent export = client.exportEni(complete.uuid(), folder.resolve("eni.xml"));

        assertThat(new String(export.readAllBytes(), StandardCharsets.UTF_8)).contains(complete.uuid());
        assertThat(PAUSES).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThatThrownBy(() -> client.exportEni(basic.uuid(), folder.resolve("no.xml")))
                .isInstanceOf(DesalException.class);
        assertThat(folder.resolve("no.xml")).doesNotExist();
    }

    @Test
    void D8_a_search_says_when_it_is_cut_and_can_be_split() {
        Instant start = consortium.clock().instant();
        for (int i = 0; i < 101; i++) {
            if (i == 60) {
                consortium.clock().advanceBy(Duration.ofDays(1));
            }
            stored(document("cut" + i + ".pdf")
                    .with(DocumentField.EXTERNAL_EXPEDIENT, "CUT")
                    .build());
        }

        DocumentSearch search = DocumentSearch.where(DocumentField.EXTERNAL_EXPEDIENT, "CUT");
        Hits<DesalDocument> all = client.search(search);
        assertThat(all.isCut()).isTrue();
        assertThat(all.total()).isEqualTo(101);
        assertThat(all.rows()).hasSize(100);
        Hits<DesalDocument> half = client.search(search.andStored(start, start.plus(Duration.ofHours(1))));
        assertThat(half.isCut()).isFalse();
        assertThat(half.rows()).hasSize(60);
        assertThat(client.search(DocumentSearch.ofBytes(pdf("cut7.pdf").sha256()))
                        .rows())
                .extracting(DesalDocument::fileName)
                .containsExactly("cut7.pdf");
    }

    @Test
    void E1_E4_an_expedient_is_made_once_whatever_the_line_does() {
        NewExpedient order = expedient();
        consortium.desal().loseNextAnswer("POST /expedient");

        assertThat(expedients.create(order)).isInstanceOf(ExpedientResult.Unknown.class);
        DesalExpedient found = expedients.find(order.identifier()).orElseThrow();
        assertThat(expedients.create(order))
                .isInstanceOfSatisfying(
                        ExpedientResult.Refused.class,
                        refused -> assertThat(refused.failure().what()).contains("there is one with this identifier"));

        assertThat(expedients.describe(found.uuid())).isEqualTo(found);
        assertThat(found.identifier()).isEqualTo(order.identifier());
        assertThat(found.state()).contains("E01");
        assertThat(found.documents()).isEmpty();
        assertThat(expedients.find("never made")).isEmpty();
    }

    @Test
    void E1_E10_documents_come_with_the_expedient_or_later_all_or_none() {
        UploadedFile first = client.upload(document("first.pdf").build());
        UploadedFile second = client.upload(document("second.pdf").build());
        UploadedFile unknown = new UploadedFile("11111111-1111-4111-8111-111111111111", second.document());
        NewExpedient order = expedient();

        assertThat(expedients.create(order, List.of(first, unknown))).isInstanceOf(ExpedientResult.Refused.class);
        assertThat(expedients.find(order.identifier())).isEmpty();

        DesalExpedient made = created(expedients.create(order, List.of(first)));
        assertThat(made.documents()).extracting(DesalDocument::fileName).containsExactly("first.pdf");
        assertThatThrownBy(() -> expedients.addNew(made.uuid(), List.of(second, unknown)))
                .isInstanceOf(DesalException.class);
        expedients.addNew(made.uuid(), List.of(second));
        DesalDocument third = stored(document("third.pdf").build());
        assertThatThrownBy(() -> expedients.add(made.uuid(), List.of(third.uuid(), "no")))
                .isInstanceOf(DesalException.class);
        expedients.add(made.uuid(), List.of(third.uuid()));
        assertThat(expedients.describe(made.uuid()).documents())
                .extracting(DesalDocument::fileName)
                .containsExactlyInAnyOrder("first.pdf", "second.pdf", "third.pdf");
    }

    @Test
    void E2_E8_an_expedient_changes_is_closed_and_is_found() {
        DesalExpedient made = created(expedients.create(expedient()));

        expedients.change(made.uuid(), Map.of(ExpedientField.TITLE, "Un altre títol", ExpedientField.SECURITY, "Alt"));
        DesalExpedient closed = expedients.close(made.uuid(), consortium.clock().instant());

        assertThat(closed.title()).isEqualTo("Un altre títol");
        assertThat(closed.state()).contains("E02");
        assertThat(expedients
                        .search(Map.of(ExpedientField.SECURITY, "Alt", ExpedientField.STATE, "E02"))
                        .rows())
                .extracting(DesalExpedient::uuid)
                .containsExactly(made.uuid());
        expedients.change(made.uuid(), Map.of(ExpedientField.SECURITY, ""));
        assertThat(expedients.search(Map.of(ExpedientField.SECURITY, "Alt")).rows())
                .isEmpty();
        assertThatThrownBy(() -> expedients.change(made.uuid(), Map.of(ExpedientField.TITLE, "")))
                .isInstanceOf(DesalException.class);
    }

    @Test
    void E3_deleting_an_expedient_deletes_its_documents_and_their_bytes() {
        UploadedFile file = client.upload(document("gone.pdf").build());
        DesalExpedient made = created(expedients.create(expedient(), List.of(file)));
        String document = made.documents().get(0).uuid();

        expedients.delete(made.uuid());

        assertThat(expedients.find(made.identifier())).isEmpty();
        assertThatThrownBy(() -> client.describe(document)).isInstanceOf(DesalException.class);
        assertThatThrownBy(() -> client.fetchFile(file.uuid(), folder.resolve("gone.pdf")))
                .isInstanceOf(DesalException.class);
        assertThatThrownBy(() -> expedients.delete(made.uuid())).isInstanceOf(DesalException.class);
    }

    @Test
    void E5_E6_E9_a_zip_has_the_bytes_of_one_expedient_or_of_many() throws Exception {
        UploadedFile file = client.upload(document("zip.pdf").build());
        DesalExpedient one = created(expedients.create(expedient(), List.of(file)));
        DesalExpedient two = created(expedients.create(expedient()));

        expedients.zip(one.uuid(), folder.resolve("one.zip"));
        assertThat(PAUSES.subList(PAUSES.size() - 2, PAUSES.size()))
                .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4));
        try (ZipFile zip = new ZipFile(folder.resolve("one.zip").toFile())) {
            ZipEntry entry =
                    Optional.ofNullable(zip.getEntry(one.uuid() + "/zip.pdf")).orElseThrow();
            assertThat(zip.getInputStream(entry).readAllBytes())
                    .isEqualTo(file.document().content().readAllBytes());
        }
        expedients.zip(List.of(one.uuid(), two.uuid()), folder.resolve("both.zip"));
        try (ZipFile zip = new ZipFile(folder.resolve("both.zip").toFile())) {
            assertThat(zip.getEntry(two.uuid() + "/expedient.xml")).isNotNull();
        }
    }

    @Test
    void E7_an_expedient_is_exported_and_a_ticket_is_not_waited_for_for_ever() throws Exception {
        DesalExpedient made = created(expedients.create(expedient()));
        DocumentContent export = expedients.exportEni(made.uuid(), folder.resolve("eni.xml"));
        assertThat(new String(export.readAllBytes(), StandardCharsets.UTF_8)).contains(made.uuid());

        PAUSES.clear();
        try (DesalClient impatient = DesalClient.builder(
                        DesalEnvironment.custom(
                                "simulator",
                                consortium.endpoints().desal(),
                                ServerTrust.anchors(List.of(consortium.pki().root()))),
                        new DesalKeys("VENDOR", "KEY", Secret.of("secret")),
                        TestPki.VILAPROVA)
                .exportPatience(Duration.ofSeconds(100))
                .pause(PAUSES::add) // and the clock of the service stands still
                .build()) {
            assertThatThrownBy(() -> impatient.expedients().exportEni(made.uuid(), folder.resolve("late.xml")))
                    .isInstanceOfSatisfying(DesalException.class, e -> {
                        assertThat(e.failure().retry()).isEqualTo(Failure.Retry.LATER);
                        assertThat(e.failure().remedy())
                                .hasValueSatisfying(r -> assertThat(r).contains("exportPatience"));
                    });
        }
        assertThat(PAUSES)
                .containsExactly(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(16),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30));
        assertThat(Files.exists(folder.resolve("late.xml"))).isFalse();
    }

    @Test
    void values_that_DESAL_would_refuse_are_refused_before() {
        assertThatThrownBy(() -> DocumentField.ESSENTIAL.checked("sí")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> DocumentChanges.set(DocumentField.LANGUAGE, "x".repeat(51)))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> NewExpedient.builder("x".repeat(51), "t", Instant.EPOCH, "c", "n"))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> DocumentSearch.storedBetween(Instant.EPOCH.plusSeconds(1), Instant.EPOCH))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> expedients.zip(List.of(), folder.resolve("x")))
                .isInstanceOf(InvalidValueException.class);
    }
}
