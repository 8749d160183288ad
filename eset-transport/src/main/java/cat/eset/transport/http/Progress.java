package cat.eset.transport.http;

import okhttp3.Call;
import okhttp3.EventListener;

/** How far an exchange got; only its own thread writes here. */
final class Progress extends EventListener {

    boolean sent;
    boolean bodySent;
    int status;
    long requestBytes;
    long responseBytes;

    @Override
    public void requestHeadersStart(Call call) {
        sent = true;
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        bodySent = true;
    }
}
