package cat.eset.benchmarks.transport;

import cat.eset.core.Credentials;
import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.Secret;
import cat.eset.core.Sha256;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Cluster;
import cat.eset.transport.Product;
import cat.eset.transport.ResponseSigner;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.pci.Attachment;
import cat.eset.transport.pci.PciAnswer;
import cat.eset.transport.pci.PciClient;
import cat.eset.transport.pci.PciRequest;
import cat.eset.transport.pci.RetryPolicy;
import cat.eset.transport.pci.SignatureVerification;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * One signed call: sign, send, receive, verify, read. Every figure stands beside a bare RSA-2048 signature of the same
 * process, because only their ratio means something on another machine. Argument: {@code calls}, {@code threads},
 * {@code first} or {@code upload}.
 */
public final class CallBenchmark {

    private static final Secret SECRET = Secret.of("benchmark");
    private static final int IDS = 1000;
    private static final int WARM_UP = 8000;
    private static final int MEASURED = 2000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private CallBenchmark() {}

    /** Runs one of the benchmarks. */
    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args.length > 1 ? args[1] : "target/benchmark-pki");
        boolean made = Files.exists(directory);
        if (!made) {
            TestPki.create().store(directory, SECRET);
        }
        Seal seal = Seal.load(directory);
        try (Stub stub = Stub.start(directory, List.of("upload", "first").contains(args[0]) ? 1 : IDS)) {
            switch (args[0]) {
                case "calls" -> calls(seal, stub);
                case "threads" -> threads(seal, stub);
                case "first" -> first(seal, stub, made);
                case "upload" -> upload(seal, stub);
                default -> throw new IllegalArgumentException("calls, threads, first or upload");
            }
        }
    }

    /** What a vendor has: one key store, and the authority it believes. */
    private record Seal(Credentials credentials, X509Certificate root) {

        static Seal load(Path directory) {
            Path file = directory.resolve(
                    "town-hall-seal-" + TestPki.VILAPROVA.ine10().value() + ".p12");
            Credentials credentials = Credentials.pkcs12(file, SECRET);
            List<X509Certificate> chain = credentials.chain();
            return new Seal(credentials, chain.get(chain.size() - 1));
        }
    }

    private static PciClient client(Seal seal, Stub stub, String size, boolean verify) {
        AocEnvironment environment = AocEnvironment.custom("stub", ServerTrust.anchors(List.of(seal.root())))
                .cluster(Cluster.NT, stub.address(size))
                .responseSigner(ResponseSigner.consortium(List.of(seal.root())))
                .build();
        return PciClient.builder(environment, seal.credentials(), TestPki.VILAPROVA)
                .signatureVerification(verify ? SignatureVerification.REQUIRE : SignatureVerification.OFF)
                .retry(RetryPolicy.none())
                .build();
    }

    private static PciRequest<String, List<SearchCodec.Row>> request(OperationId id) {
        return PciRequest.query(id, Product.ENOTUM.soleModality(), new SearchCodec(), "EXP/2026/000123")
                .build();
    }

    private static void calls(Seal seal, Stub stub) throws Exception {
        List<OperationId> ids = SignedAnswers.ids(IDS);
        measure("RSA-2048 signature", 0, rsa(seal));
        double rsa = measure("RSA-2048 signature", 0, rsa(seal));
        for (boolean verify : new boolean[] {true, false}) {
            for (String size : List.of("small", "large")) {
                try (PciClient client = client(seal, stub, size, verify)) {
                    int[] next = {0};
                    String name = (size.equals("small") ? "Consulta-like, 2 kB" : "Cerca-like, 30 kB")
                            + (verify ? ", verified" : ", not verified");
                    measure(name, rsa, () -> {
                        PciAnswer<List<SearchCodec.Row>> answer = client.sincron(request(ids.get(next[0]++ % IDS)));
                        if (answer.<Integer>fold(done -> done.value().size(), pending -> 0) == 0) {
                            throw new IllegalStateException("no rows");
                        }
                    });
                }
            }
        }
        measure("RSA-2048 signature", rsa, rsa(seal));
    }

    private static Work rsa(Seal seal) {
        byte[] text = new byte[400];
        return () -> {
            Signature signature = Signature.getInstance("SHA1withRSA");
            signature.initSign(seal.credentials().privateKey());
            signature.update(text);
            signature.sign();
        };
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double measure(String name, double rsa, Work work) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            work.run();
        }
        long thread = Thread.currentThread().getId();
        long[] wall = new long[MEASURED];
        long cpu = THREADS.getCurrentThreadCpuTime();
        long allocated = THREADS.getThreadAllocatedBytes(thread);
        for (int i = 0; i < MEASURED; i++) {
            long start = System.nanoTime();
            work.run();
            wall[i] = System.nanoTime() - start;
        }
        cpu = (THREADS.getCurrentThreadCpuTime() - cpu) / MEASURED;
        allocated = (THREADS.getThreadAllocatedBytes(thread) - allocated) / MEASURED;
        Arrays.sort(wall);
        double median = wall[MEASURED / 2] / 1e6;
        System.out.printf(
                Locale.ROOT,
                "%-34s wall %.3f ms (x%.2f)  cpu %.3f ms (x%.2f)  allocated %d kB%n",
                name,
                median,
                rsa == 0 ? 1 : median / rsa,
                cpu / 1e6,
                rsa == 0 ? 1 : cpu / 1e6 / rsa,
                allocated / 1000);
        return median;
    }

    private static void threads(Seal seal, Stub stub) throws Exception {
        try (PciClient client = client(seal, stub, "large", true)) {
            throughput(client, 1, 6000);
            double one = throughput(client, 1, 6000);
            for (int threads : new int[] {2, 8}) {
                double many = throughput(client, threads, 20_000);
                System.out.printf(Locale.ROOT, "%d threads: x%.2f of one%n", threads, many / one);
            }
        }
    }

    private static double throughput(PciClient client, int threads, int calls) throws InterruptedException {
        List<OperationId> ids = SignedAnswers.ids(IDS);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger failures = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(threads);
        long start = System.nanoTime();
        for (int t = 0; t < threads; t++) {
            new Thread(() -> {
                        for (int i = next.getAndIncrement(); i < calls; i = next.getAndIncrement()) {
                            try {
                                client.sincron(request(ids.get(i % IDS)));
                            } catch (RuntimeException e) {
                                failures.incrementAndGet();
                            }
                        }
                        done.countDown();
                    })
                    .start();
        }
        done.await();
        double perSecond = calls / ((System.nanoTime() - start) / 1e9);
        System.out.printf(
                Locale.ROOT, "%d threads, %d calls: %.0f/s, %d failures%n", threads, calls, perSecond, failures.get());
        return perSecond;
    }

    private static void first(Seal seal, Stub stub, boolean clean) {
        long before = System.nanoTime();
        try (PciClient client = client(seal, stub, "small", true)) {
            client.sincron(request(SignedAnswers.ids(1).get(0)));
        }
        double call = (System.nanoTime() - before) / 1e6;
        double jvm = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime()
                - stub.waited();
        System.out.printf(
                Locale.ROOT,
                "client built and first call: %.0f ms; from JVM start, key store included, without the stub's: %.0f ms,"
                        + " of which the processor worked %.0f ms%s%n",
                call,
                jvm,
                ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6,
                clean ? "" : " (the keys were made in this run: run it again)");
    }

    private static void upload(Seal seal, Stub stub) throws Exception {
        long length = 100L << 20;
        Sha256 digest = Sha256.of(new byte[0]);
        DocumentContent content = DocumentContent.of(length, MediaType.PDF, digest, () -> new Zeros(length));
        OkHttpClient bare = new OkHttpClient();
        try (PciClient client = client(seal, stub, "small", false)) {
            double[] ours = new double[9];
            double[] floor = new double[9];
            for (int i = 0; i < ours.length; i++) {
                floor[i] = bare(bare, stub, length);
                long start = System.nanoTime();
                client.sincron(PciRequest.effect(
                                SignedAnswers.ids(1).get(0),
                                Product.ENOTUM.soleModality(),
                                new SearchCodec(),
                                "EXP/2026/000123")
                        .attach(new Attachment("doc-1", "gran.pdf", content))
                        .build());
                ours[i] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(ours);
            Arrays.sort(floor);
            System.out.printf(
                    Locale.ROOT,
                    "100 MB: %.0f ms as MTOM part, %.0f ms bare OkHttp, x%.2f; heap limit %d MB%n",
                    ours[4],
                    floor[4],
                    ours[4] / floor[4],
                    Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    private static double bare(OkHttpClient http, Stub stub, long length) throws Exception {
        RequestBody body = new RequestBody() {
            @Override
            public okhttp3.MediaType contentType() {
                return okhttp3.MediaType.get("application/pdf");
            }

            @Override
            public long contentLength() {
                return length;
            }

            @Override
            public void writeTo(BufferedSink sink) throws java.io.IOException {
                try (InputStream in = new Zeros(length)) {
                    sink.writeAll(okio.Okio.source(in));
                }
            }
        };
        long start = System.nanoTime();
        http.newCall(new Request.Builder()
                        .url(stub.address("bare").toString())
                        .post(body)
                        .build())
                .execute()
                .close();
        return (System.nanoTime() - start) / 1e6;
    }

    /** So many zero bytes. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] b, int off, int len) {
            if (left <= 0) {
                return -1;
            }
            int n = (int) Math.min(left, len);
            left -= n;
            return n;
        }
    }

    /** The stub, in a process of its own. */
    private record Stub(Process process, int port, long waited) implements AutoCloseable {

        static Stub start(Path pki, int ids) throws Exception {
            long start = System.currentTimeMillis();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            ConsortiumStub.class.getName(),
                            pki.toString(),
                            Integer.toString(ids))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            int port = Integer.parseInt(out.readLine());
            return new Stub(process, port, System.currentTimeMillis() - start);
        }

        URI address(String size) {
            return URI.create("http://127.0.0.1:" + port + "/" + size + "/services");
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
