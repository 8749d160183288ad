package cat.eset.examples.torture;

import cat.eset.store.JdbcStore;
import cat.eset.store.StoreSchema;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole circuit of a town hall, from the application that MUX posts to the decree that e-NOTUM delivers, in a process that is killed
 * again and again, at random, on a database that is killed too: numbers have no gaps and no twins, whatever was acknowledged is there, the
 * chain of events is whole, and e-NOTUM holds each decree exactly once.
 *
 * <p>200 deaths of the process on each database and 20 of the server with {@code -Ptorture}, a few otherwise;
 * {@code -Deset.torture.seed} repeats the choices of a run, as far as a race can be repeated, and {@code -Deset.torture.deaths} says how many.
 */
class CrashTortureTest {

    private static final boolean FULL = Boolean.getBoolean("eset.torture");

    private static final int DEATHS = Integer.getInteger("eset.torture.deaths", FULL ? 200 : 2);

    @TempDir
    Path folder;

    @Test
    void nothingIsLostOrDoneTwiceOnH2() throws Exception {
        try (TortureDatabase database = new TortureDatabase.H2(folder.resolve("h2"))) {
            torture(database, DEATHS, 0);
        }
    }

    @Test
    void nothingIsLostOrDoneTwiceOnPostgres() throws Exception {
        try (TortureDatabase database = new TortureDatabase.Postgres(folder.resolve("postgres"))) {
            torture(database, DEATHS, (DEATHS + 9) / 10);
        }
    }

    private void torture(TortureDatabase database, int deaths, int deathsOfServer) throws Exception {
        long seed = Long.getLong("eset.torture.seed", FULL ? System.nanoTime() : 20_260_302L);
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        long begin = System.nanoTime();
        JdbcConnectionPool first = TortureDatabase.pool(database.url());
        StoreSchema.of(first, StoreSchema.DEFAULT_NAME).migrate();
        first.dispose();
        ConsortiumOptions options = ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0));
        try (Consortium consortium = Consortium.start(options)) {
            Told told = new Told();
            try (Lives life = Lives.begin(database.url(), consortium, told, folder)) {
                if (FULL) {
                    life.learn(random);
                }
                for (int i = 0; i < deaths; i++) {
                    if (i * deathsOfServer / deaths != (i + 1) * deathsOfServer / deaths) {
                        life.live(random, 1 + random.nextInt(20));
                        database.killAndStart();
                        life.later();
                    }
                    // One in twenty dies before it is born.
                    if (random.nextInt(20) != 0) {
                        life.live(random, 1 + random.nextInt(20));
                    }
                    life.dieAndLiveAgain();
                }
                life.finish();
            }
            JdbcConnectionPool pool = TortureDatabase.pool(database.url());
            JdbcStore store =
                    JdbcStore.builder(pool, consortium.clock()).build().of(TownHallProcess.TOWN_HALL);
            int circuits = 0;
            try {
                circuits = new Verdict(store, consortium, told).check();
            } finally {
                pool.dispose();
                if (circuits == 0) {
                    System.out.println(String.join("\n", told.transcript()));
                }
            }
            System.out.println(circuits + " decrees, " + deaths + " deaths, " + deathsOfServer + " of the server, "
                    + told.count() + " acknowledged, " + told.faults() + " failed commands, "
                    + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin) + " s");
        }
    }
}
