package cat.eset.transport.http;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the hooks of a client what happens. An error of a hook is logged and never reaches the exchange. */
final class ExchangeTeller {

    private static final Logger LOG = LoggerFactory.getLogger(HttpExchangeClient.class);

    private final @Nullable WireTap tap;
    private final @Nullable ExchangeListener listener;

    ExchangeTeller(@Nullable WireTap tap, @Nullable ExchangeListener listener) {
        this.tap = tap;
        this.listener = listener;
    }

    void started(Exchange exchange) {
        if (tap != null && exchange.call().body().isEmpty()) {
            try {
                request(exchange, Optional.empty()).close();
            } catch (IOException e) {
                failed("wire tap", exchange.number(), e);
            }
        }
        if (listener != null) {
            try {
                listener.started(exchange.told());
            } catch (RuntimeException e) {
                failed("exchange listener", exchange.number(), e);
            }
        }
    }

    void ended(Exchange exchange, Progress progress, ExchangeListener.Outcome outcome, Duration duration) {
        LOG.debug(
                "exchange {} {} {} operation {}: {} status {} in {} ms, {} bytes out, {} in",
                exchange.number(),
                exchange.call().service(),
                exchange.call().operation(),
                exchange.call().operationId().map(Object::toString).orElse("-"),
                outcome,
                progress.status,
                duration.toMillis(),
                progress.requestBytes,
                progress.responseBytes);
        if (listener == null) {
            return;
        }
        try {
            listener.ended(new ExchangeListener.Ended(
                    exchange.told(),
                    outcome,
                    progress.status,
                    progress.requestBytes,
                    progress.responseBytes,
                    duration));
        } catch (RuntimeException e) {
            failed("exchange listener", exchange.number(), e);
        }
    }

    OutputStream request(Exchange exchange, Optional<String> contentType) {
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.call().headers().forEach((k, v) -> headers.put(k.toLowerCase(Locale.ROOT), List.of(v)));
        contentType.ifPresent(t -> headers.put("content-type", List.of(t)));
        return open(exchange, WireMessage.Direction.REQUEST, 0, contentType.orElse(""), headers);
    }

    OutputStream response(Exchange exchange, int status, Map<String, List<String>> headers) {
        String contentType = headers.getOrDefault("content-type", List.of("")).get(0);
        return open(exchange, WireMessage.Direction.RESPONSE, status, contentType, headers);
    }

    private OutputStream open(
            Exchange exchange,
            WireMessage.Direction direction,
            int status,
            String contentType,
            Map<String, List<String>> headers) {
        if (tap == null) {
            return OutputStream.nullOutputStream();
        }
        HttpCall call = exchange.call();
        WireMessage head = new WireMessage(
                exchange.number(),
                direction,
                call.service(),
                call.operation(),
                call.operationId(),
                call.method(),
                call.uri(),
                status,
                contentType,
                headers);
        try {
            return new Tolerant(tap.open(head), exchange.number());
        } catch (IOException | RuntimeException e) {
            failed("wire tap", exchange.number(), e);
            return OutputStream.nullOutputStream();
        }
    }

    /** A hook sees bodies, so what it says of its failure is for the level debug only. */
    private static void failed(String hook, long exchange, Exception e) {
        LOG.warn(
                "The {} failed on exchange {}: {}", hook, exchange, e.getClass().getName());
        LOG.debug("The {} failed on exchange {}; this may hold personal data", hook, exchange, e);
    }

    /** A stream whose errors are logged once and then forgotten. */
    private static final class Tolerant extends OutputStream {
        private final OutputStream out;
        private final long number;
        private boolean broken;

        Tolerant(OutputStream out, long number) {
            this.out = out;
            this.number = number;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int off, int len) {
            if (!broken) {
                try {
                    out.write(b, off, len);
                } catch (IOException | RuntimeException e) {
                    broke(e);
                }
            }
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException | RuntimeException e) {
                broke(e);
            }
        }

        private void broke(Exception e) {
            broken = true;
            failed("wire tap", number, e);
        }
    }
}
