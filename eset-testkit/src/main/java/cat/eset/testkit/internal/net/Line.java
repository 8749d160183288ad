package cat.eset.testkit.internal.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import jdk.net.ExtendedSocketOptions;

/**
 * A port that forwards every connection to a server behind it, below TLS. The server knows the connection by its own
 * peer port and can have it cut or slowed at any moment. Thread-safe.
 */
public final class Line implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    private final ServerSocket entrance;
    private final InetSocketAddress server;
    private final Map<Integer, Connection> connections = new ConcurrentHashMap<>();
    private volatile boolean cut;
    private volatile int bytesPerSecond;
    private volatile boolean closed;

    private Line(ServerSocket entrance, InetSocketAddress server) {
        this.entrance = entrance;
        this.server = server;
    }

    /** Opens a free loopback port in front of a server. */
    public static Line inFrontOf(InetSocketAddress server) {
        try {
            ServerSocket entrance = new ServerSocket();
            entrance.setReuseAddress(true);
            entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
            Line line = new Line(entrance, server);
            daemon("line-" + entrance.getLocalPort(), line::accept).start();
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port that clients connect to. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Cuts what is open and refuses what comes. */
    public void cutLine() {
        cut = true;
        connections.values().forEach(Connection::reset);
    }

    /** Undoes {@link #cutLine()}. */
    public void restoreLine() {
        cut = false;
    }

    /** Limits each connection towards the client; 0 lifts the limit. */
    public void slowTo(int bytes) {
        bytesPerSecond = bytes;
    }

    /** Cuts the connection that the server sees as coming from this port, with a TCP reset. */
    public void reset(int serverPeerPort) {
        Connection connection = connections.get(serverPeerPort);
        if (connection != null) {
            connection.reset();
        }
    }

    /** Lets only so many more bytes through to the client of this connection, then cuts it. */
    public void resetAfter(int serverPeerPort, long bytes) {
        Connection connection = connections.get(serverPeerPort);
        if (connection != null) {
            connection.allowance = bytes;
        }
    }

    /** Limits one connection towards its client, for the rest of its life. */
    public void slow(int serverPeerPort, int bytes) {
        Connection connection = connections.get(serverPeerPort);
        if (connection != null) {
            connection.ownLimit = bytes;
        }
    }

    private void accept() {
        while (!closed) {
            try {
                Socket client = entrance.accept();
                client.setTcpNoDelay(true);
                if (cut) {
                    abort(client);
                } else {
                    open(client);
                }
            } catch (IOException e) {
                if (!closed) {
                    LockSupport.parkNanos(1_000_000);
                }
            }
        }
    }

    private void open(Socket client) {
        Socket inner = new Socket();
        try {
            inner.setTcpNoDelay(true);
            inner.connect(server, 5_000);
        } catch (IOException e) {
            abort(inner);
            abort(client);
            return;
        }
        Connection connection = new Connection(client, inner);
        connections.put(inner.getLocalPort(), connection);
        daemon("line-up", connection::forwardUp).start();
        daemon("line-down", connection::forwardDown).start();
    }

    @Override
    public void close() {
        closed = true;
        try {
            entrance.close();
        } catch (IOException e) {
            // closing is best effort
        }
        connections.values().forEach(Connection::reset);
    }

    private static void abort(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // it is gone, which is what was wanted
        }
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private final class Connection {

        private final Socket client;
        private final Socket inner;
        private volatile long allowance = Long.MAX_VALUE;
        private volatile int ownLimit;

        private Connection(Socket client, Socket inner) {
            this.client = client;
            this.inner = inner;
        }

        private void reset() {
            connections.remove(inner.getLocalPort(), this);
            abort(client);
            abort(inner);
        }

        private void forwardUp() {
            try {
                InputStream in = client.getInputStream();
                OutputStream out = inner.getOutputStream();
                in.transferTo(out);
                inner.shutdownOutput();
            } catch (IOException e) {
                reset();
            }
        }

        private void forwardDown() {
            byte[] buffer = new byte[BUFFER];
            try {
                InputStream in = inner.getInputStream();
                OutputStream out = client.getOutputStream();
                acknowledgeAtOnce();
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    if (!pass(buffer, n, out)) {
                        reset();
                        return;
                    }
                    acknowledgeAtOnce();
                }
                client.shutdownOutput();
                connections.remove(inner.getLocalPort(), this);
            } catch (IOException e) {
                reset();
            }
        }

        /**
         * The JDK's server sends headers and body apart and, in between, waits for an acknowledgement, which Linux holds back
         * for 40 ms. Forgotten by the system again and again.
         */
        private void acknowledgeAtOnce() throws IOException {
            if (inner.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
                inner.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
            }
        }

        private boolean pass(byte[] buffer, int length, OutputStream out) throws IOException {
            int from = 0;
            while (from < length) {
                int limit = ownLimit > 0 ? ownLimit : bytesPerSecond;
                int piece = limit > 0 ? Math.min(length - from, Math.max(1, limit / 20)) : length - from;
                long left = allowance;
                if (left < piece) {
                    out.write(buffer, from, (int) left);
                    out.flush();
                    return false;
                }
                if (left != Long.MAX_VALUE) {
                    allowance = left - piece;
                }
                out.write(buffer, from, piece);
                out.flush();
                from += piece;
                if (limit > 0) {
                    LockSupport.parkNanos(1_000_000_000L * piece / limit);
                }
            }
            return true;
        }
    }
}
