package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import cat.eset.core.DocumentContent;
import cat.eset.core.Secret;
import cat.eset.core.id.Nif;
import cat.eset.endpoint.EndpointHeaders;
import cat.eset.endpoint.EndpointRequest;
import cat.eset.signature.Pades;
import cat.eset.signature.PreparedSignature;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.signador.CertificateFilter;
import cat.eset.signature.signador.Delivery;
import cat.eset.signature.signador.JobToken;
import cat.eset.signature.signador.PdfAppearance;
import cat.eset.signature.signador.PendingJobs;
import cat.eset.signature.signador.Signador;
import cat.eset.signature.signador.SignadorCallback;
import cat.eset.signature.signador.SignadorException;
import cat.eset.signature.signador.SignadorJob;
import cat.eset.signature.signador.SignadorKey;
import cat.eset.signature.signador.SignadorMode;
import cat.eset.signature.signador.SignadorOutcome;
import cat.eset.signature.signador.XmlOptions;
import cat.eset.signature.validation.Judgement;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.pki.TestIdentity;
import cat.eset.testkit.signador.SignadorTask;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.HttpExchangeClient;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Jobs from their start to their validated result, against the simulated Signador, and taken up by another client. */
class SignadorFlowTest {

    private static final String DOMAIN = "https://ajuntament.example";
    private static final Secret KEY = Secret.of("legalizeit");
    private static final Delivery BACK = Delivery.redirect("/firma?pas=2");
    private static final Nif MAYOR = Nif.of("00000001R");

    private static Consortium consortium;
    private static HttpExchangeClient http;
    private static DssValidator validator;

    private final PendingJobs jobs = PendingJobs.inMemory();

    @BeforeAll
    static void start() throws Exception {
        consortium = Consortium.start(ConsortiumOptions.startingAt(Instant.now()));
        consortium.signador().register(DOMAIN, KEY);
        http = HttpExchangeClient.builder(
                        ServerTrust.anchors(List.of(consortium.pki().root())))
                .build();
        validator = Fixture.validator(consortium.pki());
    }

    @AfterAll
    static void stop() {
        http.close();
        consortium.close();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EXCLUDE,
            names = {"RAW_VALUE", "CERTIFICATE"})
    void everyModeComesBackOverWhatWasSentAndByWhomItWasAskedOf(SignadorMode mode) throws Exception {
        DocumentContent document = mode.isPdf() ? Fixture.pdf() : Fixture.xml("<decret><text>aprovar</text></decret>");
        JobToken token = client().start(SignadorJob.builder(mode, BACK, "decret", document)
                .certificates(CertificateFilter.any().nif(MAYOR))
                .build());

        consortium.signador().sign(token.value(), consortium.pki().mayor());

        SignadorOutcome outcome = client().result(token, Map.of("decret", document));
        assertThat(outcome).isInstanceOf(SignadorOutcome.Signed.class);
        SignadorOutcome.Result result = ((SignadorOutcome.Signed) outcome).result("decret");
        assertThat(result.validation().signatures()).singleElement().satisfies(finding -> {
            assertThat(finding.intact()).isTrue();
            assertThat(finding.signer().orElseThrow().personId()).contains(MAYOR.value());
            assertThat(finding.provenTime().isPresent()).isEqualTo(mode.name().contains("_T"));
        });
    }

    @Test
    void pdfIsTakenByAnotherClientAndAsOftenAsNeededUntilItIsForgotten() throws Exception {
        DocumentContent pdf = Fixture.pdf();
        JobToken token = client().start(SignadorJob.builder(SignadorMode.PADES_BES, BACK, "decret.pdf", pdf)
                .appearance(PdfAppearance.visible(1, 100, 100, 200, 150)
                        .rotation(90)
                        .reason("Decret"))
                .build());
        assertThat(client().page(token).toString())
                .isEqualTo(consortium.endpoints().signador() + "/?id=" + token.value());
        assertThat(client().result(token, Map.of("decret.pdf", pdf))).isInstanceOf(SignadorOutcome.NotSigned.class);

        consortium.signador().sign(token.value(), consortium.pki().mayor());

        assertThat(Signador.tokenOf(URI.create(task(token).sentBackTo()).getQuery()))
                .contains(token);
        SignadorOutcome.Signed signed = (SignadorOutcome.Signed) client().result(token, Map.of("decret.pdf", pdf));
        assertThat(signed.result("decret.pdf").validation().signatures().get(0).judgement())
                .isInstanceOf(Judgement.Valid.class);
        assertThat(client().result(token, Map.of("decret.pdf", pdf))).isInstanceOf(SignadorOutcome.Signed.class);
        assertThat(client().forget(token)).isTrue();
        assertThat(client().forget(token)).isFalse();
        assertThatThrownBy(() -> client().result(token, Map.of("decret.pdf", pdf)))
                .isInstanceOf(SignadorException.class);
        assertThat(task(token).request()).contains("\"pdf_signature_rotation\":\"90\"", "\"pdf_reason\":\"Decret\"");
    }

    @Test
    void severalHashesComeBackInAZipAndAreMatchedByWhatTheySign() throws Exception {
        DocumentContent one = Fixture.pdf(1, 0);
        DocumentContent two = Fixture.pdf(2, 0);
        JobToken token = client().start(SignadorJob.builder(SignadorMode.CADES_BES_HASH, BACK, "one.pdf", one)
                .document("two.pdf", two)
                .build());
        consortium.signador().sign(token.value(), consortium.pki().mayor());

        SignadorOutcome.Signed signed =
                (SignadorOutcome.Signed) client().result(token, Map.of("one.pdf", one, "two.pdf", two));

        assertThat(intact(signed.result("one.pdf").content(), one)).isTrue();
        assertThat(intact(signed.result("two.pdf").content(), two)).isTrue();
        assertThat(intact(signed.result("two.pdf").content(), one)).isFalse();
    }

    @Test
    void documentsThatDoNotFitInOneRequestAreAddedOneByOne() {
        DocumentContent one = Fixture.pdf(1, 3_500_000);
        DocumentContent two = Fixture.pdf(2, 3_500_000);
        JobToken token = client().start(SignadorJob.builder(SignadorMode.PADES_BES, BACK, "one.pdf", one)
                .document("two.pdf", two)
                .build());
        assertThat(task(token).documents()).containsExactly("one.pdf", "two.pdf");
        assertThat(task(token).request()).contains("\"multiple\":\"true\"");

        consortium.signador().sign(token.value(), consortium.pki().mayor());

        assertThat(client().result(token, Map.of("one.pdf", one, "two.pdf", two)))
                .isInstanceOf(SignadorOutcome.Signed.class);
    }

    @Test
    void documentIsFetchedByThePersonsMachineAndItsResultByUs() throws Exception {
        DocumentContent pdf = Fixture.pdf();
        HttpServer vendor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vendor.createContext("/decret.pdf", exchange -> {
            exchange.sendResponseHeaders(200, pdf.length());
            exchange.getResponseBody().write(pdf.readAllBytes());
            exchange.close();
        });
        vendor.start();
        try {
            URI address = URI.create("http://localhost:" + vendor.getAddress().getPort() + "/decret.pdf");
            JobToken token = client().start(SignadorJob.builder(SignadorMode.PADES_BES, BACK, "decret.pdf", pdf)
                    .addresses(Map.of("decret.pdf", address))
                    .resultByAddress()
                    .build());
            assertThat(task(token).request()).contains("\"doc_type\":\"6\"", "\"responseB64\":\"false\"");
            consortium.signador().sign(token.value(), consortium.pki().mayor());

            assertThat(client().result(token, Map.of("decret.pdf", pdf))).isInstanceOf(SignadorOutcome.Signed.class);
        } finally {
            vendor.stop(0);
        }
    }

    @Test
    void personWhoRefusesAndPersonWhoGoesAwayHaveNotSigned() {
        DocumentContent pdf = Fixture.pdf();
        JobToken refused = start(pdf);
        JobToken abandoned = start(pdf);

        consortium.signador().refuse(refused.value());
        consortium.clock().advanceBy(Duration.ofMinutes(6));

        assertThat(client().result(refused, Map.of("a.pdf", pdf)))
                .isInstanceOfSatisfying(
                        SignadorOutcome.NotSigned.class,
                        no -> assertThat(no.error()).contains("cancel·lat"));
        assertThat(client().result(abandoned, Map.of("a.pdf", pdf)))
                .isInstanceOfSatisfying(
                        SignadorOutcome.NotSigned.class,
                        no -> assertThat(no.error()).contains("temps màxim"));
        Instant started = consortium.clock().instant().minus(Duration.ofMinutes(6));
        assertThat(client().result(abandoned, Map.of("a.pdf", pdf)))
                .isInstanceOfSatisfying(
                        SignadorOutcome.NotSigned.class,
                        no -> assertThat(no.keptUntil())
                                .isBetween(
                                        started.plus(Duration.ofDays(15)).minusSeconds(60),
                                        started.plus(Duration.ofDays(15)).plusSeconds(60)));
        assertThat(task(abandoned).state()).isEqualTo("EXPIRED");
    }

    @Test
    void signatureOverAnotherDocumentIsNotHandedOut() {
        DocumentContent pdf = Fixture.pdf();
        JobToken token = start(pdf);
        consortium.signador().signSomethingElse(token.value(), consortium.pki().mayor());

        assertThat(client().result(token, Map.of("a.pdf", pdf))).isInstanceOf(SignadorOutcome.Distrusted.class);
    }

    @Test
    void signatureByAnotherPersonIsStoppedThereAndHere() {
        DocumentContent pdf = Fixture.pdf();
        JobToken there = client().start(SignadorJob.builder(SignadorMode.PADES_BES, BACK, "a.pdf", pdf)
                .certificates(CertificateFilter.any().nif(MAYOR))
                .build());
        consortium.signador().sign(there.value(), consortium.pki().secretary());
        assertThat(client().result(there, Map.of("a.pdf", pdf))).isInstanceOf(SignadorOutcome.NotSigned.class);

        JobToken here = start(pdf);
        jobs.add(new cat.eset.signature.signador.PendingJob(
                here,
                SignadorMode.PADES_BES,
                Map.of("a.pdf", pdf.sha256()),
                XmlOptions.none(),
                Optional.of(MAYOR),
                Clock.systemUTC().instant()));
        consortium.signador().sign(here.value(), consortium.pki().secretary());
        SignadorOutcome outcome = client().result(here, Map.of("a.pdf", pdf));
        assertThat(outcome).isInstanceOf(SignadorOutcome.Distrusted.class);
        assertThat(outcome.toString()).contains("not by the person");
    }

    @Test
    void personsKeySignsWhatIsAssembledHere() throws Exception {
        TestIdentity mayor = consortium.pki().mayor();
        DocumentContent pdf = Fixture.pdf();
        SignadorKey key = client().key();

        JobToken first = key.askCertificate(BACK);
        assertThat(key.certificate(first)).isEmpty();
        consortium.signador().sign(first.value(), mayor);
        assertThat(key.certificate(first)).contains(mayor.certificate());

        DssTwoPhaseSigner signer = DssTwoPhaseSigner.builder().build();
        PreparedSignature prepared = signer.prepare(pdf, Pades.level(SignatureLevel.B), mayor.chain());
        JobToken second = key.askValue(BACK, prepared);
        assertThat(key.value(second, prepared)).isEmpty();
        consortium.signador().sign(second.value(), mayor);
        byte[] value = client().key().value(second, prepared).orElseThrow();
        try (SignedDocument signed = signer.complete(pdf, Pades.level(SignatureLevel.B), prepared, value)) {
            assertThat(SignAndValidateTest.verdict(validator.validate(signed.content())))
                    .isEqualTo("valid");
        }

        JobToken wrong = key.askValue(BACK, prepared);
        consortium.signador().sign(wrong.value(), consortium.pki().secretary());
        assertThatThrownBy(() -> key.value(wrong, prepared))
                .isInstanceOf(SignadorException.class)
                .hasMessageContaining("does not verify");
        assertThatThrownBy(() -> client().result(wrong, Map.of())).isInstanceOf(SignadorException.class);
    }

    @Test
    void otherBytesThanThoseOfTheJobAreRefused() {
        JobToken token = start(Fixture.pdf());
        assertThatThrownBy(() -> client().result(token, Map.of("a.pdf", Fixture.pdf(3, 0))))
                .isInstanceOf(SignadorException.class);
    }

    @Test
    void clockInAnotherZoneOrAWrongKeyIsRefusedWithItsRemedy() {
        Signador.Builder tokyo = builder(DOMAIN, KEY).zone(ZoneId.of("Asia/Tokyo"));
        Signador.Builder key = builder(DOMAIN, Secret.of("other"));
        Signador.Builder stranger = builder("https://stranger.example", KEY);
        for (Signador.Builder wrong : List.of(tokyo, key, stranger)) {
            SignadorException error = catchThrowableOfType(
                    SignadorException.class,
                    () -> wrong.build()
                            .start(SignadorJob.builder(SignadorMode.PADES_BES, BACK, "a.pdf", Fixture.pdf())
                                    .build()));
            assertThat(error.failure().remedy().orElseThrow()).contains("clock", "zone", "key");
        }
    }

    @Test
    void endIsAnnouncedOnceAndTheAnnouncementIsBelievedOnlyForAwaitedJobs() throws Exception {
        List<JobToken> ended = new ArrayList<>();
        SignadorCallback callback = SignadorCallback.of(jobs, ended::add);
        CompletableFuture<byte[]> announced = new CompletableFuture<>();
        HttpServer vendor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vendor.createContext("/fi", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(post(callback, body), -1);
            exchange.close();
            announced.complete(body);
        });
        vendor.start();
        try {
            String domain = "http://localhost:" + vendor.getAddress().getPort();
            consortium.signador().register(domain, KEY);
            Signador signador = builder(domain, KEY).build();
            DocumentContent pdf = Fixture.pdf();
            JobToken token =
                    signador.start(SignadorJob.builder(SignadorMode.PADES_BES, Delivery.callback("/fi"), "a.pdf", pdf)
                            .build());

            consortium.signador().sign(token.value(), consortium.pki().mayor());

            assertThat(announced.get(10, TimeUnit.SECONDS)).isNotEmpty();
            assertThat(ended).containsExactly(token);
            assertThat(task(token).callback()).isEqualTo(204);
            assertThat(signador.result(token, Map.of("a.pdf", pdf))).isInstanceOf(SignadorOutcome.Signed.class);
            signador.forget(token);
            int repeated = post(callback, announced.get());
            int garbage = post(callback, new byte[] {1});
            assertThat(ended).hasSize(1);
            assertThat(List.of(repeated, garbage)).containsOnly(204);
        } finally {
            vendor.stop(0);
        }
    }

    private static int post(SignadorCallback callback, byte[] body) {
        return callback.handle(EndpointRequest.builder("POST", "/fi")
                        .headers(EndpointHeaders.none().and("Content-Type", "application/json"))
                        .body(new String(body, java.nio.charset.StandardCharsets.UTF_8)))
                .status();
    }

    private boolean intact(DocumentContent signature, DocumentContent content) {
        return validator.validate(signature, content).signatures().get(0).intact();
    }

    private JobToken start(DocumentContent pdf) {
        return client().start(SignadorJob.builder(SignadorMode.PADES_BES, BACK, "a.pdf", pdf)
                .build());
    }

    private static SignadorTask task(JobToken token) {
        return consortium.signador().tasks().stream()
                .filter(task -> task.token().equals(token.value()))
                .findFirst()
                .orElseThrow();
    }

    /** A new client each time: nothing is kept but the pending jobs. */
    private Signador client() {
        return builder(DOMAIN, KEY).build();
    }

    private Signador.Builder builder(String domain, Secret key) {
        return Signador.builder(consortium.endpoints().signador(), domain, key, http, validator)
                .clock(consortium.clock())
                .jobs(jobs);
    }
}
