package cat.eset.signature.signador;

import cat.eset.core.Secret;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The three headers that authenticate a call (signador 3). */
final class RequestStamp {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT);

    private final String domain;
    private final Secret key;
    private final ZoneId zone;

    RequestStamp(String domain, Secret key, ZoneId zone) {
        this.domain = domain;
        this.key = key;
        this.zone = zone;
    }

    Map<String, String> headers(Instant now) {
        String date = DATE.format(now.atZone(zone));
        return Map.of("Authorization", "SC " + mac(domain + "_" + date), "Origin", domain, "Date", date);
    }

    String mac(String data) {
        return key.use(chars -> {
            ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
                return Base64.getEncoder().encodeToString(mac.doFinal(data.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has HmacSHA256", e);
            } finally {
                Arrays.fill(bytes, (byte) 0);
                encoded.clear();
                encoded.put(new byte[encoded.remaining()]);
            }
        });
    }
}
