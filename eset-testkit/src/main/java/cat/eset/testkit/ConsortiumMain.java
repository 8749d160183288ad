package cat.eset.testkit;

import cat.eset.core.Secret;
import cat.eset.testkit.internal.control.ControlServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;

/**
 * The simulated consortium as a program.
 *
 * <p>By itself, {@code java -cp ... cat.eset.testkit.ConsortiumMain 2026-03-02T09:15 pki-directory} starts it with its
 * virtual clock at that time, writes its keys as PKCS#12 files (password {@code testkit}) into the directory, prints its
 * addresses and runs until it is stopped. {@link ConsortiumProcess} starts it with the one argument {@code --controlled}
 * and speaks to it over standard input and a loopback port.
 */
public final class ConsortiumMain {

    static final String CONTROLLED = "--controlled";
    static final String READY = "READY ";

    private ConsortiumMain() {}

    /** Starts the simulator. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 1 && arguments[0].equals(CONTROLLED)) {
            controlled(System.in, System.out);
        } else if (arguments.length == 2) {
            standalone(LocalDateTime.parse(arguments[0]), Path.of(arguments[1]), System.out);
        } else {
            System.err.println("usage: ConsortiumMain <local date and time> <directory for keys>");
            System.exit(2);
        }
    }

    private static void standalone(LocalDateTime start, Path keys, PrintStream out) throws InterruptedException {
        try (Consortium consortium = Consortium.start(ConsortiumOptions.startingAt(start))) {
            consortium.pki().store(keys, Secret.of("testkit"));
            out.println(consortium.endpoints());
            Thread.currentThread().join();
        }
    }

    /** Lives as long as its standard input: when the parent dies, the pipe ends and so does this process. */
    private static void controlled(InputStream in, PrintStream out) throws IOException {
        String[] orders = readOrders(in);
        String token = orders[0];
        try (Consortium consortium = Consortium.start(ConsortiumOptions.read(orders[2]));
                ControlServer control = new ControlServer(consortium, token)) {
            consortium.pki().store(Path.of(orders[1]), Secret.of(token));
            Thread server = new Thread(control::run, "consortium-control");
            server.setDaemon(true);
            server.start();
            out.println(READY + control.port());
            out.flush();
            while (in.read() >= 0) {
                // nothing more is said on this pipe; its end is the message
            }
        }
        System.exit(0);
    }

    /** Token, key directory and options, each ended by a NUL. */
    private static String[] readOrders(InputStream in) throws IOException {
        String[] orders = new String[3];
        for (int i = 0; i < orders.length; i++) {
            java.io.ByteArrayOutputStream order = new java.io.ByteArrayOutputStream();
            for (int b = in.read(); b > 0; b = in.read()) {
                order.write(b);
            }
            orders[i] = order.toString(StandardCharsets.UTF_8);
        }
        return orders;
    }
}
