package cat.eset.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.Secret;
import cat.eset.core.id.Nif;
import cat.eset.documents.DesalClient;
import cat.eset.documents.DesalDocument;
import cat.eset.documents.DesalEnvironment;
import cat.eset.documents.DesalKeys;
import cat.eset.documents.NewDocument;
import cat.eset.documents.StoreResult;
import cat.eset.notify.ENotum;
import cat.eset.notify.SendResult;
import cat.eset.notify.notice.Notice;
import cat.eset.notify.notice.NoticeDocument;
import cat.eset.notify.notice.Recipient;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.enotum.StoredNotification;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Cluster;
import cat.eset.transport.ResponseSigner;
import cat.eset.transport.ServerTrust;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A document that is stored in DESA'L can be notified by reference, and only once the antivirus has released it. */
class NotifyByReferenceTest {

    private static final DocumentContent PDF =
            DocumentContent.of("%PDF-1.7 signed".getBytes(StandardCharsets.US_ASCII), MediaType.PDF);
    private static Consortium consortium;
    private static DesalClient desal;
    private static ENotum enotum;

    @BeforeAll
    static void open() {
        consortium = Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0)));
        consortium.desal().allow("VENDOR", "KEY", Secret.of("secret"));
        List<X509Certificate> anchors = List.of(consortium.pki().root());
        desal = DesalClient.builder(
                        DesalEnvironment.custom(
                                "simulated", consortium.endpoints().desal(), ServerTrust.anchors(anchors)),
                        new DesalKeys("VENDOR", "KEY", Secret.of("secret")),
                        consortium.townHalls().get(0))
                .pause(time -> consortium.clock().advanceBy(time)) // the antivirus works by the virtual clock
                .build();
        enotum = ENotum.builder(
                        AocEnvironment.custom("simulated", ServerTrust.anchors(anchors))
                                .cluster(Cluster.NT, consortium.endpoints().pciNt())
                                .responseSigner(ResponseSigner.consortium(anchors))
                                .build(),
                        consortium.pki().townHallSeal().credentials(),
                        consortium.townHalls().get(0))
                .clock(consortium.clock())
                .build();
    }

    @AfterAll
    static void close() {
        enotum.close();
        desal.close();
        consortium.close();
    }

    private static NewDocument decree(String name) {
        return NewDocument.builder(name, "Decret", PDF, consortium.clock().instant())
                .build();
    }

    @Test
    void whatWasStoredIsWhatTheCitizenGets() {
        OperationId operation = OperationId.next(consortium.clock(), new Random(1));

        String told = NotifyByReference.notify(desal, enotum, operation, decree("decret.pdf"));

        assertThat(told).startsWith("waiting for deposit");
        assertThat(consortium.enotum().withReference(operation.value()))
                .singleElement()
                .satisfies(held -> assertThat(held.documents())
                        .singleElement()
                        .extracting(StoredNotification.StoredDocument::sha256Hex)
                        .isEqualTo(PDF.sha256().hex()));
    }

    @Test
    void aFileCanBeReferredToByItsOwnIdentityToo() {
        DesalDocument stored = store("fitxer.pdf");
        desal.awaitContent(stored.uuid());

        assertThat(send(NoticeDocument.desalFile("fitxer.pdf", stored.fileUuid().orElseThrow())))
                .isInstanceOf(SendResult.Queued.class);
        assertThat(send(NoticeDocument.desalFile(
                        "fitxer.pdf", "cpd2-" + stored.fileUuid().orElseThrow())))
                .isInstanceOf(SendResult.Queued.class);
        // The identity of a file is not that of a document.
        assertThat(send(NoticeDocument.desalDocument(
                        "fitxer.pdf", UUID.fromString(stored.fileUuid().orElseThrow()))))
                .isInstanceOfSatisfying(
                        SendResult.Refused.class,
                        refused -> assertThat(refused.error().code()).isEqualTo(912));
    }

    @Test
    void whatTheAntivirusHasNotReleasedAndWhatDoesNotExistIsRefused() {
        consortium.desal().scanFor(Duration.ofHours(1));
        try {
            UUID slow = UUID.fromString(store("lent.pdf").uuid());
            for (UUID uuid : List.of(slow, UUID.fromString("22222222-2222-4222-8222-222222222222"))) {
                assertThat(send(NoticeDocument.desalDocument("lent.pdf", uuid)))
                        .isInstanceOfSatisfying(
                                SendResult.Refused.class,
                                refused -> assertThat(refused.error().code()).isEqualTo(912));
            }
        } finally {
            consortium.desal().scanFor(Duration.ofSeconds(3));
        }
    }

    private static DesalDocument store(String name) {
        return desal.store(decree(name))
                .fold(
                        StoreResult.Stored::document,
                        refused -> {
                            throw new AssertionError(refused.failure());
                        },
                        unknown -> {
                            throw new AssertionError(unknown.failure());
                        });
    }

    private static SendResult send(NoticeDocument document) {
        return enotum.send(
                OperationId.next(consortium.clock(), new Random()),
                Notice.notification("Concessió de llicència")
                        .to(Recipient.person(Nif.of("00000000T"), "Maria", "Exemple")
                                .email("maria@exemple.cat"))
                        .resolution(document)
                        .registeredByENotum()
                        .build());
    }
}
