package cat.eset.testkit.internal.desal;

import cat.eset.core.Secret;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Judges requests as AWS does: Signature Version 4 over the headers that the request names (contract desal 3). */
final class SigV4Check {

    private static final Pattern AUTHORIZATION = Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/"
            + "(eu-west-1)/(execute-api)/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Function<String, Optional<Secret>> secrets;

    /** Knows the secret of each access key. */
    SigV4Check(Function<String, Optional<Secret>> secrets) {
        this.secrets = secrets;
    }

    /** The access key of a request that is signed well; the signature is judged by the real clock. */
    Optional<String> accessKey(HttpExchange exchange, byte[] body) {
        Matcher parts = AUTHORIZATION.matcher(header(exchange, "Authorization"));
        String date = header(exchange, "X-Amz-Date");
        if (!parts.matches() || !isNow(date) || !date.startsWith(parts.group(2))) {
            return Optional.empty();
        }
        List<String> signed = List.of(parts.group(5).split(";", -1));
        if (!signed.containsAll(List.of("host", "x-amz-date"))) {
            return Optional.empty();
        }
        String canonical = canonical(exchange, signed, body);
        String scope = parts.group(2) + "/" + parts.group(3) + "/" + parts.group(4) + "/aws4_request";
        String toSign = "AWS4-HMAC-SHA256\n" + date + "\n" + scope + "\n" + sha256(bytes(canonical));
        return secrets.apply(parts.group(1))
                .filter(secret -> signature(secret, scope, toSign).equals(parts.group(6)))
                .map(secret -> parts.group(1));
    }

    private static String canonical(HttpExchange exchange, List<String> signed, byte[] body) {
        URI address = exchange.getRequestURI();
        StringBuilder c = new StringBuilder(exchange.getRequestMethod());
        c.append('\n').append(address.getRawPath()).append('\n');
        List<String> query = new ArrayList<>();
        for (String part : Optional.ofNullable(address.getRawQuery()).orElse("").split("&", -1)) {
            if (!part.isEmpty()) {
                query.add(part.contains("=") ? part : part + "=");
            }
        }
        c.append(String.join("&", query.stream().sorted().toList())).append('\n');
        for (String name : new TreeSet<>(signed)) {
            // The consortium's client signs the host without its port.
            String value = name.equals("host")
                    ? header(exchange, "Host").replaceFirst(":\\d+$", "")
                    : header(exchange, name).strip();
            c.append(name).append(':').append(value).append('\n');
        }
        return c.append('\n')
                .append(String.join(";", signed))
                .append('\n')
                .append(sha256(body))
                .toString();
    }

    private static boolean isNow(String date) {
        try {
            Instant at = LocalDateTime.parse(date, DATE).toInstant(ZoneOffset.UTC);
            return Duration.between(at, Instant.now()).abs().compareTo(SKEW) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String signature(Secret secret, String scope, String toSign) {
        byte[] key = bytes("AWS4" + secret.<String>use(String::new));
        for (String step : scope.split("/", -1)) {
            key = hmac(key, step);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks HmacSHA256", e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }
}
