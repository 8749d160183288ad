package cat.eset.examples.day;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;

/**
 * Asks programs that share no code with the SDK what they think of the signatures of the day: {@code pdfsig},
 * {@code openssl} and {@code xmlsec1}. What each said is a file of the results, with the command line that anybody can
 * repeat in that folder. A program that is not installed is not asked, and its file says so.
 */
public final class OtherPrograms {

    private static final String FOLDER = "verification";
    private static final int TIME_LIMIT_SECONDS = 20;
    private static final Map<String, String> PACKAGES =
            Map.of("pdfsig", "poppler-utils", "openssl", "openssl", "xmlsec1", "xmlsec1");

    /**
     * What one program said.
     *
     * @param file where it is written, in the folder of the results
     * @param about what it was asked about
     * @param verdict how it ended
     */
    public record Opinion(String file, Timeline.Line about, Verdict verdict) {}

    /** How a question to a program ended. */
    public enum Verdict {
        /** Every signature verified. */
        GOOD,
        /** One did not. */
        BAD,
        /** The program is not installed here. */
        NOT_ASKED
    }

    private final Path results;
    private final String path;

    /**
     * The programs of this machine.
     *
     * @param results the folder of the results
     * @param path the folders where programs are, as in the variable {@code PATH}
     */
    public OtherPrograms(Path results, String path) {
        this.results = results;
        this.path = path;
    }

    /** Asks them all, and writes what they said. */
    public List<Opinion> ask() {
        try {
            Files.createDirectories(results.resolve(FOLDER));
            takeDecreeApart();
            // pdfsig knows only the authorities of this machine: openssl is the one that checks the chain.
            return List.of(
                    opinion(
                            "pdfsig.txt",
                            new Timeline.Line("the decree (PDF)", "el decret (PDF)"),
                            "Signature is Valid",
                            List.of(List.of("pdfsig", "-nocert", "decree.pdf"))),
                    opinion(
                            "openssl-cms.txt",
                            new Timeline.Line("the mayor's signature (CMS)", "la signatura de l'alcaldessa (CMS)"),
                            "erification successful",
                            List.of(cms())),
                    opinion(
                            "openssl-ts.txt",
                            new Timeline.Line("its time stamp (RFC 3161)", "el seu segell de temps (RFC 3161)"),
                            "Verification: OK",
                            List.of(timeStamp())),
                    opinion(
                            "xmlsec1-index.txt",
                            new Timeline.Line("the index of the expedient (XAdES)", "l'índex de l'expedient (XAdES)"),
                            "OK",
                            List.of(index())),
                    opinion(
                            "xmlsec1-messages.txt",
                            new Timeline.Line(
                                    "the signed messages of the PCI (WS-Security)",
                                    "els missatges signats de la PCI (WS-Security)"),
                            "OK",
                            messages()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cms() {
        return List.of(
                "openssl",
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-purpose",
                "any",
                "-CAfile",
                "trust/ca.pem",
                "-in",
                FOLDER + "/decree-signature.p7s",
                "-content",
                FOLDER + "/decree-signed-bytes.bin",
                "-out",
                FOLDER + "/decree-as-openssl-read-it.bin");
    }

    private static List<String> timeStamp() {
        return List.of(
                "openssl",
                "ts",
                "-verify",
                "-token_in",
                "-in",
                FOLDER + "/decree-time-stamp.tst",
                "-data",
                FOLDER + "/decree-signature-value.bin",
                "-CAfile",
                "trust/ca.pem");
    }

    private static List<String> index() {
        return List.of(
                "xmlsec1",
                "--verify",
                "--id-attr:Id",
                "IndiceContenido",
                "--id-attr:Id",
                "SignedProperties",
                "--trusted-pem",
                "trust/ca.pem",
                "--pubkey-cert-pem",
                "trust/secretary.pem",
                "expedient/expedient-eni.xml");
    }

    /** Requests are signed by the town hall, answers by the consortium; those with attachments travel as MIME. */
    private List<List<String>> messages() throws IOException {
        List<List<String>> commands = new ArrayList<>();
        try (var files = Files.list(results.resolve("wire"))) {
            for (String name : files.map(file -> file.getFileName().toString())
                    .filter(file -> file.matches("\\d+-enotum-.*\\.xml"))
                    .sorted()
                    .toList()) {
                String signer = name.contains("request") ? townHallSeal() : "pci-response-signer.pem";
                commands.add(List.of(
                        "xmlsec1",
                        "--verify",
                        "--id-attr:Id",
                        "Body",
                        "--trusted-pem",
                        "trust/ca.pem",
                        "--pubkey-cert-pem",
                        "trust/" + signer,
                        "wire/" + name));
            }
        }
        return commands;
    }

    private String townHallSeal() throws IOException {
        try (var files = Files.list(results.resolve("trust"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith("town-hall-seal"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** OpenSSL knows nothing of PDF: it gets the signature, what that covers, and the time stamp inside it. */
    private void takeDecreeApart() throws IOException {
        byte[] pdf = Files.readAllBytes(results.resolve("decree.pdf"));
        PDSignature signature;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            signature = document.getLastSignatureDictionary();
        }
        // Zeros follow it: the room that was reserved for it is larger.
        try (ASN1InputStream contents = new ASN1InputStream(signature.getContents())) {
            CMSSignedData cms = new CMSSignedData(ContentInfo.getInstance(contents.readObject()));
            write("decree-signature.p7s", cms.getEncoded());
            write("decree-signed-bytes.bin", signature.getSignedContent(pdf));
            SignerInformation signer = cms.getSignerInfos().iterator().next();
            write("decree-signature-value.bin", signer.getSignature());
            write(
                    "decree-time-stamp.tst",
                    signer.getUnsignedAttributes()
                            .get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)
                            .getAttrValues()
                            .getObjectAt(0)
                            .toASN1Primitive()
                            .getEncoded());
        } catch (CMSException e) {
            throw new IOException("the signature of the decree cannot be read", e);
        }
    }

    private Opinion opinion(String file, Timeline.Line about, String good, List<List<String>> commands)
            throws IOException {
        String program = commands.get(0).get(0);
        StringBuilder text = new StringBuilder("What " + program + ", which shares no code with the SDK, says of ")
                .append(about.english())
                .append(".\nTo ask it again, run these lines in the folder of the results.\n");
        boolean installed = isInstalled(program);
        if (!installed) {
            text.append("\nIt is not installed here, so it was not asked. On Debian: apt install ")
                    .append(PACKAGES.get(program))
                    .append(".\n");
        }
        boolean allGood = true;
        for (List<String> command : commands) {
            text.append("\n$ ").append(String.join(" ", command)).append('\n');
            if (installed) {
                Said said = run(command);
                allGood &= said.isGood(good);
                text.append(said.text()).append('(').append(said.ending()).append(")\n");
            }
        }
        write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        Verdict verdict = installed ? allGood ? Verdict.GOOD : Verdict.BAD : Verdict.NOT_ASKED;
        return new Opinion(FOLDER + "/" + file, about, verdict);
    }

    private record Said(String text, String ending) {
        boolean isGood(String good) {
            return ending.equals("exit code 0") && text.contains(good);
        }
    }

    private Said run(List<String> command) throws IOException {
        Path output = Files.createTempFile("said", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(results.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(TIME_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Said("", "no answer in " + TIME_LIMIT_SECONDS + " seconds");
            }
            return new Said(Files.readString(output), "exit code " + process.exitValue());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Said("", "interrupted");
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private boolean isInstalled(String program) {
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private void write(String name, byte[] content) throws IOException {
        Files.write(results.resolve(FOLDER).resolve(name), content);
    }
}
