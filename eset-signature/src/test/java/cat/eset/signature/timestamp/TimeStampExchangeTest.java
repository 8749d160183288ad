package cat.eset.signature.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.eset.core.Failure;
import cat.eset.core.Sha256;
import cat.eset.signature.timestamp.LyingAuthority.Lie;
import cat.eset.signature.timestamp.TimeStampException.Problem;
import cat.eset.testkit.pki.CertificateProfile;
import cat.eset.testkit.pki.TestIdentity;
import cat.eset.testkit.pki.TestPki;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked, and what is believed (validador section 6, RFC 3161 2.4). */
class TimeStampExchangeTest {

    private static final TestPki PKI = TestPki.create();
    private static final Sha256 IMPRINT = Sha256.of("decret".getBytes(StandardCharsets.UTF_8));
    private static final BigInteger NONCE = new BigInteger("7fffffffffffff01", 16);

    @Test
    void requestIsWhatRfc3161AsksFor() throws Exception {
        TimeStampRequest request = new TimeStampRequest(
                exchange(Optional.of(NONCE), Optional.of(LyingAuthority.POLICY)).request());

        assertThat(request.getVersion()).isEqualTo(1);
        assertThat(request.getMessageImprintAlgOID()).isEqualTo(TSPAlgorithms.SHA256);
        assertThat(request.getMessageImprintDigest()).isEqualTo(IMPRINT.bytes());
        assertThat(request.getNonce()).isEqualTo(NONCE);
        assertThat(request.getReqPolicy().getId()).isEqualTo(LyingAuthority.POLICY);
        assertThat(request.getCertReq()).isTrue();
    }

    @Test
    void requestWithoutNonceAndPolicyIsOneToo() throws Exception {
        TimeStampRequest request = new TimeStampRequest(
                exchange(Optional.empty(), Optional.empty()).request());
        assertThat(request.getNonce()).isNull();
        assertThat(request.getReqPolicy()).isNull();
        assertThat(request.getCertReq()).isTrue();
    }

    @Test
    void truthIsBelievedAndReadAsBouncyCastleReadsIt() throws Exception {
        TimeStamp stamp = ask(PKI.timeStampAuthority(), Lie.NONE, Optional.of(NONCE), Optional.empty());

        TimeStampToken oracle = new TimeStampToken(new org.bouncycastle.cms.CMSSignedData(stamp.token()));
        assertThat(stamp.time())
                .isEqualTo(oracle.getTimeStampInfo().getGenTime().toInstant());
        assertThat(stamp.imprint()).isEqualTo(IMPRINT);
        assertThat(stamp.policy()).isEqualTo(LyingAuthority.POLICY);
        assertThat(stamp.serialNumber()).isEqualTo(BigInteger.valueOf(77));
        assertThat(stamp.signer()).isEqualTo(PKI.timeStampAuthority().certificate());
        assertThat(TimeStamp.read(stamp.token()).time()).isEqualTo(stamp.time());
    }

    @ParameterizedTest
    @CsvSource({
        "OTHER_IMPRINT, WRONG_IMPRINT",
        "OTHER_NONCE, WRONG_NONCE",
        "NO_NONCE, WRONG_NONCE",
        "OTHER_POLICY, WRONG_POLICY",
        "AN_HOUR_AGO, WRONG_TIME",
        "BROKEN_SIGNATURE, BAD_SIGNATURE",
        "REFUSAL, REFUSED",
        "GARBAGE, MALFORMED_ANSWER",
        "CUT_OFF, MALFORMED_ANSWER",
        "NO_CERTIFICATE, BAD_SIGNATURE"
    })
    void lieIsCaughtAndNamed(Lie lie, Problem problem) {
        TimeStampException error = refusal(PKI.timeStampAuthority(), lie);
        assertThat(error.problem()).isEqualTo(problem);
        assertThat(error.failure().fault()).isEqualTo(Failure.Fault.REMOTE);
        assertThat(error.failure().remedy()).isPresent();
        assertThat(error.failure().service()).contains("test TSA");
    }

    @Test
    void certificateThatIsNotForTimeStampsIsNotBelieved() {
        TestIdentity twoPurposes = PKI.issue(
                "two-purposes",
                CertificateProfile.timeStampAuthority("TSA", "Consorci", "VATES-Q0000000J")
                        .withPurposes(
                                List.of(CertificateProfile.TIME_STAMPING, CertificateProfile.EMAIL_PROTECTION), true));
        TestIdentity notCritical = PKI.issue(
                "not-critical",
                CertificateProfile.timeStampAuthority("TSA", "Consorci", "VATES-Q0000000J")
                        .withPurposes(List.of(CertificateProfile.TIME_STAMPING), false));
        // Bouncy Castle refuses to stamp with these, so the trust is asked directly.
        TimeStampTrust trust = new TimeStampTrust(List.of(PKI.root()));
        assertThat(trust.check(PKI.mayor().certificate(), List.of(), Instant.now()))
                .isPresent();
        assertThat(trust.check(twoPurposes.certificate(), List.of(), Instant.now()))
                .isPresent();
        assertThat(trust.check(notCritical.certificate(), List.of(), Instant.now()))
                .isPresent();
        assertThat(trust.check(PKI.timeStampAuthority().certificate(), List.of(), Instant.now()))
                .isEmpty();
    }

    @Test
    void expiredAuthorityIsNotBelieved() {
        Instant now = Instant.now();
        TestIdentity expired = PKI.issue(
                "expired-tsa",
                CertificateProfile.timeStampAuthority("TSA", "Consorci", "VATES-Q0000000J")
                        .withValidity(now.minus(Duration.ofDays(400)), now.minus(Duration.ofDays(30))));
        assertThat(new TimeStampTrust(List.of(PKI.root())).check(expired.certificate(), List.of(), now))
                .isPresent();
    }

    @Test
    void authorityOfAnotherWorldIsNotBelieved() {
        assertThat(refusal(TestPki.create().timeStampAuthority(), Lie.NONE).problem())
                .isEqualTo(Problem.UNTRUSTED_SIGNER);
    }

    @Test
    void answerWithRandomDamageIsNeverBelievedAndNeverBreaksTheClient() {
        TimeStampExchange exchange = exchange(Optional.of(NONCE), Optional.empty());
        byte[] good = new LyingAuthority(PKI.timeStampAuthority()).answer(exchange.request(), Lie.NONE);
        TimeStamp truth = exchange.accept(good, Instant.now());
        Random random = new Random(3161);
        for (int i = 0; i < 5000; i++) {
            byte[] damaged = good.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                TimeStamp stamp = exchange.accept(damaged, Instant.now());
                // Only what is not signed may change: the status text, the other certificates.
                assertThat(stamp.time()).isEqualTo(truth.time());
                assertThat(stamp.imprint()).isEqualTo(truth.imprint());
                assertThat(stamp.signer()).isEqualTo(truth.signer());
            } catch (TimeStampException e) {
                assertThat(e.problem()).isNotNull();
            }
        }
    }

    private static TimeStampException refusal(TestIdentity identity, Lie lie) {
        TimeStampException out = catchThrowableOfType(
                TimeStampException.class,
                () -> ask(identity, lie, Optional.of(NONCE), Optional.of(LyingAuthority.POLICY)));
        assertThat(out).isNotNull();
        return out;
    }

    private static TimeStamp ask(TestIdentity identity, Lie lie, Optional<BigInteger> nonce, Optional<String> policy) {
        TimeStampExchange exchange = exchange(nonce, policy);
        return exchange.accept(new LyingAuthority(identity).answer(exchange.request(), lie), Instant.now());
    }

    private static TimeStampExchange exchange(Optional<BigInteger> nonce, Optional<String> policy) {
        return new TimeStampExchange(
                "test TSA", IMPRINT, nonce, policy, Duration.ofMinutes(5), new TimeStampTrust(List.of(PKI.root())));
    }
}
