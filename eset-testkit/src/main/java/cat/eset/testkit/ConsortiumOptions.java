package cat.eset.testkit;

import cat.eset.core.LegalTime;
import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.testkit.pki.TestPki;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * How a simulated consortium starts. Immutable; the {@code with} methods give changed copies. What the contracts leave
 * unknown is an option here, never a silent constant.
 *
 * @param start what the virtual clock shows first
 * @param townHalls who may call, the default one first
 * @param portPerCluster whether each cluster of PCI has its own port and knows only its own products
 * @param sha256Allowed whether RSA-SHA256 request signatures are accepted (contract pci 10.2: unknown; default no)
 * @param signedMtomAllowed whether a signature on an MTOM request is tolerated (contract pci 14 row 18; default no)
 * @param exitRegisteredInCall whether e-NOTUM has the exit registered while the sender waits (default: later)
 * @param asynchronousWork virtual time until an asynchronous PCI request is finished (default: none)
 * @param virtualTimeStamps whether the time-stamp authority reads the virtual clock (default: the real one)
 */
public record ConsortiumOptions(
        Instant start,
        List<TownHall> townHalls,
        boolean portPerCluster,
        boolean sha256Allowed,
        boolean signedMtomAllowed,
        boolean exitRegisteredInCall,
        Duration asynchronousWork,
        boolean virtualTimeStamps) {

    /** Checks the values. */
    public ConsortiumOptions {
        townHalls = List.copyOf(townHalls);
        if (townHalls.isEmpty()) {
            throw new IllegalArgumentException("at least one town hall is needed");
        }
        if (asynchronousWork.isNegative()) {
            throw new IllegalArgumentException("work takes no negative time");
        }
    }

    /** The usual options, with the virtual clock at this local time of {@code Europe/Madrid}. */
    public static ConsortiumOptions startingAt(LocalDateTime time) {
        return startingAt(time.atZone(LegalTime.ZONE).toInstant());
    }

    /** The usual options, with the virtual clock at this instant. */
    public static ConsortiumOptions startingAt(Instant instant) {
        return new ConsortiumOptions(
                instant, List.of(TestPki.VILAPROVA), false, false, false, false, Duration.ZERO, false);
    }

    /** With these town halls instead of Vilaprova. */
    public ConsortiumOptions withTownHalls(List<TownHall> others) {
        return new ConsortiumOptions(
                start,
                others,
                portPerCluster,
                sha256Allowed,
                signedMtomAllowed,
                exitRegisteredInCall,
                asynchronousWork,
                virtualTimeStamps);
    }

    /** With a port per cluster. */
    public ConsortiumOptions withPortPerCluster() {
        return new ConsortiumOptions(
                start,
                townHalls,
                true,
                sha256Allowed,
                signedMtomAllowed,
                exitRegisteredInCall,
                asynchronousWork,
                virtualTimeStamps);
    }

    /** With RSA-SHA256 request signatures accepted. */
    public ConsortiumOptions withSha256Allowed() {
        return new ConsortiumOptions(
                start,
                townHalls,
                portPerCluster,
                true,
                signedMtomAllowed,
                exitRegisteredInCall,
                asynchronousWork,
                virtualTimeStamps);
    }

    /** With signatures on MTOM requests tolerated. */
    public ConsortiumOptions withSignedMtomAllowed() {
        return new ConsortiumOptions(
                start,
                townHalls,
                portPerCluster,
                sha256Allowed,
                true,
                exitRegisteredInCall,
                asynchronousWork,
                virtualTimeStamps);
    }

    /** With exits registered while the sender waits: MUX calls the vendor inside the vendor's own call. */
    public ConsortiumOptions withExitRegisteredInCall() {
        return new ConsortiumOptions(
                start,
                townHalls,
                portPerCluster,
                sha256Allowed,
                signedMtomAllowed,
                true,
                asynchronousWork,
                virtualTimeStamps);
    }

    /** With asynchronous PCI requests that take so much virtual time. */
    public ConsortiumOptions withAsynchronousWork(Duration duration) {
        return new ConsortiumOptions(
                start,
                townHalls,
                portPerCluster,
                sha256Allowed,
                signedMtomAllowed,
                exitRegisteredInCall,
                duration,
                virtualTimeStamps);
    }

    /**
     * With time stamps of the virtual clock, so that the year of a decree is that of the law in the test. The test
     * certificates are valid at both times.
     */
    public ConsortiumOptions withVirtualTimeStamps() {
        return new ConsortiumOptions(
                start,
                townHalls,
                portPerCluster,
                sha256Allowed,
                signedMtomAllowed,
                exitRegisteredInCall,
                asynchronousWork,
                true);
    }

    /** As text that {@link #read} understands, to hand to another process. */
    String write() {
        Properties p = new Properties();
        p.setProperty("start", start.toString());
        p.setProperty("townHalls", String.valueOf(townHalls.size()));
        for (int i = 0; i < townHalls.size(); i++) {
            TownHall t = townHalls.get(i);
            p.setProperty("townHall." + i, t.ine10().value() + " " + t.dir3().value() + " " + t.name());
        }
        p.setProperty("portPerCluster", String.valueOf(portPerCluster));
        p.setProperty("sha256Allowed", String.valueOf(sha256Allowed));
        p.setProperty("signedMtomAllowed", String.valueOf(signedMtomAllowed));
        p.setProperty("exitRegisteredInCall", String.valueOf(exitRegisteredInCall));
        p.setProperty("asynchronousWork", asynchronousWork.toString());
        p.setProperty("virtualTimeStamps", String.valueOf(virtualTimeStamps));
        StringWriter out = new StringWriter();
        try {
            p.store(out, "consortium");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static ConsortiumOptions read(String text) {
        Properties p = new Properties();
        try {
            p.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<TownHall> townHalls = new ArrayList<>();
        int count = Integer.parseInt(p.getProperty("townHalls"));
        for (int i = 0; i < count; i++) {
            String[] parts = p.getProperty("townHall." + i).split(" ", 3);
            townHalls.add(TownHall.of(parts[2], Ine10.of(parts[0]), Dir3.of(parts[1])));
        }
        return new ConsortiumOptions(
                Instant.parse(p.getProperty("start")),
                townHalls,
                Boolean.parseBoolean(p.getProperty("portPerCluster")),
                Boolean.parseBoolean(p.getProperty("sha256Allowed")),
                Boolean.parseBoolean(p.getProperty("signedMtomAllowed")),
                Boolean.parseBoolean(p.getProperty("exitRegisteredInCall")),
                Duration.parse(p.getProperty("asynchronousWork")),
                Boolean.parseBoolean(p.getProperty("virtualTimeStamps")));
    }
}
