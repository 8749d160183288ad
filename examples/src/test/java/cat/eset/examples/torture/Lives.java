package cat.eset.examples.torture;

import cat.eset.core.Secret;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.pki.TestPki;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The lives of one town hall, one after the other, in a world where MUX goes on posting and time goes on: ten times as fast as outside, and
 * ten minutes at every death, which is longer than any loan or period of grace.
 */
final class Lives implements AutoCloseable {

    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final long BEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final Duration AFTER_DEATH = Duration.ofMinutes(10);
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(4);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final int MOST_MILLIS_MORE = 40;

    private final String url;
    private final Consortium consortium;
    private final Told told;
    private final Path keys;
    private final Path errors;
    private final ChildJvm jvm;
    private final Mux mux;
    private final Thread poster;
    private final Thread heart;
    private volatile boolean over;
    private LivingTownHall current;

    private Lives(String url, Consortium consortium, Told told, Path folder) throws IOException {
        this.url = url;
        this.consortium = consortium;
        this.told = told;
        this.jvm = new ChildJvm(folder);
        this.keys = Files.createDirectories(folder.resolve("keys"));
        this.errors = folder.resolve("errors.log");
        writeKeys(consortium.pki());
        this.current = born(address -> {});
        this.mux = new Mux(consortium, told);
        this.poster = new Thread(mux, "mux");
        this.heart = new Thread(this::beat, "heart");
    }

    /** The first life. */
    static Lives begin(String url, Consortium consortium, Told told, Path folder) throws IOException {
        Lives lives = new Lives(url, consortium, told, folder);
        lives.heart.setDaemon(true);
        lives.heart.start();
        lives.mux.registryAt(lives.current.ready().join());
        lives.poster.setDaemon(true);
        lives.poster.start();
        return lives;
    }

    private void writeKeys(TestPki pki) throws IOException {
        pki.townHallSeal(TownHallProcess.TOWN_HALL)
                .writePkcs12(keys.resolve(TownHallProcess.SEAL), Secret.of(TownHallProcess.PASSWORD));
        try {
            Files.write(keys.resolve(TownHallProcess.ANCHOR), pki.root().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private LivingTownHall born(Consumer<URI> welcome) {
        return LivingTownHall.start(
                jvm.flags(),
                List.of(
                        url,
                        keys.toString(),
                        consortium.endpoints().pciNt().toString(),
                        consortium.clock().instant().toString(),
                        Integer.toString(told.finished())),
                errors,
                told,
                welcome);
    }

    private void beat() {
        while (!over) {
            LockSupport.parkNanos(BEAT_NANOS);
            pass(BEAT);
        }
    }

    /** Time passes for everybody. */
    private synchronized void pass(Duration time) {
        consortium.clock().advanceBy(time);
        current.tell(consortium.clock().instant());
    }

    /** Makes the next lives begin faster: what one virtual machine has loaded, the others find ready. */
    void learn(Random random) throws InterruptedException, IOException {
        jvm.beginLearning();
        dieAndLiveAgain();
        live(random, 30);
        current.stop();
        jvm.useWhatWasLearned();
        dieAndLiveAgain();
    }

    /**
     * Waits until this life has begun and so much more was said to be done, and a moment longer. Without the first, an answer to the life
     * before would count, and a database killed then would be missing when this one looks for it: it would end, and nobody begin another.
     */
    void live(Random random, int more) {
        await(() -> current.ready().isDone());
        int enough = told.count() + more;
        await(() -> told.count() >= enough);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(MOST_MILLIS_MORE)));
    }

    /** Long after its database died. */
    void later() {
        told.line("DATABASE DIED");
        pass(AFTER_DEATH);
    }

    /** SIGKILL, and long afterwards the next life begins. */
    synchronized void dieAndLiveAgain() throws InterruptedException {
        current.kill();
        told.line("DIED");
        pass(AFTER_DEATH);
        current = born(mux::registryAt);
    }

    /** The last life ends in peace, with nothing left to do. */
    void finish() throws InterruptedException {
        mux.stop();
        await(() -> !poster.isAlive());
        await(() -> told.sent().size() == told.numbered().size()
                && told.finished() == told.numbered().size());
        current.stop();
    }

    private void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONGEST_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("nothing goes on: " + told + "\n" + lastErrors());
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private String lastErrors() {
        try {
            List<String> lines = Files.readAllLines(errors);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        over = true;
        mux.abandon();
        try {
            heart.join();
            current.kill();
            poster.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
