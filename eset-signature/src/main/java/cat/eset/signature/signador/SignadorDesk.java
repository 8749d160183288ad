package cat.eset.signature.signador;

import cat.eset.core.Failure;
import cat.eset.core.Failure.Fault;
import cat.eset.core.Failure.Retry;
import cat.eset.transport.http.HttpAnswer;
import cat.eset.transport.http.HttpBody;
import cat.eset.transport.http.HttpCall;
import cat.eset.transport.http.HttpExchangeClient;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** The calls themselves (signador 2 to 5): how each is authenticated, what answers it, how large it may be. */
final class SignadorDesk {

    static final String SERVICE = "Signador";

    private static final String JSON = "application/json";
    private static final int LARGEST_BODY = 7 * 1024 * 1024;
    private static final long LARGEST_ANSWER = 300L * 1024 * 1024;

    private final URI base;
    private final String adding;
    private final String domain;
    private final HttpExchangeClient http;
    private final RequestStamp stamp;
    private final Clock clock;

    SignadorDesk(URI base, String adding, String domain, HttpExchangeClient http, RequestStamp stamp, Clock clock) {
        this.base = base;
        this.adding = adding;
        this.domain = domain;
        this.http = http;
        this.stamp = stamp;
        this.clock = clock;
    }

    JobToken init() {
        SignadorAnswer answer = accepted(stamped(address("initProcess"), "initProcess"));
        return new JobToken(answer.token()
                .orElseThrow(() -> error(Fault.REMOTE, "The Signador gave no token", "Try again later.")));
    }

    void start(byte[] body) {
        requireSize(body);
        accepted(call("POST", "startSignProcess", body));
    }

    void add(byte[] body) {
        requireSize(body);
        accepted(call("PUT", adding, body));
    }

    static boolean fits(byte[] body) {
        return body.length <= LARGEST_BODY;
    }

    SignadorAnswer result(JobToken token) {
        return answer(http.send(stamped(address("getSignature?identificador=" + token.value()), "getSignature")));
    }

    /** What {@code signResult} stands for: Base64, or an address of the service itself. */
    byte[] content(String result) throws IOException {
        if (result.startsWith("http:") || result.startsWith("https:")) {
            return download(result);
        }
        try {
            return Base64.getMimeDecoder().decode(result.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new IOException("the result is not Base64", e);
        }
    }

    /** Our authentication goes to nobody but the service, whatever the answer says. */
    private byte[] download(String text) throws IOException {
        URI address;
        try {
            address = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IOException("the address of the result is none", e);
        }
        if (!site(address).equals(site(base))) {
            throw new IOException("the address of the result is not one of the service");
        }
        HttpAnswer answer = http.send(stamped(address, "download"));
        if (!answer.isSuccess()) {
            throw new SignadorException(
                    Failure.of(Fault.REMOTE, "The Signador answered HTTP " + answer.status() + " for a result")
                            .service(SERVICE)
                            .retry(Retry.LATER)
                            .remedy("Ask for the result again; it is kept for 15 days.")
                            .build());
        }
        return answer.body();
    }

    private static String site(URI address) {
        return (address.getScheme() + "://" + address.getHost() + ":" + address.getPort()).toLowerCase(Locale.ROOT);
    }

    private URI address(String path) {
        return URI.create(base + "/" + path);
    }

    private static void requireSize(byte[] body) {
        if (!fits(body)) {
            throw error(
                    Fault.CALLER, "The request would be larger than the 7 MB that the Signador takes", "Sign by hash.");
        }
    }

    private HttpCall stamped(URI address, String operation) {
        HttpCall.Builder call = HttpCall.get(address, SERVICE, operation).maxResponseBytes(LARGEST_ANSWER);
        stamp.headers(clock.instant()).forEach(call::header);
        return call.build();
    }

    private HttpCall call(String method, String path, byte[] body) {
        return HttpCall.of(method, address(path), SERVICE, path, Optional.of(HttpBody.of(body, JSON)))
                .header("Origin", domain)
                .build();
    }

    private SignadorAnswer accepted(HttpCall call) {
        SignadorAnswer answer = answer(http.send(call));
        if (answer.isOk()) {
            return answer;
        }
        throw new SignadorException(Failure.of(Fault.CONFIGURATION, "The Signador refused")
                .service(SERVICE)
                .remote("KO", answer.reason())
                .remedy("Check the registered domain, the shared key, and this machine's clock and zone.")
                .build());
    }

    private static SignadorAnswer answer(HttpAnswer answer) {
        if (answer.status() == 413) {
            throw error(Fault.CALLER, "The Signador found the request too large", "Sign by hash.");
        }
        try {
            return SignadorAnswer.parse(answer.body());
        } catch (IOException e) {
            throw new SignadorException(
                    Failure.of(Fault.REMOTE, "The Signador answered HTTP " + answer.status() + " without JSON")
                            .service(SERVICE)
                            .retry(Retry.LATER)
                            .remedy("Try again later.")
                            .cause(e)
                            .build());
        }
    }

    static SignadorException error(Fault fault, String what, String remedy) {
        return new SignadorException(
                Failure.of(fault, what).service(SERVICE).remedy(remedy).build());
    }
}
