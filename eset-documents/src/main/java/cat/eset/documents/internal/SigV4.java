package cat.eset.documents.internal;

import cat.eset.core.Secret;
import cat.eset.core.Sha256;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** AWS Signature Version 4 as DESA'L wants it (contract desal 3): three signed headers, the path as it is, the host without its port. */
final class SigV4 {

    static final String CONTENT_TYPE = "application/json; charset=\"utf-8\"";

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String SIGNED_HEADERS = "content-type;host;x-amz-date";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String accessKey;
    private final Secret secretKey;
    private final String region;
    private final String service;

    SigV4(String accessKey, Secret secretKey, String region, String service) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.region = region;
        this.service = service;
    }

    /** The {@code X-Amz-Date} of an instant. */
    static String date(Instant instant) {
        return DATE.format(instant);
    }

    /** The {@code Authorization} of a request. */
    String authorization(String method, URI address, byte[] body, Instant now) {
        String date = date(now);
        String scope = date.substring(0, 8) + "/" + region + "/" + service + "/aws4_request";
        String toSign = ALGORITHM + "\n" + date + "\n" + scope + "\n"
                + Sha256.of(canonical(method, address, body, date).getBytes(StandardCharsets.UTF_8));
        return ALGORITHM + " Credential=" + accessKey + "/" + scope + ", SignedHeaders=" + SIGNED_HEADERS
                + ", Signature=" + HexFormat.of().formatHex(hmac(signingKey(date.substring(0, 8)), toSign));
    }

    static String canonical(String method, URI address, byte[] body, String date) {
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        String sorted = Arrays.stream(query.split("&", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> part.indexOf('=') < 0 ? part + "=" : part)
                .sorted()
                .collect(Collectors.joining("&"));
        return method + "\n" + address.getRawPath() + "\n" + sorted + "\ncontent-type:" + CONTENT_TYPE + "\nhost:"
                + address.getHost() + "\nx-amz-date:" + date + "\n\n" + SIGNED_HEADERS + "\n" + Sha256.of(body);
    }

    private byte[] signingKey(String day) {
        return secretKey.use(chars -> {
            // Secret keys are ASCII.
            byte[] start = new byte[chars.length + 4];
            System.arraycopy("AWS4".getBytes(StandardCharsets.US_ASCII), 0, start, 0, 4);
            for (int i = 0; i < chars.length; i++) {
                start[i + 4] = (byte) chars[i];
            }
            try {
                return hmac(hmac(hmac(hmac(start, day), region), service), "aws4_request");
            } finally {
                Arrays.fill(start, (byte) 0);
            }
        });
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
