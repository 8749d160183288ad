package cat.eset.transport.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** Reads requests whole, keeps their first lines, and answers byte for byte what the test says; or not at all. */
final class RawServer implements AutoCloseable {

    /** What becomes of a request. */
    interface Answer {

        /** Writes to the socket, or closes it, or waits. */
        void to(Request request, Socket socket) throws IOException;

        /** These bytes, with the connection kept. */
        static Answer of(String response) {
            return (request, socket) -> {
                socket.getOutputStream().write(response.getBytes(ISO_8859_1));
                socket.getOutputStream().flush();
            };
        }

        /** A status without body. */
        static Answer status(int status, String... headers) {
            String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            return of("HTTP/1.1 " + status + " Said\r\n" + more + "Content-Length: 0\r\n\r\n");
        }

        /** 200 with this body. */
        static Answer ok(String body) {
            return of("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + body.length() + "\r\n\r\n"
                    + body);
        }
    }

    /**
     * What arrived.
     *
     * @param number from 1
     * @param line first line
     * @param body its body
     */
    record Request(int number, String line, String body) {}

    private final ServerSocket server;
    private final String scheme;
    private final Answer answer;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger arrived = new AtomicInteger();
    private volatile String greeting = "";

    private RawServer(ServerSocket server, String scheme, Answer answer) {
        this.server = server;
        this.scheme = scheme;
        this.answer = answer;
        threads.execute(this::accept);
    }

    static RawServer plain(Answer answer) throws IOException {
        return new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "http", answer);
    }

    static RawServer tls(ServerSocketFactory tls, Answer answer) throws IOException {
        return new RawServer(tls.createServerSocket(0, 50, InetAddress.getLoopbackAddress()), "https", answer);
    }

    /** Says this as soon as somebody connects, before it was asked anything. */
    static RawServer chatty(String greeting) throws IOException {
        RawServer server = plain((request, socket) -> {});
        server.greeting = greeting;
        return server;
    }

    URI uri() {
        return uri(scheme);
    }

    URI uri(String otherScheme) {
        return URI.create(otherScheme + "://127.0.0.1:" + server.getLocalPort() + "/service");
    }

    List<Request> requests() {
        return requests;
    }

    int connections() {
        return sockets.size();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (!greeting.isEmpty()) {
                socket.getOutputStream().write(greeting.getBytes(ISO_8859_1));
                socket.getOutputStream().flush();
            }
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (!socket.isClosed()) {
                Request request = read(in);
                requests.add(request);
                answer.to(request, socket);
            }
        } catch (IOException e) {
            // The client or the test ended it.
        }
    }

    private Request read(InputStream in) throws IOException {
        String first = line(in);
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            }
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("half a request");
        }
        return new Request(arrived.incrementAndGet(), first, new String(body, ISO_8859_1));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("no more requests");
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
