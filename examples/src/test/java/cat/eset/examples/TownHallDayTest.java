package cat.eset.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import cat.eset.examples.day.OtherPrograms;
import cat.eset.testkit.ConsortiumProcess;
import cat.eset.testkit.pci.PciFault;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** The day is lived once; the tests look at what it left, with other tools where they are installed. */
class TownHallDayTest {

    @TempDir
    static Path temp;

    private static Path day;
    private static String told;
    private static int exit;

    @BeforeAll
    static void live() {
        day = temp.resolve("un dia a l'ajuntament è");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exit = TownHallDay.run(day, print(out), (simulator, step) -> {});
        told = out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void endsWellAndTellsItInFewerThanSixtyLines() {
        assertThat(exit).as(told).isZero();
        assertThat(told.lines().count()).isLessThan(60);
    }

    @Test
    void leavesEveryResultFile() throws IOException {
        assertThat(List.of(
                        "summary.json",
                        "timeline.html",
                        "inbound/transaction.json",
                        "inbound/answer.json",
                        "decree.pdf",
                        "notification/evidence.xml",
                        "notification/evidence.pdf",
                        "expedient/expedient-eni.xml",
                        "expedient/index.xml",
                        "trust/ca.pem",
                        "verification/pdfsig.txt",
                        "verification/openssl-cms.txt",
                        "verification/openssl-ts.txt",
                        "verification/xmlsec1-index.txt",
                        "verification/xmlsec1-messages.txt"))
                .allSatisfy(name -> assertThat(day.resolve(name)).isNotEmptyFile());
        assertThat(files("wire"))
                .hasSizeGreaterThan(20)
                .allSatisfy(file -> assertThat(file).isNotEmptyFile());
        assertThat(files("expedient/documents")).hasSize(6);
    }

    @Test
    void sumsUpWhatHappened() throws IOException {
        JsonNode summary =
                new ObjectMapper().readTree(day.resolve("summary.json").toFile());

        assertThat(summary.path("notificationState").asText()).isEqualTo("ACCESSED");
        assertThat(summary.path("decreeDate").asText()).isEqualTo("2026-03-09");
        assertThat(summary.path("resolveAndNotifyUntil").asText()).isEqualTo("2026-06-02");
        assertThat(summary.path("notifiedOn").asText()).isEqualTo("2026-03-11");
        assertThat(summary.path("reposicioUntil").asText())
                .as("11 April is a Saturday")
                .isEqualTo("2026-04-13");
        assertThat(summary.path("contentiousUntil").asText()).isEqualTo("2026-05-11");
        assertThat(summary.path("secondNotificationAfterBreak").asText()).isEqualTo("UNKNOWN");
        assertThat(summary.path("secondNotificationsAtService").asInt()).isOne();
        assertThat(summary.path("steps")).hasSize(8);
    }

    @Test
    void everyPciRequestIsValidAgainstTheOfficialSchema() throws IOException, SAXException {
        Path schemas = officialSchemas();
        Schema pci = schema(schemas.resolve("pci/repaired/procesa-sincron.xsd"));
        Schema enotum = schema(schemas.resolve("enotum-4.0/xsds/Peticions.xsd"));
        List<Path> requests = files("wire").stream()
                .filter(file -> file.getFileName().toString().contains("enotum-")
                        && file.getFileName().toString().contains("-request."))
                .filter(file -> !file.getFileName().toString().contains("evidenciapdf"))
                .toList();

        assertThat(requests).hasSizeGreaterThanOrEqualTo(7);
        for (Path request : requests) {
            // As bytes: the PDF stands in the same MIME message.
            String message = Files.readString(request, StandardCharsets.ISO_8859_1);
            validate(
                    pci,
                    utf8(element(message, "open:procesa")).replaceAll("<xop:Include[^>]*></xop:Include>", "JVBERi0="));
            validate(enotum, utf8(payload(message)));
        }
    }

    @Test
    void theWireSignaturesVerifyWithXmlsec() throws IOException, InterruptedException {
        assumeThat(has("xmlsec1")).as("xmlsec1 is installed").isTrue();
        List<Path> signed = files("wire").stream()
                .filter(file -> file.getFileName().toString().matches("\\d+-enotum-.*\\.xml"))
                .toList();

        assertThat(signed).hasSizeGreaterThan(10);
        for (Path file : signed) {
            boolean request = file.getFileName().toString().contains("request");
            Path signer =
                    day.resolve(request ? "trust/town-hall-seal-0899990001.pem" : "trust/pci-response-signer.pem");
            assertThat(run(
                            "xmlsec1",
                            "--verify",
                            "--id-attr:Id",
                            "Body",
                            "--pubkey-cert-pem",
                            signer.toString(),
                            file.toString()))
                    .as(file.toString())
                    .contains("OK");
        }
    }

    @Test
    void theSignedIndexVerifiesWithXmlsecAndNotAfterAChange() throws IOException, InterruptedException {
        assumeThat(has("xmlsec1")).as("xmlsec1 is installed").isTrue();
        Path expedient = day.resolve("expedient/expedient-eni.xml");
        assertThat(verifiedIndex(expedient)).contains("OK");

        String text = Files.readString(expedient, StandardCharsets.UTF_8);
        Path changed = temp.resolve("changed.xml");
        Files.writeString(changed, text.replaceFirst("OrdenDocumentoExpediente>1<", "OrdenDocumentoExpediente>9<"));
        assertThat(changed).content().isNotEqualTo(text);
        assertThat(verifiedIndex(changed)).doesNotContain("OK\n");
    }

    @Test
    void theDecreeVerifiesWithPdfsig() throws IOException, InterruptedException {
        assumeThat(has("pdfsig")).as("pdfsig is installed").isTrue();
        assertThat(run("pdfsig", day.resolve("decree.pdf").toString()))
                .contains("Signature is Valid", "Total document signed", "ETSI.CAdES.detached");
    }

    @Test
    void otherProgramsAreAskedAndWhatTheySaidIsLinked() throws IOException {
        Map<String, String> good = Map.of(
                "pdfsig.txt", "Signature is Valid",
                "openssl-cms.txt", "erification successful",
                "openssl-ts.txt", "Verification: OK",
                "xmlsec1-index.txt", "OK",
                "xmlsec1-messages.txt", "OK");
        String page = Files.readString(day.resolve("timeline.html"));
        for (Map.Entry<String, String> file : good.entrySet()) {
            String text = Files.readString(day.resolve("verification/" + file.getKey()));
            assertThat(page).contains("href=\"verification/" + file.getKey() + "\"");
            assertThat(text)
                    .contains("\n$ ", has(file.getKey().replaceAll("[-.].*", "")) ? file.getValue() : "not installed")
                    .doesNotContain(day.toString(), "failed", "FAIL");
        }
        assertThat(told).doesNotContain("BAD");
    }

    @Test
    void thePageIsWholeInCatalanToo() throws IOException {
        String page = Files.readString(day.resolve("timeline.html"));
        assertThat(page)
                .contains(
                        "<span lang=\"ca\">e-SET · un dia a l'Ajuntament de Vilaprova</span>",
                        "<span lang=\"ca\">dilluns, 2 de març de 2026, 9.30 h</span>",
                        "<span lang=\"ca\">motor jurídic</span>");
        assertThat(page.split("<span lang=\"en\">", -1)).hasSameSizeAs(page.split("<span lang=\"ca\">", -1));
    }

    @Test
    void aProgramThatIsNotInstalledIsNoError() {
        List<OtherPrograms.Opinion> opinions = new OtherPrograms(day, "/nowhere").ask();
        try {
            assertThat(opinions).hasSize(5).allSatisfy(opinion -> {
                assertThat(opinion.verdict()).isEqualTo(OtherPrograms.Verdict.NOT_ASKED);
                assertThat(day.resolve(opinion.file())).content().contains("not installed", "\n$ ");
            });
        } finally {
            new OtherPrograms(day, System.getenv("PATH")).ask();
        }
    }

    @Test
    void aSignatureThatDoesNotHoldIsCalledBad() throws IOException {
        assumeThat(has("xmlsec1")).as("xmlsec1 is installed").isTrue();
        Path copy = temp.resolve("forged");
        for (String name : List.of("decree.pdf", "expedient/expedient-eni.xml", "trust", "wire")) {
            copy(day.resolve(name), copy.resolve(name));
        }
        Path expedient = copy.resolve("expedient/expedient-eni.xml");
        Files.writeString(
                expedient,
                Files.readString(expedient).replaceFirst("OrdenDocumentoExpediente>1<", "OrdenDocumentoExpediente>9<"));

        List<OtherPrograms.Opinion> opinions = new OtherPrograms(copy, System.getenv("PATH")).ask();

        assertThat(opinions)
                .filteredOn(opinion -> opinion.file().contains("index"))
                .extracting(OtherPrograms.Opinion::verdict)
                .containsExactly(OtherPrograms.Verdict.BAD);
        assertThat(opinions)
                .filteredOn(opinion -> opinion.file().contains("messages"))
                .extracting(OtherPrograms.Opinion::verdict)
                .containsExactly(OtherPrograms.Verdict.GOOD);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void theSameDayRunsOnPostgresql() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = TownHallDay.run(temp.resolve("postgresql"), "postgresql", print(out), (simulator, step) -> {});
        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
    }

    @Test
    void aSecondDayReplacesTheFirst() throws IOException {
        Path again = temp.resolve("twice");
        assertThat(TownHallDay.run(again, print(new ByteArrayOutputStream()), (simulator, step) -> {}))
                .isZero();
        Files.writeString(again.resolve("wire/999-of-yesterday.xml"), "old");
        assertThat(TownHallDay.run(again, print(new ByteArrayOutputStream()), (simulator, step) -> {}))
                .isZero();
        assertThat(again.resolve("wire/999-of-yesterday.xml")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void saysWhatToDoWhenTheConsortiumDies(int step) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BiConsumer<ConsortiumProcess, Integer> killer = (simulator, number) -> {
            if (number == step) {
                simulator.kill();
            }
        };

        int code = TownHallDay.run(temp.resolve("killed" + step), print(out), killer);

        assertThat(code).isNotZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern("The day stopped in step [" + step + "-8], \".+\"")
                .contains("What happened:", "Registered at the service?", "Registered here:", "What to do:")
                .doesNotContain("\tat ", "Exception");
    }

    @Test
    void saysThatItIsNotKnownWhatASendingLeftBehind() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BiConsumer<ConsortiumProcess, Integer> breaker = (simulator, number) -> {
            if (number == 5) {
                simulator.pci().script(PciFault.resetAfterProcessing(), "PeticioProcessarTramesa");
            }
        };

        int code = TownHallDay.run(temp.resolve("broken"), print(out), breaker);

        assertThat(code).isNotZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("The day stopped in step 5", "Not known: ask it before sending anything again.")
                .containsPattern("Operation: +[0-9A-Z]{26}")
                .contains("reconcile the operation");
    }

    private static String verifiedIndex(Path file) throws IOException, InterruptedException {
        return run(
                "xmlsec1",
                "--verify",
                "--id-attr:Id",
                "IndiceContenido",
                "--id-attr:Id",
                "SignedProperties",
                "--pubkey-cert-pem",
                day.resolve("trust/secretary.pem").toString(),
                file.toString());
    }

    private static Path officialSchemas() {
        String path = System.getProperty("eset.official.schemas", "");
        assumeThat(path).as("the official schemas are at hand").isNotEmpty();
        return Path.of(path);
    }

    private static Schema schema(Path file) throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(file.toFile());
    }

    private static void validate(Schema schema, String xml) throws IOException, SAXException {
        schema.newValidator().validate(new StreamSource(new StringReader(xml)));
    }

    private static String payload(String message) {
        String start = "<pet:DatosEspecificos>";
        return message.substring(message.indexOf(start) + start.length(), message.indexOf("</pet:DatosEspecificos>"));
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String element(String message, String name) {
        String end = "</" + name + ">";
        return message.substring(message.indexOf("<" + name), message.indexOf(end) + end.length());
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(day.resolve(folder))) {
            return files.sorted().toList();
        }
    }

    private static boolean has(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1)).anyMatch(p -> Files.isExecutable(Path.of(p, program)));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private static PrintStream print(ByteArrayOutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }
}
