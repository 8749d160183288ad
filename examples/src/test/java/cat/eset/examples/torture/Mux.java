package cat.eset.examples.torture;

import cat.eset.core.Secret;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.mux.MuxTransaction;
import cat.eset.testkit.mux.VendorAnswer;
import cat.eset.testkit.mux.VendorRegistry;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MUX, which posts applications one after the other, each again and again until it has its number, and now and then once more when it has
 * it. The work is not allowed to pile up.
 */
final class Mux implements Runnable {

    private static final Pattern NUMBER = Pattern.compile("\\d{4}/E/\\d{6}");
    private static final int AHEAD = 3;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private final Consortium consortium;
    private final Told told;
    private volatile boolean stopped;
    private volatile boolean abandoned;
    private int posted;

    Mux(Consortium consortium, Told told) {
        this.consortium = consortium;
        this.told = told;
    }

    /** The town hall lives at this address now. */
    void registryAt(URI address) {
        consortium
                .mux()
                .register(VendorRegistry.at(
                        address,
                        "MUX",
                        TownHallProcess.TOWN_HALL.ine10().value(),
                        Secret.of(TownHallProcess.SHARED_SECRET)));
    }

    @Override
    public void run() {
        while (!stopped) {
            if (posted - told.sent().size() < AHEAD) {
                posted++;
                untilNumbered(String.format(Locale.ROOT, "0ba6-8133-%04x-%04x", posted >>> 16, posted & 0xffff));
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private void untilNumbered(String id) {
        while (!abandoned) {
            String number = numberOf(post(id));
            if (!number.isEmpty()) {
                told.numbered(id, number);
                String again = numberOf(post(id));
                if (!again.isEmpty() && !again.equals(number)) {
                    told.numbered(id, number + " and " + again);
                }
                return;
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private VendorAnswer post(String id) {
        return consortium
                .mux()
                .post(MuxTransaction.entry(id, "Llicència " + id)
                        .person(MuxTransaction.Person.of("00000000T", "Maria", "Exemple"))
                        .build());
    }

    private static String numberOf(VendorAnswer answer) {
        Matcher number = NUMBER.matcher(answer.body());
        return number.find() ? number.group() : "";
    }

    /** No new application; the one under way gets its number. */
    void stop() {
        stopped = true;
    }

    /** Nothing more, whatever is under way. */
    void abandon() {
        stopped = true;
        abandoned = true;
    }
}
