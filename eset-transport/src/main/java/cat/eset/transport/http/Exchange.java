package cat.eset.transport.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A call on its way: its number and its request. */
record Exchange(long number, HttpCall call) {

    private static final Set<String> NEVER_WITHOUT_BODY = Set.of("POST", "PUT", "PATCH");

    ExchangeListener.Exchange told() {
        return new ExchangeListener.Exchange(number, call.service(), call.operation(), call.operationId());
    }

    Request request(Progress progress, ExchangeTeller teller) {
        Headers.Builder headers = new Headers.Builder();
        // Said explicitly, so that nothing is unpacked behind our back and the limits count what they should.
        headers.set("Accept-Encoding", "identity").set("User-Agent", "eset-sdk");
        call.headers().forEach(headers::set);
        Request.Builder request = new Request.Builder()
                .url(call.uri().toString())
                .headers(headers.build())
                .tag(Progress.class, progress);
        call.timeouts().ifPresent(t -> request.tag(Timeouts.class, t));
        RequestBody body = call.body()
                .map(b -> (RequestBody) new OneShotBody(b, progress, teller, this))
                .orElse(null);
        if (body == null && NEVER_WITHOUT_BODY.contains(call.method())) {
            body = RequestBody.create(new byte[0], null);
        }
        return request.method(call.method(), body).build();
    }

    /** A body that OkHttp must not write a second time. */
    private static final class OneShotBody extends RequestBody {
        private final HttpBody body;
        private final Progress progress;
        private final ExchangeTeller teller;
        private final Exchange exchange;

        OneShotBody(HttpBody body, Progress progress, ExchangeTeller teller, Exchange exchange) {
            this.body = body;
            this.progress = progress;
            this.teller = teller;
            this.exchange = exchange;
        }

        @Override
        public MediaType contentType() {
            return MediaType.get(body.contentType());
        }

        @Override
        public long contentLength() {
            return body.length();
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            try (OutputStream tap = teller.request(exchange, Optional.of(body.contentType()))) {
                body.writeTo(new TeeStream(sink.outputStream(), tap, progress));
            } catch (IOException e) {
                progress.contentFailed = !progress.lineFailed;
                throw e;
            } catch (UncheckedIOException e) {
                progress.contentFailed = !progress.lineFailed;
                throw e.getCause();
            }
        }
    }
}
