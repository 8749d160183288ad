package cat.eset.signature.validador;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import cat.eset.signature.timestamp.TimeStamp;
import cat.eset.signature.timestamp.TimeStampAuthority;
import cat.eset.signature.timestamp.TimeStampClient;
import cat.eset.signature.timestamp.TimeStampException;
import cat.eset.signature.timestamp.TimeStampException.Problem;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.pki.CertificateProfile;
import cat.eset.testkit.pki.TestIdentity;
import cat.eset.testkit.pki.TestPki;
import cat.eset.testkit.tsa.TimeStampLie;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.HttpExchangeClient;
import cat.eset.transport.http.Timeouts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clients of the Validador and of time stamps against the simulated services, which really verify. */
class ValidadorSimulatedTest {

    private static final Sha256 IMPRINT = Sha256.of(new byte[] {1, 2, 3});

    private static Consortium consortium;
    private static HttpExchangeClient http;

    @BeforeAll
    static void start() {
        consortium = Consortium.start(ConsortiumOptions.startingAt(Instant.now()));
        http = HttpExchangeClient.builder(
                        ServerTrust.anchors(List.of(consortium.pki().root())))
                .build();
    }

    @AfterAll
    static void stop() {
        http.close();
        consortium.close();
    }

    @AfterEach
    void honest() {
        consortium.timeStamps().lie(TimeStampLie.NONE);
    }

    @Test
    void certificateOfATrustedAuthorityIsValidWithItsAttributes() {
        ValidadorAnswer answer =
                client().certificate(consortium.pki().mayor().certificate(), CertificateAttributes.municipal());
        assertThat(verdict(answer)).isEqualTo("valid");
        assertThat(answer.attributes())
                .containsEntry(CertificateAttributes.KEY_OWNER_NIF, Optional.of("00000001R"))
                .containsEntry(CertificateAttributes.DEPARTMENT, Optional.empty())
                .hasSize(CertificateAttributes.municipal().size());
    }

    @Test
    void expiredRevokedAndUnknownCertificatesAreToldApart() {
        Instant now = Instant.now();
        TestIdentity expired = consortium
                .pki()
                .issue(
                        "expired",
                        CertificateProfile.person("Anna", "Antiga", "00000000T")
                                .withValidity(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1))));
        TestIdentity revoked =
                consortium.pki().issue("revoked", CertificateProfile.person("Rosa", "Revocada", "00000000T"));
        consortium.pki().revoke(revoked.certificate());

        ValidadorAnswer old = client().certificate(expired.certificate(), List.of());
        ValidadorAnswer gone = client().certificate(revoked.certificate(), List.of());
        ValidadorAnswer stranger = client().certificate(TestPki.create().mayor().certificate(), List.of());

        assertThat(List.of(verdict(old), verdict(gone), verdict(stranger)))
                .containsExactly("invalid", "invalid", "undetermined");
        assertThat(old.minor().orElseThrow().is(ResultUrn.CERTIFICATE_EXPIRED)).isTrue();
        assertThat(gone.minor().orElseThrow().is(ResultUrn.CERTIFICATE_REVOKED)).isTrue();
    }

    @Test
    void scriptedAnswersAndBrokenServiceAreNeverAVerdict() {
        consortium.validador().answerNext("Success", "resultminor:valid:signature:InvalidSignatureTimestamp");
        assertThat(verdict(client().xml(text("<a/>")))).isEqualTo("undetermined");
        consortium.validador().breakNext(502);
        ValidadorException error = catchThrowableOfType(ValidadorException.class, () -> client().xml(text("<a/>")));
        assertThat(error.failure().retry()).isEqualTo(Failure.Retry.LATER);
        assertThat(consortium.validador().requests()).contains("xml");
    }

    @Test
    void unsignedAndMalformedDocumentsAreTheRequestersFault() {
        assertThat(client().xml(text("no XML")).major()).isEqualTo(ResultUrn.REQUESTER_ERROR);
        assertThat(client().xml(text("<unsigned/>")).major()).isEqualTo(ResultUrn.REQUESTER_ERROR);
        assertThat(client().pdf(text("%PDF-1.7")).major()).isEqualTo(ResultUrn.REQUESTER_ERROR);
        assertThat(client().cms(text("no CMS")).major()).isEqualTo(ResultUrn.REQUESTER_ERROR);
    }

    @Test
    void timeStampsOfTheValidadorAreCheckedLikeAnyOther() {
        TimeStampAuthority authority =
                client().timeStamps(List.of(consortium.pki().root()));
        TimeStamp stamp = authority.stamp(IMPRINT);
        assertThat(stamp.imprint()).isEqualTo(IMPRINT);

        TimeStampException distrusted = catchThrowableOfType(
                TimeStampException.class,
                () -> client().timeStamps(List.of(TestPki.create().root())).stamp(IMPRINT));
        assertThat(distrusted.problem()).isEqualTo(Problem.UNTRUSTED_SIGNER);
        TimeStampException late = catchThrowableOfType(
                TimeStampException.class,
                () -> builder()
                        .clock(java.time.Clock.offset(java.time.Clock.systemUTC(), Duration.ofHours(1)))
                        .build()
                        .timeStamps(List.of(consortium.pki().root()))
                        .stamp(IMPRINT));
        assertThat(late.problem()).isEqualTo(Problem.WRONG_TIME);
    }

    @ParameterizedTest(name = "validador 6: {0} is {1}")
    @CsvSource({
        "OTHER_IMPRINT, WRONG_IMPRINT",
        "OTHER_NONCE, WRONG_NONCE",
        "NO_NONCE, WRONG_NONCE",
        "OTHER_POLICY, WRONG_POLICY",
        "AN_HOUR_AGO, WRONG_TIME",
        "BROKEN_SIGNATURE, BAD_SIGNATURE",
        "NO_CERTIFICATE, BAD_SIGNATURE",
        "EXPIRED_CERTIFICATE, UNTRUSTED_SIGNER",
        "REFUSAL, REFUSED",
        "GARBAGE, MALFORMED_ANSWER",
        "CUT_OFF, MALFORMED_ANSWER",
        "DOWN, REFUSED",
        "SILENCE, UNREACHABLE"
    })
    void everyLieOfATimeStampAuthorityIsSeenThrough(TimeStampLie lie, Problem problem) {
        assertThat(stamps().stamp(IMPRINT).imprint()).isEqualTo(IMPRINT);
        consortium.timeStamps().lie(lie);
        TimeStampException error = catchThrowableOfType(TimeStampException.class, () -> stamps().stamp(IMPRINT));
        assertThat(error).isNotNull();
        assertThat(error.problem()).isEqualTo(problem);
        assertThat(error.failure().remedy()).isPresent();
    }

    private static TimeStampClient stamps() {
        return TimeStampClient.builder(
                        consortium.endpoints().timeStamps(),
                        http,
                        List.of(consortium.pki().root()))
                .policy("1.3.6.1.4.1.99999.1.1")
                .timeouts(Timeouts.standard().withRead(Duration.ofMillis(1500)).withWhole(Duration.ofMillis(2000)))
                .build();
    }

    private static String verdict(ValidadorAnswer answer) {
        return answer.fold(v -> "valid", i -> "invalid", u -> "undetermined");
    }

    private static DocumentContent text(String text) {
        return DocumentContent.of(text.getBytes(StandardCharsets.UTF_8), MediaType.XML);
    }

    private static Validador client() {
        return builder().build();
    }

    private static Validador.Builder builder() {
        return Validador.builder(
                new ValidadorEndpoints(
                        consortium.endpoints().validador().resolve("dss"),
                        consortium.endpoints().validador().resolve("dsspdf")),
                http);
    }
}
