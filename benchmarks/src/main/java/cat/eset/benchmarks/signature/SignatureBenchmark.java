package cat.eset.benchmarks.signature;

import cat.eset.core.Credentials;
import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.Secret;
import cat.eset.signature.BatchItem;
import cat.eset.signature.Cades;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.dss.DssSettings;
import cat.eset.signature.dss.DssSigner;
import cat.eset.signature.dss.DssValidator;
import cat.eset.signature.dss.Trust;
import cat.eset.testkit.pki.TestPki;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Signing and validating, each case in turns with its peers and with a bare RSA signature, so that whatever slows the machine
 * slows all of them. Arguments: a directory for its files, and the rounds of a case (100 when not said).
 */
public final class SignatureBenchmark {

    private static final int SMALL = 100 * 1024;
    private static final int LARGE = 20 * 1024 * 1024;
    private static final String HEAP = "--heap";
    private static final Secret PASSWORD = Secret.of("benchmark");

    private final PrintStream out;
    private final int rounds;

    private SignatureBenchmark(PrintStream out, int rounds) {
        this.out = out;
        this.rounds = rounds;
    }

    /** Runs every case; with {@code --heap} only that of the small heap, in which this JVM was started. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        SignatureBenchmark benchmark = new SignatureBenchmark(System.out, rounds);
        Path directory = Path.of(arguments[0]);
        if (arguments.length > 2 && arguments[2].equals(HEAP)) {
            benchmark.smallHeap(directory);
        } else {
            benchmark.all(Files.createDirectories(directory));
        }
    }

    private void all(Path directory) throws Exception {
        TestPki pki = TestPki.create();
        Credentials key = pki.mayor().credentials();
        X509CRL crl =
                (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(pki.crl()));
        Peers peers = new Peers(key, pki.root(), crl);
        DssSigner signer = signer(key, Long.MAX_VALUE);
        DssValidator validator = DssValidator.builder(
                        Trust.anchors(List.of(pki.root())).crls(List.of(crl)))
                .build();
        byte[] small = pdf(SMALL);
        byte[] large = pdf(LARGE);
        Path file = Files.write(directory.resolve("large.pdf"), large);
        pki.mayor().writePkcs12(directory.resolve("key.p12"), PASSWORD);

        Map<String, Work> smallCases = new LinkedHashMap<>();
        smallCases.put("PAdES-B 100 kB", () -> length(signer.sign(content(small), pades())));
        smallCases.put("  plain DSS", () -> peers.plainDss(small));
        smallCases.put("  plain PDFBox and Bouncy Castle", () -> peers.plainPdfBox(small));
        smallCases.put("  bare RSA-2048", peers::bareRsa);
        report(smallCases, rounds * 4);

        batch(signer, peers, small);

        Map<String, Work> largeCases = new LinkedHashMap<>();
        largeCases.put("PAdES-B 20 MB in memory", () -> length(signer.sign(content(large), pades())));
        largeCases.put("  plain DSS", () -> peers.plainDss(large));
        largeCases.put("  plain PDFBox and Bouncy Castle", () -> peers.plainPdfBox(large));
        largeCases.put("  bare RSA-2048", peers::bareRsa);
        report(largeCases, Math.max(3, rounds / 4));

        Map<String, Work> beside = new LinkedHashMap<>();
        beside.put(
                "CAdES-B detached 20 MB, digest included",
                () -> length(signer.sign(DocumentContent.of(file, MediaType.PDF), Cades.level(SignatureLevel.B))));
        beside.put("  plain DSS", () -> peers.plainDssCades(file));
        beside.put("  bare RSA-2048", peers::bareRsa);
        report(beside, Math.max(3, rounds / 4));

        DocumentContent signed;
        try (SignedDocument document = signer.sign(content(small), pades())) {
            signed = content(document.content().readAllBytes());
        }
        byte[] signedBytes = signed.readAllBytes();
        Map<String, Work> validation = new LinkedHashMap<>();
        validation.put(
                "Validation of 100 kB",
                () -> require(validator
                        .validate(signed)
                        .fold(valid -> true, invalid -> false, open -> false, unsigned -> false)));
        validation.put("  plain DSS", () -> require(peers.plainValidation(signedBytes)));
        validation.put("  bare RSA-2048", peers::bareRsa);
        report(validation, rounds);

        inSmallHeap(directory);
    }

    /** Documents a second by one thread and by {@code signAll}, in turns with plain DSS and bare RSA on as many threads. */
    private void batch(DssSigner signer, Peers peers, byte[] small) throws Exception {
        List<BatchItem> items = new ArrayList<>();
        int size = Math.max(20, 6 * rounds); // starting the threads is not what is measured
        for (int i = 0; i < size; i++) {
            items.add(new BatchItem("d" + i, content(small), pades()));
        }
        Callable<Integer> one = () -> {
            items.forEach(item -> length(signer.sign(item.document(), item.format())));
            return size;
        };
        Callable<Integer> all = () -> {
            signer.signAll(
                    items,
                    outcome -> outcome.fold(signed -> length(signed.document()), failed -> {
                        throw failed.error();
                    }));
            return size;
        };
        new Scaling(size)
                .add("Batch of " + size + ", PAdES-B 100 kB", one, all)
                .add("  plain DSS", () -> peers.plainDss(small))
                .add("  plain PDFBox and Bouncy Castle", () -> peers.plainPdfBox(small))
                .add("  bare RSA-2048", peers::bareRsa)
                .report(out);
    }

    private void inSmallHeap(Path directory) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-cp",
                System.getProperty("java.class.path"),
                SignatureBenchmark.class.getName(),
                directory.toString(),
                Integer.toString(rounds),
                HEAP);
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IllegalStateException("the small heap did not suffice: exit " + status);
        }
    }

    private void smallHeap(Path directory) throws Exception {
        Credentials key = Credentials.pkcs12(directory.resolve("key.p12"), PASSWORD);
        DssSigner signer = signer(key, 0);
        Path file = directory.resolve("large.pdf");
        Map<String, Work> cases = new LinkedHashMap<>();
        cases.put(
                "PAdES-B 20 MB in a heap of " + (Runtime.getRuntime().maxMemory() + (1 << 19)) / (1 << 20) + " MB",
                () -> length(signer.sign(DocumentContent.of(file, MediaType.PDF), pades())));
        report(cases, Math.max(3, rounds / 4));
    }

    private interface Work {
        Object run() throws Exception;
    }

    /** Warms up, then takes the cases in turns; prints median and 95th percentile, and how many times the first is of each. */
    private void report(Map<String, Work> cases, int turns) throws Exception {
        Map<String, double[]> times = new LinkedHashMap<>();
        cases.keySet().forEach(name -> times.put(name, new double[turns]));
        int warm = Math.max(2, turns >= rounds ? 2 * turns : turns / 4); // short work waits longer for the compilers
        for (int turn = -warm; turn < turns; turn++) {
            for (Map.Entry<String, Work> one : cases.entrySet()) {
                long start = System.nanoTime();
                one.getValue().run();
                if (turn >= 0) {
                    times.getOrDefault(one.getKey(), new double[0])[turn] = (System.nanoTime() - start) / 1e6;
                }
            }
        }
        times.values().forEach(Arrays::sort);
        double ours = median(times.values().iterator().next());
        times.forEach((name, sorted) -> out.printf(
                Locale.ROOT,
                "%-42s %9.2f ms   p95 %9.2f   x%.2f%n",
                name,
                median(sorted),
                sorted[(int) (sorted.length * 0.95)],
                median(sorted) / ours));
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static boolean require(boolean valid) {
        if (!valid) {
            throw new IllegalStateException("the signature is not valid");
        }
        return true;
    }

    private static DssSigner signer(Credentials key, long inMemoryUpTo) {
        return DssSigner.builder(key)
                .settings(DssSettings.defaults().inMemoryUpTo(inMemoryUpTo))
                .build();
    }

    private static Pades pades() {
        return Pades.level(SignatureLevel.B);
    }

    private static DocumentContent content(byte[] pdf) {
        return DocumentContent.of(pdf, MediaType.PDF);
    }

    private static long length(SignedDocument document) {
        try (document) {
            return document.content().length();
        }
    }

    private static byte[] pdf(int size) throws IOException {
        byte[] noise = new byte[size];
        new Random(7).nextBytes(noise);
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.getDocumentCatalog()
                    .getCOSObject()
                    .setItem("EsetPadding", new PDStream(document, new ByteArrayInputStream(noise)));
            document.save(out);
            return out.toByteArray();
        }
    }
}
