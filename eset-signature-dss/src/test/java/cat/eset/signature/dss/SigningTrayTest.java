package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import cat.eset.core.Office;
import cat.eset.core.OperationId;
import cat.eset.core.Person;
import cat.eset.core.Secret;
import cat.eset.core.decree.Decree;
import cat.eset.core.document.DocumentId;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.Opening;
import cat.eset.core.expedient.Series;
import cat.eset.core.id.Nif;
import cat.eset.core.memory.MemoryStore;
import cat.eset.core.signature.SignatureGroup;
import cat.eset.core.signature.SignatureReport;
import cat.eset.core.signature.SignatureResult;
import cat.eset.core.signature.Signer;
import cat.eset.core.work.WorkModel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.SigningKey;
import cat.eset.signature.gateway.LocalSignatureGateway;
import cat.eset.signature.gateway.SigningTray;
import cat.eset.signature.gateway.TrayRequest;
import cat.eset.signature.gateway.TrayRequests;
import cat.eset.signature.signador.Delivery;
import cat.eset.signature.signador.JobToken;
import cat.eset.signature.signador.PendingJobs;
import cat.eset.signature.signador.Signador;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.pki.CertificateProfile;
import cat.eset.testkit.pki.TestIdentity;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.HttpExchangeClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The signing circuit of the work model with persons who sign at the Signador: order, refusal, delegate. */
class SigningTrayTest {

    private static final String DOMAIN = "https://ajuntament.example";

    private static Consortium consortium;
    private static HttpExchangeClient http;
    private static TestIdentity councillorKey;
    private static SigningTray tray;
    private static Signador signador;
    private static final PendingJobs JOBS = PendingJobs.inMemory();
    private static WorkModel work;

    private final Actor technician = actor("00000003A", Office.TECHNICIAN);
    private final Actor mayor = actor("00000001R", Office.MAYOR);
    private final Actor delegate = actor("00000004G", Office.DELEGATED_COUNCILLOR);
    private final Actor secretary = actor("00000002W", Office.SECRETARY);

    @BeforeAll
    static void start() throws Exception {
        consortium = Consortium.start(ConsortiumOptions.startingAt(Instant.now()));
        consortium.signador().register(DOMAIN, Secret.of("legalizeit"));
        councillorKey =
                consortium.pki().issue("councillor", CertificateProfile.person("Regidora", "De Prova", "00000004G"));
        http = HttpExchangeClient.builder(
                        ServerTrust.anchors(List.of(consortium.pki().root())))
                .build();
        DssValidator validator = Fixture.validator(consortium.pki());
        signador = Signador.builder(consortium.endpoints().signador(), DOMAIN, Secret.of("legalizeit"), http, validator)
                .clock(consortium.clock())
                .jobs(JOBS)
                .build();
        LocalSignatureGateway seals = LocalSignatureGateway.builder(
                        DssSigner.builder(consortium.pki().townHallSeal().credentials())
                                .build(),
                        validator,
                        signer -> signer.fold(
                                official -> Optional.empty(),
                                seal -> Optional.of(SigningKey.of(
                                        consortium.pki().townHallSeal().credentials()))))
                .pdfLevel(cat.eset.signature.SignatureLevel.B)
                .build();
        tray = SigningTray.builder(seals, signador, Delivery.redirect("/firma"))
                .clock(consortium.clock())
                .build();
        work = WorkModel.builder(MemoryStore.create(consortium.clock()), consortium.clock())
                .signatures(tray)
                .build();
    }

    @AfterAll
    static void stop() {
        http.close();
        consortium.close();
    }

    @Test
    void mayorThenSecretarySignInTheirOrder() {
        DocumentId decree = proposed(SignatureGroup.MAYOR_AND_SECRETARY);

        assertThat(work.decrees().sign(decree, mayor)).isInstanceOf(SignatureResult.Waiting.class);
        assertThat(tray.waitingFor(secretary)).as("not yet her turn").isEmpty();
        assertThatThrownBy(() -> work.decrees().sign(decree, secretary)).isInstanceOf(RuntimeException.class);
        signsAtTheSignador(mayor, consortium.pki().mayor());
        assertThat(work.decrees().follow(decree, mayor)).isInstanceOf(SignatureResult.Signed.class);

        work.decrees().sign(decree, secretary);
        signsAtTheSignador(secretary, consortium.pki().secretary());
        SignatureResult.Signed both = (SignatureResult.Signed) work.decrees().follow(decree, secretary);

        SignatureReport report = tray.verify(both.content());
        assertThat(report.allValid()).as(report.toString()).isTrue();
        assertThat(report.signatures())
                .extracting(SignatureReport.Line::signerSubject)
                .satisfiesExactly(
                        first -> assertThat(first).contains("00000001R"),
                        second -> assertThat(second).contains("00000002W"));
        assertThat(both.timeStampedAt()).isPresent();
        assertThat(work.decrees().approve(decree, secretary).number()).isPresent();
    }

    @Test
    void delegateSignsInThePlaceOfTheMayor() {
        DocumentId decree = proposed(SignatureGroup.MAYOR_OR_DELEGATE);
        work.decrees().sign(decree, mayor);
        work.decrees().sign(decree, delegate);
        assertThat(tray.waitingFor(mayor)).isEmpty();
        signsAtTheSignador(delegate, councillorKey);
        assertThat(work.decrees().follow(decree, delegate)).isInstanceOf(SignatureResult.Signed.class);
        assertThat(work.decrees().approve(decree, secretary).number()).isPresent();
    }

    @Test
    void refusalComesBackWithItsReasonAndTheDecreeIsADraftAgain() {
        DocumentId decree = proposed(SignatureGroup.MAYOR_OR_DELEGATE);
        work.decrees().sign(decree, mayor);
        OperationId operation = tray.waitingFor(mayor).get(0).operation();
        assertThatThrownBy(() -> tray.reject(operation, "no em toca", secretary))
                .isInstanceOf(InvalidValueException.class);

        tray.reject(operation, "falta l'informe", mayor);

        assertThat(work.decrees().follow(decree, mayor))
                .isInstanceOfSatisfying(
                        SignatureResult.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo("falta l'informe"));
        assertThat(work.decrees().get(decree).state()).isEqualTo(Decree.State.DRAFT);
        assertThat(tray.waitingFor(mayor)).isEmpty();
        assertThatThrownBy(() -> tray.page(operation)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void officialWhoseJobWasForgottenIsSentThereAgain() {
        DocumentId decree = proposed(SignatureGroup.MAYOR_OR_DELEGATE);
        work.decrees().sign(decree, mayor);
        OperationId operation = tray.waitingFor(mayor).get(0).operation();
        JobToken lost =
                Signador.tokenOf("token_" + tray.page(operation).getQuery()).orElseThrow();
        JOBS.remove(lost); // as after a restart, if they are kept in memory
        assertThat(work.decrees().follow(decree, mayor)).isInstanceOf(SignatureResult.Waiting.class);

        signsAtTheSignador(mayor, consortium.pki().mayor());
        assertThat(work.decrees().follow(decree, mayor)).isInstanceOf(SignatureResult.Signed.class);
        assertThat(JOBS.find(lost)).isEmpty();
    }

    @Test
    void nothingIsLostWhenTheRequestChangesBetweenReadingAndWriting() {
        BusyRequests busy = new BusyRequests();
        SigningTray shared = SigningTray.builder(tray, signador, Delivery.redirect("/firma"))
                .requests(busy)
                .clock(consortium.clock())
                .build();
        OperationId refused = OperationId.next();
        OperationId signed = OperationId.next();
        shared.signPdf(refused, Fixture.pdf(), Signer.official(mayor));
        shared.signPdf(signed, Fixture.pdf(), Signer.official(mayor));
        busy.refuseNext = true;
        shared.reject(refused, "falta l'informe", mayor);
        assertThat(shared.result(refused)).isInstanceOf(SignatureResult.Rejected.class);

        busy.refuseNext = true;
        URI page = shared.page(signed);
        JobToken token = Signador.tokenOf("token_" + page.getQuery()).orElseThrow();
        consortium.signador().sign(token.value(), consortium.pki().mayor());
        assertThat(JOBS.find(token)).isPresent();
        busy.refuseNext = true;
        assertThat(shared.result(signed)).isInstanceOf(SignatureResult.Signed.class);
        assertThat(JOBS.find(token)).as("not before the signature is stored").isEmpty();
    }

    /** Somebody else writes in between, once. */
    private static final class BusyRequests implements TrayRequests {
        private final TrayRequests kept = TrayRequests.inMemory();
        private boolean refuseNext;

        @Override
        public void add(TrayRequest request) {
            kept.add(request);
        }

        @Override
        public Optional<TrayRequest> find(OperationId operation) {
            return kept.find(operation);
        }

        @Override
        public List<TrayRequest> all() {
            return kept.all();
        }

        @Override
        public boolean replace(TrayRequest expected, TrayRequest request) {
            boolean refused = refuseNext;
            refuseNext = false;
            return !refused && kept.replace(expected, request);
        }
    }

    @Test
    void whoLetsTheFiveMinutesPassIsSentThereAgainAndAWrongResultIsNoSignature() {
        DocumentId decree = proposed(SignatureGroup.MAYOR_OR_DELEGATE);
        work.decrees().sign(decree, mayor);
        TrayRequest request = tray.waitingFor(mayor).get(0);
        tray.page(request.operation());
        consortium.clock().advanceBy(Duration.ofMinutes(6));
        assertThat(work.decrees().follow(decree, mayor)).isInstanceOf(SignatureResult.Waiting.class);

        consortium
                .signador()
                .signSomethingElse(
                        token(tray.page(request.operation())), consortium.pki().mayor());
        assertThat(work.decrees().follow(decree, mayor)).isInstanceOf(SignatureResult.Waiting.class);

        signsAtTheSignador(mayor, consortium.pki().mayor());
        assertThat(work.decrees().follow(decree, mayor)).isInstanceOf(SignatureResult.Signed.class);
    }

    @Test
    void sealsSignAtOnce() {
        SignatureResult sealed = tray.signPdf(OperationId.next(), Fixture.pdf(), Signer.seal(TestPki.VILAPROVA));
        assertThat(sealed).isInstanceOf(SignatureResult.Signed.class);
        assertThat(tray.result(OperationId.next())).isInstanceOf(SignatureResult.Unknown.class);
    }

    /** Signatures come in the order of their claimed times: that of the other signer here is of tomorrow. */
    @Test
    void whenItWasSignedIsToldByTheNewSignatureWhateverTheClocksOfOthersSay() {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        DssSettings wrong = DssSettings.defaults().clock(java.time.Clock.fixed(tomorrow, java.time.ZoneOffset.UTC));
        DssSigner ahead = DssSigner.builder(consortium.pki().secretary().credentials())
                .settings(wrong)
                .build();
        try (SignedDocument signed =
                ahead.sign(Fixture.pdf(), cat.eset.signature.Pades.level(cat.eset.signature.SignatureLevel.B))) {
            OperationId operation = OperationId.next();
            tray.signPdf(operation, signed.content(), Signer.official(mayor));
            consortium
                    .signador()
                    .sign(token(tray.page(operation)), consortium.pki().mayor());
            assertThat(tray.result(operation))
                    .isInstanceOfSatisfying(
                            SignatureResult.Signed.class,
                            result -> assertThat(result.signedAt()).isBefore(tomorrow.minus(Duration.ofHours(12))));
        }
    }

    private static void signsAtTheSignador(Actor official, TestIdentity key) {
        URI page = tray.page(tray.waitingFor(official).get(0).operation());
        consortium.signador().sign(token(page), key);
    }

    private static String token(URI page) {
        return page.getQuery().replace("id=", "");
    }

    private DocumentId proposed(SignatureGroup group) {
        ExpedientNumber expedient = work.expedients()
                .open(
                        Opening.exOfficio("Expedient", Series.of("1373", "Llicències"), Assignee.group("Urbanisme"))
                                .build(),
                        technician)
                .number();
        DocumentContent text = Fixture.pdf();
        DocumentId id = work.decrees()
                .draft(expedient, "Decret", "Extracte", text, group, technician)
                .document();
        work.decrees().propose(id, technician);
        return id;
    }

    private static Actor actor(String nif, Office office) {
        return new Actor(new Person(Nif.of(nif), "Persona de prova"), office, TestPki.VILAPROVA);
    }
}
