package cat.eset.testkit;

import cat.eset.core.Secret;
import cat.eset.core.TownHall;
import cat.eset.testkit.desal.DesalDesk;
import cat.eset.testkit.eacat.EacatDesk;
import cat.eset.testkit.enotum.ENotumDesk;
import cat.eset.testkit.internal.control.ControlClient;
import cat.eset.testkit.internal.control.Fields;
import cat.eset.testkit.internal.control.RemoteDesks;
import cat.eset.testkit.mux.MuxDesk;
import cat.eset.testkit.network.NetworkDesk;
import cat.eset.testkit.pci.PciDesk;
import cat.eset.testkit.pki.TestPki;
import cat.eset.testkit.signador.SignadorDesk;
import cat.eset.testkit.sir.SirDesk;
import cat.eset.testkit.tsa.TimeStampDesk;
import cat.eset.testkit.validador.ValidadorDesk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The simulated consortium in a JVM of its own, started from the class path of this one, so that it can be killed while
 * everything else goes on. It ends by itself when this JVM ends.
 *
 * <p>Its keys cross over in a temporary directory that is deleted at once. {@link #pki()} is a copy: certificates that
 * are issued there are trusted by the other process, but a revocation is known here only.
 */
public final class ConsortiumProcess implements SimulatedConsortium {

    private static final long END_SECONDS = 5;

    private final Process process;
    private final ControlClient control;
    private final ConsortiumOptions options;
    private final VirtualClock clock;
    private final TestPki pki;
    private final Endpoints endpoints;

    private ConsortiumProcess(Process process, ControlClient control, ConsortiumOptions options, TestPki pki) {
        this.process = process;
        this.control = control;
        this.options = options;
        this.pki = pki;
        this.endpoints = control.endpoints();
        this.clock = VirtualClock.at(options.start());
        clock.onAdvance(now -> control.ask("clock.advance", new Fields().put(now)));
    }

    /**
     * Starts it; everything listens when this returns.
     *
     * @throws IllegalStateException if the process does not start
     */
    public static ConsortiumProcess start(ConsortiumOptions options) {
        String token = HexFormat.of().formatHex(new SecureRandom().generateSeed(16));
        try {
            Path keys = Files.createTempDirectory("consortium");
            try {
                Process process = launch();
                try {
                    order(process, token, keys, options);
                    int port = awaitReady(process);
                    ControlClient control = new ControlClient(port, token, () -> fate(process));
                    TestPki pki = TestPki.load(
                            keys,
                            options.townHalls(),
                            Optional.of(control.endpoints().revocation()),
                            Secret.of(token));
                    return new ConsortiumProcess(process, control, options, pki);
                } catch (IOException | RuntimeException e) {
                    process.destroyForcibly();
                    throw e;
                }
            } finally {
                delete(keys);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator process could not be started", e);
        }
    }

    private static Process launch() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-Xmx512m",
                        "-Dfile.encoding=UTF-8",
                        "-Dsun.net.httpserver.nodelay=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConsortiumMain.class.getName(),
                        ConsortiumMain.CONTROLLED)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void order(Process process, String token, Path keys, ConsortiumOptions options) throws IOException {
        OutputStream orders = process.getOutputStream();
        orders.write((token + "\0" + keys.toAbsolutePath() + "\0" + options.write() + "\0")
                .getBytes(StandardCharsets.UTF_8));
        orders.flush();
    }

    private static int awaitReady(Process process) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(ConsortiumMain.READY)) {
                return Integer.parseInt(line.substring(ConsortiumMain.READY.length()));
            }
        }
        throw new IllegalStateException("the simulator did not start: " + fate(process));
    }

    private static String fate(Process process) {
        return process.isAlive()
                ? "process " + process.pid() + " runs but does not answer"
                : "process " + process.pid() + " ended with exit code " + process.exitValue();
    }

    /** Ends the process at once, as a crash would (SIGKILL). */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    @Override
    public Endpoints endpoints() {
        return endpoints;
    }

    @Override
    public TestPki pki() {
        return pki;
    }

    @Override
    public VirtualClock clock() {
        return clock;
    }

    @Override
    public List<TownHall> townHalls() {
        return options.townHalls();
    }

    @Override
    public PciDesk pci() {
        return RemoteDesks.pci(control);
    }

    @Override
    public ENotumDesk enotum() {
        return RemoteDesks.enotum(control);
    }

    @Override
    public MuxDesk mux() {
        return RemoteDesks.mux(control);
    }

    @Override
    public SirDesk sir() {
        return RemoteDesks.sir(control);
    }

    @Override
    public EacatDesk eacat() {
        return RemoteDesks.eacat(control);
    }

    @Override
    public DesalDesk desal() {
        return RemoteDesks.desal(control);
    }

    @Override
    public SignadorDesk signador() {
        return RemoteDesks.signador(control);
    }

    @Override
    public ValidadorDesk validador() {
        return RemoteDesks.validador(control);
    }

    @Override
    public TimeStampDesk timeStamps() {
        return RemoteDesks.timeStamps(control);
    }

    @Override
    public NetworkDesk network() {
        return RemoteDesks.network(control);
    }

    @Override
    public void close() {
        control.close();
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // the pipe of a dead process
        }
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
