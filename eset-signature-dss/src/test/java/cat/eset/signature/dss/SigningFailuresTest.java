package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.eset.core.Credentials;
import cat.eset.core.CredentialsException;
import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.core.MediaType;
import cat.eset.core.Secret;
import cat.eset.core.Sha256;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureFormat;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.SigningException;
import cat.eset.signature.SigningException.Problem;
import cat.eset.signature.SigningKey;
import cat.eset.signature.VisibleMark;
import cat.eset.signature.Xades;
import cat.eset.signature.timestamp.TimeStamp;
import cat.eset.signature.timestamp.TimeStampAuthority;
import cat.eset.signature.timestamp.TimeStampClient;
import cat.eset.signature.timestamp.TimeStampException;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.pki.CertificateProfile;
import cat.eset.testkit.pki.TestIdentity;
import cat.eset.testkit.pki.TestPki;
import cat.eset.testkit.tsa.TimeStampLie;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.HttpExchangeClient;
import cat.eset.transport.http.Timeouts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing that can stand in the way has its own problem and remedy, and leaves nothing on disk. */
class SigningFailuresTest {

    @TempDir
    Path temporary;

    @AfterEach
    void nothingIsLeftOnDisk() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE})
    void emptyDocument(long inMemoryUpTo) {
        DocumentContent empty = DocumentContent.of(new byte[0], MediaType.PDF);
        expect(Problem.EMPTY_DOCUMENT, inMemoryUpTo, empty, Pades.level(SignatureLevel.B), "Create it again");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE})
    void encryptedPdfEvenIfItOpensWithoutPassword(long inMemoryUpTo) throws Exception {
        expect(
                Problem.ENCRYPTED_DOCUMENT,
                inMemoryUpTo,
                encrypted(""),
                Pades.level(SignatureLevel.B),
                "without password");
        expect(
                Problem.ENCRYPTED_DOCUMENT,
                inMemoryUpTo,
                encrypted("secret"),
                Pades.level(SignatureLevel.B),
                "without password");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE})
    void certifiedPdfThatAllowsNoChange(long inMemoryUpTo) {
        Pades certifying = Pades.level(SignatureLevel.B).certify(Pades.ChangePermission.NOTHING);
        try (SignedDocument certified = Fixture.mayor().build().sign(Fixture.pdf(), certifying)) {
            expect(
                    Problem.CHANGES_FORBIDDEN,
                    inMemoryUpTo,
                    certified.content(),
                    Pades.level(SignatureLevel.B),
                    "before it was certified");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"this is no PDF", "%PDF-1.7 and then nothing"})
    void brokenPdf(String text) {
        DocumentContent broken = DocumentContent.of(text.getBytes(StandardCharsets.UTF_8), MediaType.PDF);
        expect(Problem.MALFORMED_DOCUMENT, 0, broken, Pades.level(SignatureLevel.B));
        expect(Problem.MALFORMED_DOCUMENT, Long.MAX_VALUE, broken, Pades.level(SignatureLevel.B));
    }

    @Test
    void pdfThatOpensOnlyByRepairWouldComeOutUnreadable() throws Exception {
        byte[] good = Fixture.pdf().readAllBytes();
        byte[] damaged = java.util.Arrays.copyOf(good, good.length + 5000);
        java.util.Arrays.fill(damaged, good.length, damaged.length, (byte) ' ');
        DocumentContent pdf = DocumentContent.of(damaged, MediaType.PDF);
        expect(Problem.MALFORMED_DOCUMENT, 0, pdf, Pades.level(SignatureLevel.B));
        expect(Problem.MALFORMED_DOCUMENT, Long.MAX_VALUE, pdf, Pades.level(SignatureLevel.B));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no XML",
                "<a><b></a>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                "<!DOCTYPE a><a/>"
            })
    void brokenXml(String text) {
        expect(Problem.MALFORMED_DOCUMENT, 0, Fixture.xml(text), Xades.enveloped(SignatureLevel.B));
        expect(Problem.MALFORMED_DOCUMENT, 0, Fixture.xml(text), Xades.internallyDetached(SignatureLevel.B, "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a/>", "<a><b Id='x'/><c Id='x'/></a>"})
    void idThatIsNotThereOrThereTwice(String xml) {
        expect(Problem.MALFORMED_DOCUMENT, 0, Fixture.xml(xml), Xades.internallyDetached(SignatureLevel.B, "x"));
    }

    @Test
    void fieldThatDoesNotExist() {
        expect(
                Problem.FIELD_UNAVAILABLE,
                0,
                Fixture.pdf(),
                Pades.level(SignatureLevel.B).field("nowhere"));
    }

    @Test
    void markOutsideThePage() {
        VisibleMark outside = VisibleMark.text(1, 5000, 5000, 100, 100, List.of("text"));
        expect(
                Problem.FIELD_UNAVAILABLE,
                0,
                Fixture.pdf(),
                Pades.level(SignatureLevel.B).visible(outside));
    }

    @Test
    void documentLargerThanTheLimit() {
        DssSigner signer = Fixture.mayor()
                .settings(DssSettings.defaults().temporaryDirectory(temporary).maximumLength(100))
                .build();
        assertThat(problem(() -> signer.sign(Fixture.pdf(), Pades.level(SignatureLevel.B))))
                .isEqualTo(Problem.DOCUMENT_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE})
    void noTimeStamp(long inMemoryUpTo) {
        DssSigner without = DssSigner.builder(Fixture.PKI.mayor().credentials())
                .settings(settings(inMemoryUpTo))
                .build();
        assertThat(problem(() -> without.sign(Fixture.pdf(), Pades.level(SignatureLevel.T)), "timeStamps(...)"))
                .isEqualTo(Problem.NO_TIME_STAMP);

        DssSigner down = DssSigner.builder(Fixture.PKI.mayor().credentials())
                .timeStamps(new DeadAuthority())
                .settings(settings(inMemoryUpTo))
                .build();
        SigningException error = catchThrowableOfType(
                SigningException.class, () -> down.sign(Fixture.pdf(), Pades.level(SignatureLevel.T)));
        assertThat(error.problem()).isEqualTo(Problem.NO_TIME_STAMP);
        assertThat(error.failure().retry()).isEqualTo(Failure.Retry.LATER);
        assertThat(error.failure().fault()).isEqualTo(Failure.Fault.NETWORK);
        assertThat(error.failure().remedy().orElseThrow()).contains("augment later");
    }

    @Test
    void clockThatIsBeforeTheCertificate() {
        Clock wrong = Clock.fixed(Instant.parse("2001-01-01T00:00:00Z"), ZoneOffset.UTC);
        DssSigner signer = Fixture.mayor().settings(settings(0).clock(wrong)).build();
        SigningException error = catchThrowableOfType(
                SigningException.class, () -> signer.sign(Fixture.pdf(), Pades.level(SignatureLevel.B)));
        assertThat(error.problem()).isEqualTo(Problem.CERTIFICATE_EXPIRED);
        assertThat(error.failure().remedy().orElseThrow()).contains("clock");
    }

    @Test
    void certificateThatExpiredSinceTheSignerWasBuilt() {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(36_500));
        DssSigner signer = Fixture.mayor().settings(settings(0).clock(later)).build();
        assertThat(problem(() -> signer.sign(Fixture.pdf(), Pades.level(SignatureLevel.B)), "Renew it"))
                .isEqualTo(Problem.CERTIFICATE_EXPIRED);
    }

    @Test
    void revokedCertificateCannotReachLt() throws Exception {
        TestPki pki = TestPki.create();
        TestIdentity revoked = pki.issue("revoked", CertificateProfile.person("Rosa", "Revocada", "00000000T"));
        DssSigner.Builder signer = DssSigner.builder(revoked.credentials())
                .timeStamps(new TestAuthority(pki.timeStampAuthority()))
                .settings(settings(0));
        try (SignedDocument signed = signer.build().sign(Fixture.pdf(), Pades.level(SignatureLevel.T))) {
            pki.revoke(revoked.certificate());
            DssSigner knows = signer.trust(Trust.anchors(List.of(pki.root())).crls(List.of(Fixture.crl(pki))))
                    .build();

            assertThat(problem(() -> knows.augment(signed.content(), SignatureLevel.LT), "new certificate"))
                    .isEqualTo(Problem.CERTIFICATE_REVOKED);
        }
    }

    @Test
    void keyStoreThatCannotBeUsedIsToldApartBeforeAnythingIsSigned() throws Exception {
        TestIdentity mayor = Fixture.PKI.mayor();
        byte[] good = mayor.pkcs12(Secret.of("right"));
        assertThat(credentials(good, "wrong", "Check the password"))
                .isEqualTo(CredentialsException.Problem.WRONG_PASSWORD);
        assertThat(credentials(new byte[] {1, 2, 3}, "right", "again as PKCS#12"))
                .isEqualTo(CredentialsException.Problem.MALFORMED);

        KeyStore bare = KeyStore.getInstance("PKCS12");
        bare.load(null, null);
        bare.setCertificateEntry("certificate", mayor.certificate());
        assertThat(credentials(bytes(bare), "right", "together with its key"))
                .isEqualTo(CredentialsException.Problem.NO_KEY);
        assertThat(problem(mayor.privateKey(), List.of(), "together with its certificate"))
                .isEqualTo(CredentialsException.Problem.NO_CERTIFICATE);

        Instant now = Instant.now();
        CertificateProfile person = CertificateProfile.person("Anna", "Antiga", "00000000T");
        TestIdentity expired = Fixture.PKI.issue(
                "failures-expired", person.withValidity(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1))));
        TestIdentity early = Fixture.PKI.issue(
                "failures-early", person.withValidity(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(9))));
        assertThat(problem(expired.privateKey(), expired.chain(), "Renew it"))
                .isEqualTo(CredentialsException.Problem.EXPIRED);
        assertThat(problem(early.privateKey(), early.chain(), "Check the clock"))
                .isEqualTo(CredentialsException.Problem.NOT_YET_VALID);
    }

    private static CredentialsException.Problem credentials(byte[] store, String password, String remedy) {
        return told(() -> Credentials.pkcs12(new ByteArrayInputStream(store), Secret.of(password)), remedy);
    }

    private static CredentialsException.Problem problem(PrivateKey key, List<X509Certificate> chain, String remedy) {
        return told(() -> Credentials.of(key, chain), remedy);
    }

    private static CredentialsException.Problem told(ThrowingCallable call, String remedy) {
        CredentialsException error = catchThrowableOfType(CredentialsException.class, call);
        assertThat(error).isNotNull();
        assertThat(error.failure().remedy().orElseThrow()).contains(remedy);
        return error.problem();
    }

    private static byte[] bytes(KeyStore store) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, "right".toCharArray());
        return out.toByteArray();
    }

    /** The authority through sockets: down, then silent. */
    @ParameterizedTest
    @EnumSource(names = {"DOWN", "SILENCE"})
    void authorityThatIsDownOrSlowLeavesNothingBehind(TimeStampLie trouble) {
        try (Consortium consortium = Consortium.start(ConsortiumOptions.startingAt(Instant.now()));
                HttpExchangeClient http =
                        HttpExchangeClient.builder(ServerTrust.ofJava()).build()) {
            TimeStampClient stamps = TimeStampClient.builder(
                            consortium.endpoints().timeStamps(),
                            http,
                            List.of(consortium.pki().root()))
                    .timeouts(
                            Timeouts.standard().withRead(Duration.ofMillis(300)).withWhole(Duration.ofMillis(500)))
                    .build();
            DssSigner signer = DssSigner.builder(consortium.pki().mayor().credentials())
                    .timeStamps(stamps)
                    .settings(settings(0))
                    .build();
            consortium.timeStamps().lie(trouble);
            SigningException error = catchThrowableOfType(
                    SigningException.class, () -> signer.sign(Fixture.pdf(), Pades.level(SignatureLevel.T)));
            assertThat(error.problem()).isEqualTo(Problem.NO_TIME_STAMP);
            boolean down = trouble == TimeStampLie.DOWN;
            assertThat(error.failure().fault()).isEqualTo(down ? Failure.Fault.REMOTE : Failure.Fault.NETWORK);
            assertThat(error.failure().retry()).isEqualTo(down ? Failure.Retry.LATER : Failure.Retry.SAME_OPERATION);
            assertThat(error.failure().remedy().orElseThrow()).contains("Sign at level B now");
            consortium.timeStamps().lie(TimeStampLie.NONE);
        }
    }

    @Test
    void noRevocationDataForLt() {
        DssSigner signer = DssSigner.builder(Fixture.PKI.mayor().credentials())
                .timeStamps(Fixture.TSA)
                .trust(Trust.anchors(List.of(Fixture.PKI.root())))
                .settings(settings(0))
                .build();
        assertThat(problem(() -> signer.sign(Fixture.pdf(), Pades.level(SignatureLevel.LT)), "revocation list"))
                .isEqualTo(Problem.NO_REVOCATION_DATA);
    }

    @Test
    void keyThatIsNotThatOfTheCertificate() {
        SigningKey other = SigningKey.of(Fixture.PKI.secretary().credentials());
        SigningKey mixed = new SigningKey() {
            @Override
            public List<X509Certificate> chain() {
                return Fixture.PKI.mayor().chain();
            }

            @Override
            public byte[] sign(byte[] toBeSigned) {
                return other.sign(toBeSigned);
            }
        };
        DssSigner signer = DssSigner.builder(mixed).settings(settings(0)).build();
        assertThat(problem(() -> signer.sign(Fixture.pdf(), Pades.level(SignatureLevel.B))))
                .isEqualTo(Problem.WRONG_SIGNATURE_VALUE);
    }

    @Test
    void temporaryDirectoryThatDoesNotExistIsFoundWhenTheSignerIsBuilt() {
        DssSettings nowhere = DssSettings.defaults().temporaryDirectory(temporary.resolve("missing"));
        assertThat(catchThrowableOfType(
                        cat.eset.core.ConfigurationException.class,
                        () -> Fixture.mayor().settings(nowhere).build()))
                .isNotNull();
    }

    /** PDFs whose pages or fields hang one from another without end overflow the stack of the library; XML is bounded before. */
    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE})
    void documentThatIsNestedWithoutEnd(long inMemoryUpTo) {
        expect(Problem.MALFORMED_DOCUMENT, inMemoryUpTo, nestedPages(20_000), Pades.level(SignatureLevel.B));
        expect(
                Problem.MALFORMED_DOCUMENT,
                inMemoryUpTo,
                nestedPages(20_000),
                Pades.level(SignatureLevel.B).visible(VisibleMark.text(0, 50, 50, 100, 50, List.of("last page"))));
        DocumentContent xml = Fixture.xml("<a>".repeat(201) + "<x Id='x'/>" + "</a>".repeat(201));
        expect(Problem.MALFORMED_DOCUMENT, inMemoryUpTo, xml, Xades.enveloped(SignatureLevel.B));
        expect(Problem.MALFORMED_DOCUMENT, inMemoryUpTo, xml, Xades.internallyDetached(SignatureLevel.B, "x"));
        DssTwoPhaseSigner twoPhase =
                DssTwoPhaseSigner.builder().settings(settings(inMemoryUpTo)).build();
        assertThat(problem(() -> twoPhase.prepare(
                        nestedPages(20_000),
                        Pades.level(SignatureLevel.B),
                        Fixture.PKI.mayor().chain())))
                .isEqualTo(Problem.MALFORMED_DOCUMENT);
    }

    private static DocumentContent nestedPages(int depth) {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
        List<Integer> at = new java.util.ArrayList<>();
        for (int i = 1; i <= depth; i++) {
            at.add(pdf.length());
            pdf.append(i).append(" 0 obj\n");
            if (i == 1) {
                pdf.append("<</Type/Catalog/Pages 2 0 R>>");
            } else if (i == depth) {
                pdf.append("<</Type/Page/MediaBox[0 0 600 800]/Parent ")
                        .append(i - 1)
                        .append(" 0 R>>");
            } else {
                pdf.append("<</Type/Pages/Count 1/Kids[").append(i + 1).append(" 0 R]");
                pdf.append(i == 2 ? ">>" : "/Parent " + (i - 1) + " 0 R>>");
            }
            pdf.append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 ").append(depth + 1).append("\n0000000000 65535 f \n");
        at.forEach(offset -> pdf.append(String.format(java.util.Locale.ROOT, "%010d 00000 n \n", offset)));
        pdf.append("trailer\n<</Root 1 0 R/Size ")
                .append(depth + 1)
                .append(">>\nstartxref\n")
                .append(table);
        pdf.append("\n%%EOF\n");
        return DocumentContent.of(pdf.toString().getBytes(StandardCharsets.ISO_8859_1), MediaType.PDF);
    }

    @Test
    void brokenPdfWithAMarkOnItsLastPage() {
        DocumentContent broken =
                DocumentContent.of("%PDF-1.7 and nothing".getBytes(StandardCharsets.UTF_8), MediaType.PDF);
        VisibleMark last = VisibleMark.text(0, 50, 50, 100, 50, List.of("text"));
        expect(
                Problem.MALFORMED_DOCUMENT,
                0,
                broken,
                Pades.level(SignatureLevel.B).visible(last));
    }

    /** A key of another machine says itself what is wrong, whether to try again, and what to do. */
    @Test
    void keyThatDoesNotSign() {
        RuntimeException away =
                new cat.eset.core.EsetException(Failure.of(Failure.Fault.REMOTE, "The module is busy")
                        .retry(Failure.Retry.LATER)
                        .retryAfter(Duration.ofMinutes(1))
                        .service("key module")
                        .remedy("Ask again in a minute.")
                        .build()) {
                    private static final long serialVersionUID = 1L;
                };
        SigningException error = failing(away);
        assertThat(error.problem()).isEqualTo(Problem.KEY_UNUSABLE);
        assertThat(error.failure().retry()).isEqualTo(Failure.Retry.LATER);
        assertThat(error.failure().retryAfter()).contains(Duration.ofMinutes(1));
        assertThat(error.failure().fault()).isEqualTo(Failure.Fault.REMOTE);
        assertThat(error.failure().service()).contains("key module");
        assertThat(error.failure().remedy()).contains("Ask again in a minute.");

        SigningException card = failing(new java.security.ProviderException("CKR_DEVICE_REMOVED"));
        assertThat(card.problem()).isEqualTo(Problem.KEY_UNUSABLE);
        assertThat(card.failure().remedy().orElseThrow()).contains("token");
    }

    private SigningException failing(RuntimeException why) {
        SigningKey key = new SigningKey() {
            @Override
            public List<X509Certificate> chain() {
                return Fixture.PKI.mayor().chain();
            }

            @Override
            public byte[] sign(byte[] toBeSigned) {
                throw why;
            }
        };
        DssSigner signer = DssSigner.builder(key).settings(settings(0)).build();
        return catchThrowableOfType(
                SigningException.class, () -> signer.sign(Fixture.pdf(), Pades.level(SignatureLevel.B)));
    }

    private void expect(Problem problem, long inMemoryUpTo, DocumentContent document, SignatureFormat format) {
        expect(problem, inMemoryUpTo, document, format, "");
    }

    private void expect(
            Problem problem, long inMemoryUpTo, DocumentContent document, SignatureFormat format, String remedy) {
        DssSigner signer = Fixture.mayor().settings(settings(inMemoryUpTo)).build();
        SigningException error = catchThrowableOfType(SigningException.class, () -> signer.sign(document, format));
        assertThat(error).isNotNull();
        assertThat(error.problem()).as(error.toString()).isEqualTo(problem);
        assertThat(error.failure().remedy().orElseThrow()).contains(remedy);
        assertThat(error.failure().effect()).isEqualTo(Failure.Effect.NONE);
    }

    private static Problem problem(ThrowingCallable call) {
        return problem(call, "");
    }

    private static Problem problem(ThrowingCallable call, String remedy) {
        SigningException error = catchThrowableOfType(SigningException.class, call);
        assertThat(error).isNotNull();
        assertThat(error.failure().remedy().orElseThrow()).contains(remedy);
        return error.problem();
    }

    private DssSettings settings(long inMemoryUpTo) {
        return DssSettings.defaults().temporaryDirectory(temporary).inMemoryUpTo(inMemoryUpTo);
    }

    private static DocumentContent encrypted(String userPassword) throws IOException {
        try (PDDocument document = Loader.loadPDF(Fixture.pdf().readAllBytes());
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission()));
            document.save(out);
            return DocumentContent.of(out.toByteArray(), MediaType.PDF);
        }
    }

    private static final class DeadAuthority implements TimeStampAuthority {
        @Override
        public String name() {
            return "dead";
        }

        @Override
        public TimeStamp stamp(Sha256 imprint) {
            throw TimeStampException.of(
                    TimeStampException.Problem.UNREACHABLE,
                    Failure.of(Failure.Fault.NETWORK, "nobody answers").retry(Failure.Retry.LATER));
        }
    }
}
