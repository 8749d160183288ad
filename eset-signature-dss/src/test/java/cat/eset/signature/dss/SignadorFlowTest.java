package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.eset.core.DocumentContent;
import cat.eset.core.Secret;
import cat.eset.core.id.Nif;
import cat.eset.endpoint.EndpointHeaders;
import cat.eset.endpoint.EndpointRequest;
import cat.eset.signature.SigningKey;
import cat.eset.signature.signador.CertificateFilter;
import cat.eset.signature.signador.Delivery;
import cat.eset.signature.signador.JobToken;
import cat.eset.signature.signador.PendingJobs;
import cat.eset.signature.signador.Signador;
import cat.eset.signature.signador.SignadorCallback;
import cat.eset.signature.signador.SignadorException;
import cat.eset.signature.signador.SignadorJob;
import cat.eset.signature.signador.SignadorMode;
import cat.eset.signature.signador.SignadorOutcome;
import cat.eset.testkit.pki.CertificateProfile;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.HttpExchangeClient;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A job from its start to its validated result, through sockets, and taken up by another client in between. */
class SignadorFlowTest {

    private static final Nif NIF = Nif.of("00000000T");
    private static final DssSigner PERSON = DssSigner.builder(Fixture.PKI
                    .issue("signador-person", CertificateProfile.person("Maria", "Exemple", NIF.value()))
                    .credentials())
            .build();
    private static final Delivery BACK = Delivery.redirect("/firma");

    private final HttpExchangeClient http =
            HttpExchangeClient.builder(ServerTrust.ofJava()).build();
    private final PendingJobs jobs = PendingJobs.inMemory();
    private FakeSignador fake;

    @BeforeEach
    void start() throws Exception {
        fake = new FakeSignador();
    }

    @AfterEach
    void stop() {
        fake.close();
        http.close();
    }

    @Test
    void pdfIsSignedByThePersonAndTakenByAnotherProcess() throws Exception {
        DocumentContent pdf = Fixture.pdf();
        JobToken token = client().start(SignadorJob.builder(SignadorMode.PADES_BES, BACK, "decret.pdf", pdf)
                .certificates(CertificateFilter.any().nif(NIF))
                .build());
        assertThat(client().page(token).toString()).isEqualTo(fake.base() + "/?id=" + token.value());
        assertThat(client().result(token, Map.of("decret.pdf", pdf))).isInstanceOf(SignadorOutcome.NotSigned.class);

        fake.personSigns(token.value(), PERSON);

        SignadorOutcome outcome = client().result(token, Map.of("decret.pdf", pdf));
        SignadorOutcome.Signed signed = (SignadorOutcome.Signed) outcome;
        assertThat(SignAndValidateTest.verdict(signed.result("decret.pdf").validation()))
                .isEqualTo("valid");
        assertThat(catchThrowableOfType(
                        SignadorException.class, () -> client().result(token, Map.of("decret.pdf", pdf))))
                .as("a result is taken once")
                .isNotNull();
    }

    @Test
    void severalHashesComeBackInAnyOrderAndAreMatchedByWhatTheySign() throws Exception {
        DocumentContent one = Fixture.pdf(1, 0);
        DocumentContent two = Fixture.pdf(2, 0);
        JobToken token = client().start(SignadorJob.builder(SignadorMode.CADES_BES_HASH, BACK, "one.pdf", one)
                .document("two.pdf", two)
                .build());
        fake.personSigns(token.value(), PERSON);

        SignadorOutcome.Signed signed =
                (SignadorOutcome.Signed) client().result(token, Map.of("one.pdf", one, "two.pdf", two));

        assertThat(Fixture.validator()
                        .validate(signed.result("one.pdf").content(), one)
                        .signatures()
                        .get(0)
                        .intact())
                .isTrue();
        assertThat(Fixture.validator()
                        .validate(signed.result("two.pdf").content(), two)
                        .signatures()
                        .get(0)
                        .intact())
                .isTrue();
    }

    @Test
    void signatureOverAnotherDocumentIsNotHandedOut() throws Exception {
        DocumentContent pdf = Fixture.pdf();
        JobToken token = client().start(SignadorJob.builder(SignadorMode.PADES_BES, BACK, "a.pdf", pdf)
                .build());
        fake.personSigns(token.value(), PERSON, List.of(Fixture.pdf(3, 0).readAllBytes()));

        assertThat(client().result(token, Map.of("a.pdf", pdf))).isInstanceOf(SignadorOutcome.Distrusted.class);
    }

    @Test
    void signatureByAnotherPersonIsNotHandedOut() throws Exception {
        DocumentContent pdf = Fixture.pdf();
        JobToken token = client().start(SignadorJob.builder(SignadorMode.PADES_BES, BACK, "a.pdf", pdf)
                .certificates(CertificateFilter.any().nif(NIF))
                .build());
        fake.personSigns(
                token.value(),
                PERSON.as(SigningKey.of(Fixture.PKI.townHallSeal().credentials())));

        SignadorOutcome outcome = client().result(token, Map.of("a.pdf", pdf));
        assertThat(outcome).isInstanceOf(SignadorOutcome.Distrusted.class);
        assertThat(outcome.toString()).contains("not by the person");
    }

    @Test
    void otherBytesThanThoseOfTheJobAreRefused() {
        DocumentContent pdf = Fixture.pdf();
        JobToken token = client().start(SignadorJob.builder(SignadorMode.PADES_BES, BACK, "a.pdf", pdf)
                .build());
        assertThat(catchThrowableOfType(
                        SignadorException.class, () -> client().result(token, Map.of("a.pdf", Fixture.pdf(3, 0)))))
                .isNotNull();
    }

    @Test
    void clockInAnotherZoneIsRefusedWithItsRemedy() {
        Signador utc = Signador.builder(
                        fake.base(), FakeSignador.DOMAIN, Secret.of(FakeSignador.KEY), http, Fixture.validator())
                .zone(ZoneId.of("Asia/Tokyo"))
                .build();
        SignadorException error = catchThrowableOfType(
                SignadorException.class,
                () -> utc.start(SignadorJob.builder(SignadorMode.PADES_BES, BACK, "a.pdf", Fixture.pdf())
                        .build()));
        assertThat(error.failure().remedy().orElseThrow()).contains("clock", "zone", "key");
    }

    @Test
    void callbackIsBelievedOnlyForJobsThatAreAwaited() throws Exception {
        JobToken token = client().start(
                        SignadorJob.builder(SignadorMode.PADES_BES, Delivery.callback("/fi"), "a.pdf", Fixture.pdf())
                                .build());
        List<JobToken> ended = new ArrayList<>();
        SignadorCallback callback = SignadorCallback.of(jobs, ended::add);

        int awaited = post(callback, "{\"status\":\"OK\",\"token\":\"" + token.value() + "\",\"signResult\":\"x\"}");
        int forged = post(callback, "{\"status\":\"OK\",\"token\":\"11111111-2222\",\"signResult\":\"x\"}");
        int garbage = post(callback, "not json");

        assertThat(ended).containsExactly(token);
        assertThat(List.of(forged, garbage)).containsOnly(awaited);
    }

    private static int post(SignadorCallback callback, String body) throws Exception {
        return callback.handle(EndpointRequest.builder("POST", "/fi")
                        .headers(EndpointHeaders.none().and("Content-Type", "application/json"))
                        .body(body))
                .status();
    }

    /** A new client each time: nothing is kept but the pending jobs. */
    private Signador client() {
        return Signador.builder(
                        fake.base(), FakeSignador.DOMAIN, Secret.of(FakeSignador.KEY), http, Fixture.validator())
                .jobs(jobs)
                .build();
    }
}
