package cat.eset.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.Actor;
import cat.eset.core.Credentials;
import cat.eset.core.Office;
import cat.eset.core.OperationId;
import cat.eset.core.Person;
import cat.eset.core.TownHall;
import cat.eset.core.decree.Decree;
import cat.eset.core.document.Document;
import cat.eset.core.document.VerificationCodes;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.Opening;
import cat.eset.core.expedient.Series;
import cat.eset.core.expedient.Situation;
import cat.eset.core.id.Nif;
import cat.eset.core.memory.MemoryStore;
import cat.eset.core.notification.Evidence;
import cat.eset.core.notification.Notification;
import cat.eset.core.party.Party;
import cat.eset.core.work.WorkModel;
import cat.eset.notify.ENotum;
import cat.eset.notify.ENotumGateway;
import cat.eset.signature.dss.Trust;
import cat.eset.signature.gateway.LocalSignatureGateway;
import cat.eset.signature.timestamp.TimeStampAuthority;
import cat.eset.signature.timestamp.TimeStampClient;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.HttpExchangeClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A decree from its draft to the closed expedient, with keys of PKCS#12 files, over real sockets. */
@Timeout(120)
class NotifyADecreeTest {

    private static final Party MARIA =
            Party.person(Nif.of("00000000T"), "Maria", "Exemple").email("maria@exemple.cat");

    @Test
    void whatTwoOfficialsSignedReachesTheCitizenAndTheExpedientCloses() throws Exception {
        ConsortiumOptions options =
                ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0)).withVirtualTimeStamps();
        try (Consortium consortium = Consortium.start(options);
                HttpExchangeClient http =
                        HttpExchangeClient.builder(ServerTrust.ofJava()).build();
                ENotum enotum = SimulatorTest.enotum(consortium);
                LocalSignatureGateway signatures = signatures(consortium, http)) {
            TownHall town = consortium.townHalls().get(0);
            Actor mayor = new Actor(new Person(Nif.of("00000001R"), "Alcaldessa De Prova"), Office.MAYOR, town);
            Actor secretary = new Actor(new Person(Nif.of("00000002W"), "Secretari De Prova"), Office.SECRETARY, town);
            MemoryStore store = MemoryStore.create(consortium.clock());
            WorkModel work = WorkModel.builder(store, consortium.clock())
                    .signatures(signatures)
                    .notifications(ENotumGateway.of(enotum))
                    .verificationCodes(VerificationCodes.random("Decret d'alcaldia fictici 1/2026", new SecureRandom()))
                    .build();
            Expedient expedient = work.expedients()
                    .open(
                            Opening.atRequest(
                                            "Llicència d'obres",
                                            Series.of("1373", "Llicències d'obres"),
                                            Assignee.group("Urbanisme"))
                                    .build(),
                            secretary);

            Decree decree =
                    SignDecreesHere.decide(work, expedient.number(), SignAndCheckAPdfTest.onePage(), mayor, secretary);
            Document signed = store.documents().find(decree.document()).orElseThrow();
            assertThat(decree.number().orElseThrow().text()).isEqualTo("0001/2026");
            assertThat(signatures.verify(work.expedients().content(signed)).signatures())
                    .hasSize(2);

            OperationId operation = NotifyADecree.send(work, expedient.number(), decree, MARIA, secretary)
                    .operation();
            consortium.clock().advanceBy(Duration.ofHours(1));
            Notification deposited = NotifyADecree.follow(work, operation, secretary);
            assertThat(deposited.state()).isEqualTo(Notification.State.AT_DISPOSAL);
            consortium.enotum().accept(Long.parseLong(deposited.remoteId().orElseThrow()));
            Notification accepted = NotifyADecree.follow(work, operation, secretary);
            assertThat(accepted.state()).isEqualTo(Notification.State.ACCESSED);
            assertThat(accepted.evidence()).containsKeys(Evidence.Kind.PRACTICE, Evidence.Kind.READABLE);

            NotifyADecree.close(work, expedient.number(), secretary);
            assertThat(work.expedients().get(town, expedient.number()).situation())
                    .isEqualTo(Situation.CLOSED);
        }
    }

    private static LocalSignatureGateway signatures(Consortium consortium, HttpExchangeClient http) throws Exception {
        TestPki pki = consortium.pki();
        Trust trust = SignAndCheckAPdfTest.trust(pki);
        TimeStampAuthority stamps = TimeStampClient.builder(
                        consortium.endpoints().timeStamps(), http, List.of(pki.root()))
                .clock(consortium.clock())
                .build();
        Map<Office, Credentials> officials = Map.of(
                Office.MAYOR,
                pki.mayor().credentials(),
                Office.SECRETARY,
                pki.secretary().credentials());
        return SignDecreesHere.gateway(officials, pki.townHallSeal().credentials(), stamps, trust);
    }
}
