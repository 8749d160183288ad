package cat.eset.testkit.internal.control;

import cat.eset.testkit.ConsortiumGoneException;
import cat.eset.testkit.Endpoints;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** The side of the channel that asks. Thread-safe: each thread has its turn. */
public final class ControlClient implements AutoCloseable {

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final Supplier<String> fate;

    /**
     * Opens the channel.
     *
     * @param fate what is known about the process, for the message when it is gone
     */
    public ControlClient(int port, String token, Supplier<String> fate) throws IOException {
        this.fate = fate;
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        this.in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        new Fields().put(token).send(out);
    }

    /** The verb without arguments. */
    public Fields ask(String verb) {
        return ask(verb, new Fields());
    }

    /** Asks and waits for the answer; what the other side refused is thrown here as it was there. */
    public synchronized Fields ask(String verb, Fields arguments) {
        Fields answer;
        try {
            Fields request = new Fields().put(verb);
            request.append(arguments);
            request.send(out);
            answer = Fields.receive(in);
        } catch (IOException e) {
            throw new ConsortiumGoneException(
                    "The simulated consortium is gone: " + fate.get() + ". It was asked to do " + verb
                            + ", and nobody knows whether it did.",
                    e);
        }
        String kind = answer.text();
        return switch (kind) {
            case "ok" -> answer;
            case "argument" -> throw new IllegalArgumentException(answer.text());
            case "missing" -> throw new NoSuchElementException(answer.text());
            default -> throw new IllegalStateException(answer.text());
        };
    }

    /** Where the services of the other side listen. */
    public Endpoints endpoints() {
        return Forms.endpoints(ask("endpoints.all"));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed either way
        }
    }
}
