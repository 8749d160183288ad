package cat.eset.benchmarks.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cat.eset.core.OperationId;
import cat.eset.core.Secret;
import cat.eset.testkit.pki.TestPki;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The other end: plain HTTP on loopback, answers made and signed before the first call, as little work per call as can be.
 * Arguments: directory of the test PKI, number of ids. Prints its port when it is ready and ends with its input.
 */
public final class ConsortiumStub {

    private static final byte[] ID = "<pet:IdPeticion>".getBytes(ISO_8859_1);

    private final Map<String, byte[]> small = new HashMap<>();
    private final Map<String, byte[]> large = new HashMap<>();

    private ConsortiumStub() {}

    /** Starts it. */
    public static void main(String[] args) throws Exception {
        TestPki pki =
                TestPki.load(Path.of(args[0]), List.of(TestPki.VILAPROVA), Optional.empty(), Secret.of("benchmark"));
        ConsortiumStub stub = new ConsortiumStub();
        for (OperationId id : SignedAnswers.ids(Integer.parseInt(args[1]))) {
            stub.small.put(id.value(), SignedAnswers.answer(id, 2, pki.pciResponseSigner()));
            stub.large.put(id.value(), SignedAnswers.answer(id, 47, pki.pciResponseSigner()));
        }
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread watch = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                    // Lives as long as whoever started it.
                }
            } catch (IOException e) {
                // The same as the end of the input.
            }
            Runtime.getRuntime().halt(0);
        });
        watch.start();
        System.out.println(server.getLocalPort());
        while (true) {
            Socket socket = server.accept();
            socket.setTcpNoDelay(true);
            new Thread(() -> stub.serve(socket)).start();
        }
    }

    private void serve(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
                OutputStream out = socket.getOutputStream()) {
            byte[] head = new byte[8192];
            byte[] body = new byte[64 * 1024];
            while (true) {
                int headLength = readHead(in, head);
                if (headLength < 0) {
                    return;
                }
                String headers = new String(head, 0, headLength, ISO_8859_1).toLowerCase(Locale.ROOT);
                long length = Long.parseLong(headers.replaceFirst("(?s).*content-length: (\\d+).*", "$1"));
                int kept = in.readNBytes(body, 0, (int) Math.min(length, 8192));
                in.skipNBytes(length - kept);
                String id = id(body, kept);
                byte[] answer = id.isEmpty()
                        ? new byte[0]
                        : (headers.contains("/large/") ? large : small).getOrDefault(id, new byte[0]);
                byte[] start = ("HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset=UTF-8\r\nContent-Length: "
                                + answer.length + "\r\n\r\n")
                        .getBytes(ISO_8859_1);
                byte[] whole = new byte[start.length + answer.length];
                System.arraycopy(start, 0, whole, 0, start.length);
                System.arraycopy(answer, 0, whole, start.length, answer.length);
                out.write(whole);
            }
        } catch (IOException e) {
            // The client went away.
        }
    }

    private static int readHead(InputStream in, byte[] head) throws IOException {
        int n = 0;
        while (n < head.length) {
            int b = in.read();
            if (b < 0) {
                return -1;
            }
            head[n++] = (byte) b;
            if (n >= 4 && head[n - 1] == '\n' && head[n - 2] == '\r' && head[n - 3] == '\n') {
                return n;
            }
        }
        return -1;
    }

    private static String id(byte[] body, int length) {
        for (int i = 0; i < length - ID.length - 26; i++) {
            int j = 0;
            while (j < ID.length && body[i + j] == ID[j]) {
                j++;
            }
            if (j == ID.length) {
                return new String(body, i + j, 26, ISO_8859_1);
            }
        }
        return "";
    }
}
