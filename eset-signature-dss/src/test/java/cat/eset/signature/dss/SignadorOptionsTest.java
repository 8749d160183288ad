package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import cat.eset.core.MediaType;
import cat.eset.core.Secret;
import cat.eset.core.id.Nif;
import cat.eset.signature.SignaturePolicy;
import cat.eset.signature.signador.CertificateFilter;
import cat.eset.signature.signador.CertificateFilter.Purpose;
import cat.eset.signature.signador.Commitment;
import cat.eset.signature.signador.Delivery;
import cat.eset.signature.signador.DiskSource;
import cat.eset.signature.signador.HashAlgorithm;
import cat.eset.signature.signador.JobToken;
import cat.eset.signature.signador.PdfAppearance;
import cat.eset.signature.signador.PendingJobs;
import cat.eset.signature.signador.Signador;
import cat.eset.signature.signador.SignadorException;
import cat.eset.signature.signador.SignadorJob;
import cat.eset.signature.signador.SignadorMode;
import cat.eset.signature.signador.SignadorOutcome;
import cat.eset.signature.signador.XmlOptions;
import cat.eset.signature.validation.Judgement;
import cat.eset.signature.validation.SignatureFinding;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.pki.TestIdentity;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.HttpExchangeClient;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every option of contract signador 4 that changes what is signed, from the builder to the signature that came back. */
class SignadorOptionsTest {

    private static final String DOMAIN = "https://ajuntament.example";
    private static final Secret KEY = Secret.of("legalizeit");
    private static final Delivery BACK = Delivery.redirect("/firma");
    private static final DocumentContent DECREE =
            Fixture.xml("<decret><text id=\"t1\">aprovar</text><annex id=\"a1\">llista</annex></decret>");

    private static Consortium consortium;
    private static HttpExchangeClient http;
    private static DssValidator validator;
    private static Signador signador;

    @BeforeAll
    static void start() throws Exception {
        consortium = Consortium.start(ConsortiumOptions.startingAt(Instant.now()));
        consortium.signador().register(DOMAIN, KEY);
        http = HttpExchangeClient.builder(
                        ServerTrust.anchors(List.of(consortium.pki().root())))
                .build();
        validator = Fixture.validator(consortium.pki());
        signador = Signador.builder(consortium.endpoints().signador(), DOMAIN, KEY, http, validator)
                .clock(consortium.clock())
                .jobs(PendingJobs.inMemory())
                .build();
    }

    @AfterAll
    static void stop() {
        http.close();
        consortium.close();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "XMLDSIG_ENVELOPING",
                "XMLDSIG_DETACHED",
                "XADES_BES_ENVELOPING",
                "XADES_BES_DETACHED",
                "XADES_BES_HASH",
                "XADES_T_HASH"
            })
    void oneSignatureIsOverAllDocumentsOrIsNotHandedOut(SignadorMode mode) {
        DocumentContent other = Fixture.pdf();
        Map<String, DocumentContent> documents = Map.of("decret.xml", DECREE, "annex 1.pdf", other);
        SignadorJob job = SignadorJob.builder(mode, BACK, "decret.xml", DECREE)
                .document("annex 1.pdf", other)
                .xml(XmlOptions.none().allTogether())
                .build();
        JobToken token = signador.start(job);
        consortium.signador().sign(token.value(), mayor());
        SignadorOutcome outcome = signador.result(token, documents);
        assertThat(outcome).isInstanceOf(SignadorOutcome.Signed.class);
        SignadorOutcome.Signed signed = (SignadorOutcome.Signed) outcome;
        assertThat(signed.result("annex 1.pdf").content())
                .isSameAs(signed.result("decret.xml").content());
        assertThat(signed.result("decret.xml").validation().signatures())
                .singleElement()
                .satisfies(finding -> assertThat(finding.intact()).isTrue());

        JobToken wrong = signador.start(job);
        consortium.signador().signSomethingElse(wrong.value(), mayor());
        assertThat(signador.result(wrong, documents)).isInstanceOf(SignadorOutcome.Distrusted.class);
    }

    @Test
    void onlyTheChosenElementsAreSignedInAnOtherwiseUnchangedDocument() {
        SignadorJob job = SignadorJob.builder(SignadorMode.XADES_BES_ENVELOPED, BACK, "decret.xml", DECREE)
                .xml(XmlOptions.none().onlyElements(List.of("t1", "a1")))
                .build();
        JobToken token = signador.start(job);
        consortium.signador().sign(token.value(), mayor());
        SignadorOutcome outcome = signador.result(token, Map.of("decret.xml", DECREE));
        assertThat(outcome).isInstanceOf(SignadorOutcome.Signed.class);

        JobToken wrong = signador.start(job);
        consortium.signador().signSomethingElse(wrong.value(), mayor());
        assertThat(signador.result(wrong, Map.of("decret.xml", DECREE))).isNotInstanceOf(SignadorOutcome.Signed.class);

        JobToken unknown = signador.start(SignadorJob.builder(SignadorMode.XADES_BES_ENVELOPED, BACK, "d", DECREE)
                .xml(XmlOptions.none().onlyElements(List.of("nowhere")))
                .build());
        consortium.signador().sign(unknown.value(), mayor());
        assertThat(signador.result(unknown, Map.of("d", DECREE)))
                .isInstanceOfSatisfying(
                        SignadorOutcome.NotSigned.class,
                        no -> assertThat(no.error()).contains("nowhere"));
    }

    @ParameterizedTest
    @EnumSource(HashAlgorithm.class)
    void digestOfTheSignatureIsTheOneAskedFor(HashAlgorithm hash) {
        for (SignadorMode mode : List.of(SignadorMode.XADES_BES_HASH, SignadorMode.CADES_BES_HASH)) {
            assertThat(signed(SignadorJob.builder(mode, BACK, "decret", DECREE)
                                    .hash(hash)
                                    .build())
                            .intact())
                    .isTrue();
        }
        DocumentContent pdf = Fixture.pdf();
        SignadorJob job = SignadorJob.builder(SignadorMode.PADES_BES, BACK, "decret", pdf)
                .hash(hash)
                .build();
        assertThat(signed(job).judgement()).isInstanceOf(Judgement.Valid.class);
    }

    @Test
    void keyInfoCommentsAndClaimsAreInTheSignature() throws Exception {
        SignadorJob job = SignadorJob.builder(SignadorMode.XADES_BES_ENVELOPED, BACK, "decret", DECREE)
                .xml(XmlOptions.none().protectKeyInfo().includeComments())
                .claimedRole("Alcaldessa")
                .policy(SignaturePolicy.AGE_1_9)
                .commitment(Commitment.of("http://uri.etsi.org/01903/v1.2.2#ProofOfApproval")
                        .description("aprova"))
                .build();
        JobToken token = signador.start(job);
        consortium.signador().sign(token.value(), mayor());
        SignadorOutcome outcome = signador.result(token, job.documents());
        assertThat(outcome).isInstanceOf(SignadorOutcome.Signed.class);
        SignadorOutcome.Signed signed = (SignadorOutcome.Signed) outcome;
        String xml = new String(signed.result("decret").content().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(xml)
                .contains("#KeyInfo-1", "WithComments", "Alcaldessa", "ProofOfApproval", "aprova")
                .contains("urn:oid:" + SignaturePolicy.AGE_1_9.oid());
    }

    @Test
    void plainCmsIsStampedWhenAskedFor() {
        SignadorJob.Builder job = SignadorJob.builder(SignadorMode.CMS_DETACHED, BACK, "decret", DECREE);
        assertThat(signed(job.build()).timeStamps()).isZero();
        assertThat(signed(job.stampCms().build()).timeStamps()).isEqualTo(1);
    }

    @Test
    void optionsOfAPdfAreInThePdf() throws Exception {
        DocumentContent form = withEmptyField("Alcaldia");
        SignadorJob job = SignadorJob.builder(SignadorMode.PADES_BES, BACK, "decret", form)
                .appearance(PdfAppearance.visible(1, 50, 60, 250, 120)
                        .field("Alcaldia")
                        .reason("Resolc")
                        .location("Vilaprova")
                        .reserve(40)
                        .certify(2)
                        .letViewerMark())
                .build();
        JobToken token = signador.start(job);
        consortium.signador().sign(token.value(), mayor());
        SignadorOutcome.Signed signed = (SignadorOutcome.Signed) signador.result(token, job.documents());
        try (PDDocument pdf = Loader.loadPDF(signed.result("decret").content().readAllBytes())) {
            PDSignature signature = pdf.getLastSignatureDictionary();
            assertThat(signature.getReason()).isEqualTo("Resolc");
            assertThat(signature.getLocation()).isEqualTo("Vilaprova");
            assertThat(signature.getCOSObject().toString()).isNotEmpty();
            assertThat(pdf.getDocumentCatalog().getAcroForm().getField("Alcaldia"))
                    .isInstanceOfSatisfying(
                            PDSignatureField.class,
                            field -> assertThat(field.getSignature()).isNotNull());
            assertThat(pdf.getDocumentCatalog().getCOSObject().containsKey("Perms"))
                    .isTrue();
            int[] range = signature.getByteRange();
            assertThat(range[2] - range[1] - 2).isEqualTo(2 * 40 * 1024);
        }

        DocumentContent without = Fixture.pdf();
        JobToken noField = signador.start(SignadorJob.builder(SignadorMode.PADES_BES, BACK, "decret", without)
                .appearance(PdfAppearance.invisible().field("Alcaldia"))
                .build());
        consortium.signador().sign(noField.value(), mayor());
        assertThat(signador.result(noField, Map.of("decret", without))).isInstanceOf(SignadorOutcome.NotSigned.class);
    }

    @Test
    void filesOfThePersonsDiskAreSignedAndLookedAtAfterwards() throws Exception {
        DocumentContent one = Fixture.pdf(1, 0);
        DocumentContent two = Fixture.pdf(2, 0);
        consortium.signador().putOnDisk("C:/expedient/one.pdf", one.readAllBytes());
        consortium.signador().putOnDisk("C:/expedient/two.pdf", two.readAllBytes());

        JobToken file = signador.start(
                SignadorJob.onDisk(SignadorMode.PADES_BES, BACK, DiskSource.file("one.pdf", "C:/expedient/one.pdf"))
                        .build());
        consortium.signador().sign(file.value(), mayor());
        SignadorOutcome.Signed single = (SignadorOutcome.Signed) signador.result(file, Map.of());
        assertThat(single.results()).containsOnlyKeys("document");
        assertThat(single.result("document").content().length()).isGreaterThan(one.length());

        JobToken folder = signador.start(
                SignadorJob.onDisk(SignadorMode.CADES_BES_ATTACHED, BACK, DiskSource.folder("tot", "C:/expedient"))
                        .build());
        consortium.signador().sign(folder.value(), mayor());
        SignadorOutcome outcome = signador.result(folder, Map.of());
        assertThat(outcome).isInstanceOf(SignadorOutcome.Signed.class);
        SignadorOutcome.Signed both = (SignadorOutcome.Signed) outcome;
        assertThat(both.results().values())
                .extracting(result -> result.validation()
                        .signatures()
                        .get(0)
                        .signedContent()
                        .orElseThrow()
                        .sha256())
                .containsExactlyInAnyOrder(one.sha256(), two.sha256());

        assertThatThrownBy(() -> SignadorJob.onDisk(
                        SignadorMode.CADES_BES_DETACHED, BACK, DiskSource.file("one.pdf", "C:/one.pdf")))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void documentsAreAddedToAnOpenJobUntilItIsSigned() {
        DocumentContent two = Fixture.pdf();
        SignadorJob open = SignadorJob.builder(SignadorMode.CADES_BES_HASH, BACK, "one", DECREE)
                .openToMore()
                .build();
        SignadorJob closed = SignadorJob.builder(SignadorMode.CADES_BES_HASH, BACK, "one", DECREE)
                .build();
        JobToken token = signador.start(open);

        signador.add(token, open, "two", two);

        assertThatThrownBy(() -> signador.add(token, open, "two", two)).isInstanceOf(SignadorException.class);
        assertThatThrownBy(() -> signador.add(token, closed, "three", two)).isInstanceOf(SignadorException.class);
        assertThatThrownBy(() -> signador.add(token, open, "a;b", two)).isInstanceOf(InvalidValueException.class);
        consortium.signador().sign(token.value(), mayor());
        SignadorOutcome outcome = signador.result(token, Map.of("one", DECREE, "two", two));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SignadorOutcome.Signed.class,
                        signed -> assertThat(signed.results()).containsOnlyKeys("one", "two"));
        assertThatThrownBy(() -> signador.add(token, open, "late", two))
                .isInstanceOf(SignadorException.class)
                .satisfies(e ->
                        assertThat(((SignadorException) e).failure().remedy()).isPresent());
    }

    @Test
    void everyFilterLetsTheRightCertificateThroughAndStopsTheOthers() {
        CertificateFilter any = CertificateFilter.any();
        String name = commonName(mayor());
        List<CertificateFilter> passing = List.of(
                any.nif(Nif.of("00000001R")),
                any.commonName(name),
                any.alias(mayor().name()),
                any.subjectText(name.substring(0, 4).toLowerCase(java.util.Locale.ROOT)),
                any.authorities(List.of("EC-SAFP", issuer(mayor()))),
                any.purposes(Set.of(Purpose.DIGITAL_SIGNATURE, Purpose.NON_REPUDIATION)),
                any.validatedFirst());
        List<CertificateFilter> stopping = List.of(
                any.nif(Nif.of("00000000T")),
                any.commonName(name.substring(1)),
                any.alias("another"),
                any.subjectText("nobody has this"),
                any.authorities(List.of("EC-SAFP")),
                any.policies(List.of("1.3.6.1.4.1.15096.9.9.9")));
        passing.forEach(filter -> assertThat(with(filter)).as("" + filter).isInstanceOf(SignadorOutcome.Signed.class));
        stopping.forEach(
                filter -> assertThat(with(filter)).as("" + filter).isInstanceOf(SignadorOutcome.NotSigned.class));

        TestIdentity revoked = consortium
                .pki()
                .issue("gone", cat.eset.testkit.pki.CertificateProfile.person("Rosa", "Revocada", "00000000T"));
        consortium.pki().revoke(revoked.certificate());
        JobToken token = signador.start(job(any.validatedFirst()));
        consortium.signador().sign(token.value(), revoked);
        assertThat(signador.result(token, Map.of("decret", DECREE)))
                .isInstanceOfSatisfying(
                        SignadorOutcome.NotSigned.class,
                        no -> assertThat(no.error()).contains("Validador"));
    }

    private SignadorOutcome with(CertificateFilter filter) {
        JobToken token = signador.start(job(filter));
        consortium.signador().sign(token.value(), mayor());
        return signador.result(token, Map.of("decret", DECREE));
    }

    private static SignadorJob job(CertificateFilter filter) {
        return SignadorJob.builder(SignadorMode.CADES_BES_HASH, BACK, "decret", DECREE)
                .certificates(filter)
                .build();
    }

    private SignatureFinding signed(SignadorJob job) {
        JobToken token = signador.start(job);
        consortium.signador().sign(token.value(), mayor());
        SignadorOutcome outcome = signador.result(token, job.documents());
        assertThat(outcome).isInstanceOf(SignadorOutcome.Signed.class);
        return ((SignadorOutcome.Signed) outcome)
                .results()
                .values()
                .iterator()
                .next()
                .validation()
                .signatures()
                .get(0);
    }

    private static TestIdentity mayor() {
        return consortium.pki().mayor();
    }

    private static String commonName(TestIdentity identity) {
        return name(identity.certificate().getSubjectX500Principal().toString());
    }

    private static String issuer(TestIdentity identity) {
        return name(identity.certificate().getIssuerX500Principal().toString());
    }

    private static String name(String distinguished) {
        java.util.regex.Matcher matcher =
                java.util.regex.Pattern.compile("CN=\"?([^,\"]+)").matcher(distinguished);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static DocumentContent withEmptyField(String name) throws Exception {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDSignatureField field = new PDSignatureField(form);
            field.setPartialName(name);
            field.getWidgets().get(0).setPage(page);
            field.getWidgets().get(0).setRectangle(new org.apache.pdfbox.pdmodel.common.PDRectangle(10, 10, 90, 40));
            page.getAnnotations().add(field.getWidgets().get(0));
            form.getFields().add(field);
            document.save(out);
            return DocumentContent.of(out.toByteArray(), MediaType.PDF);
        }
    }
}
