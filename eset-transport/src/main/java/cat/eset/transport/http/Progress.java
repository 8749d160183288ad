package cat.eset.transport.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Protocol;
import okio.AsyncTimeout;
import org.jspecify.annotations.Nullable;

/** How far an exchange got; but for {@link #handshakeLate}, only its own thread writes here. */
final class Progress extends EventListener {

    boolean handshaking;
    volatile boolean handshakeLate;
    boolean sent;
    boolean lineFailed;
    boolean contentFailed;
    boolean sinkFailed;
    boolean bodySent;
    int status;
    long requestBytes;
    long responseBytes;

    private final Duration handshakeTime;
    private @Nullable AsyncTimeout handshakeClock;

    Progress(Duration handshakeTime) {
        this.handshakeTime = handshakeTime;
    }

    /** OkHttp gives a handshake the time to read, which a port that speaks no TLS would use up. */
    @Override
    public void secureConnectStart(Call call) {
        handshaking = true;
        AsyncTimeout clock = new AsyncTimeout() {
            @Override
            protected void timedOut() {
                handshakeLate = true;
                call.cancel();
            }
        };
        clock.timeout(handshakeTime.toMillis(), TimeUnit.MILLISECONDS);
        clock.enter();
        handshakeClock = clock;
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
        handshaking = false;
        stopClock();
    }

    @Override
    public void connectFailed(
            Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol, IOException e) {
        stopClock();
    }

    private void stopClock() {
        if (handshakeClock != null) {
            handshakeClock.exit();
            handshakeClock = null;
        }
    }

    @Override
    public void requestHeadersStart(Call call) {
        sent = true;
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        bodySent = true;
    }
}
