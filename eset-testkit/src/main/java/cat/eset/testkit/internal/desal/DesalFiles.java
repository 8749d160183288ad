package cat.eset.testkit.internal.desal;

import static cat.eset.testkit.internal.desal.DesalEngine.answer;

import cat.eset.testkit.internal.enotum.Agenda;
import cat.eset.testkit.internal.http.Exchanges;
import cat.eset.testkit.internal.json.Json;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Binaries: registering, presigned addresses, antivirus (contract desal 4.1, 4.2). Guards the whole store. */
final class DesalFiles {

    private static final long MAX_LENGTH = 4_509_715_660L;
    private static final int MAX_KEPT = 64 * 1024 * 1024;
    private static final Duration LIFE = Duration.ofHours(1);
    private static final String FORBIDDEN = ".*[\":*<>\\\\|/?\\x00-\\x1f].*|.*[. ]|\\.\\..*";

    private final Agenda agenda;
    private final Map<String, StoredFile> files = new LinkedHashMap<>();
    private final Map<String, Offer> offers = new HashMap<>();
    private final Set<String> infected = new HashSet<>();
    private Duration scan = Duration.ofSeconds(3);
    private URI base;
    private boolean spoiled;

    DesalFiles(Agenda agenda, URI base) {
        this.agenda = agenda;
        this.base = base;
    }

    /** A presigned address. */
    private record Offer(StoredFile file, boolean upload, Instant until) {}

    Map<String, @Nullable Object> register(Map<String, @Nullable Object> request, Collection<String> services) {
        String name = Json.string(request, "nomFitxer");
        String mediaType = Json.string(request, "formatFitxer");
        Optional<Long> length = Json.number(request, "mida");
        if (name.isEmpty() || mediaType.isEmpty() || length.filter(l -> l > 0).isEmpty()) {
            return answer("10", "Falten metadades o no són correctes");
        }
        if (!Json.string(request, "codiINE").matches("\\d{10}")) {
            return answer("11", "El codi INE no és correcte");
        }
        if (!services.contains(Json.string(request, "codiServei"))) {
            return answer("12", "El codi de servei no és correcte");
        }
        if (length.orElseThrow() > MAX_LENGTH) {
            return answer("13", "El fitxer és massa gran");
        }
        if (name.length() > 250 || !name.contains(".") || name.matches(FORBIDDEN)) {
            return answer("14", "El nom del fitxer no és correcte");
        }
        if (!mediaType.matches("[a-z]+/[a-zA-Z0-9.+-]+")) {
            return answer("15", "El format del fitxer no és correcte");
        }
        StoredFile file = new StoredFile(UUID.randomUUID().toString(), name, mediaType, length.orElseThrow());
        files.put(file.uuid, file);
        Map<String, @Nullable Object> answer = answer("0", "Operació realitzada correctament");
        answer.put("uuidFitxer", file.uuid);
        answer.put("URLPresignada", offer(file, true));
        return answer;
    }

    /** The download address of a file that no document has (F2). */
    Map<String, @Nullable Object> find(Map<String, String> query) {
        Optional<StoredFile> file = file(query.getOrDefault("uuidFitxer", ""));
        if (file.isEmpty()) {
            return answer("11", "L'identificador del fitxer no és correcte");
        }
        String code = scanCode(file.get());
        Map<String, @Nullable Object> answer = answer(code, code);
        if (code.equals("0")) {
            answer.put("URLPresignada", offer(file.get(), false));
        }
        return answer;
    }

    Optional<StoredFile> file(String uuid) {
        return Optional.ofNullable(files.get(uuid));
    }

    /** 0 accepted, 1 antivirus pending, 2 not uploaded, 14 virus and deleted. */
    String scanCode(StoredFile file) {
        if (file.content.isEmpty() && file.scannedAt.isEmpty()) {
            return "2";
        }
        if (!file.isScanned(agenda.now())) {
            return "1";
        }
        if (infected.contains(file.name)) {
            files.remove(file.uuid);
            return "14";
        }
        return "0";
    }

    /** The bytes of a file, once the antivirus has accepted them. */
    Optional<byte[]> accepted(String uuid) {
        return file(uuid).filter(file -> scanCode(file).equals("0")).flatMap(file -> file.content);
    }

    /** A file that is there and accepted. */
    StoredFile put(String name, byte[] content) {
        StoredFile file = new StoredFile(UUID.randomUUID().toString(), name, "application/pdf", content.length);
        file.content = Optional.of(content.clone());
        file.scannedAt = Optional.of(agenda.now());
        files.put(file.uuid, file);
        return file;
    }

    void remove(String uuid) {
        files.remove(uuid);
    }

    String offer(StoredFile file, boolean upload) {
        String key = UUID.randomUUID().toString();
        offers.put(key, new Offer(file, upload, agenda.now().plus(LIFE)));
        return base + file.uuid + "?X-Amz-Expires=3600&X-Amz-Signature=" + key;
    }

    synchronized void scanFor(Duration virtualTime) {
        scan = virtualTime;
    }

    synchronized void infect(String fileName) {
        infected.add(fileName);
    }

    synchronized void spoil(boolean spoil) {
        spoiled = spoil;
    }

    synchronized void offerFrom(String host) {
        base = URI.create("https://" + host + "/s3/");
    }

    /** PUT and GET of bytes, as S3 does: no second signature, and only while the address lives. */
    void serve(HttpExchange exchange) throws IOException {
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        String key = query.replaceFirst(".*X-Amz-Signature=", "");
        boolean upload = exchange.getRequestMethod().equals("PUT");
        Optional<Offer> offer;
        boolean spoil;
        synchronized (this) {
            offer = Optional.ofNullable(offers.get(key)).filter(o -> o.upload() == upload);
            spoil = spoiled;
        }
        if (exchange.getRequestHeaders().containsKey("Authorization")) {
            refuse(exchange, 400, "InvalidArgument: Only one auth mechanism allowed");
        } else if (offer.isEmpty()) {
            refuse(exchange, 403, "SignatureDoesNotMatch");
        } else if (agenda.now().isAfter(offer.get().until())) {
            refuse(exchange, 403, "AccessDenied: Request has expired");
        } else if (upload) {
            upload(exchange, offer.get().file());
        } else {
            download(exchange, offer.get().file(), spoil);
        }
    }

    private void upload(HttpExchange exchange, StoredFile file) throws IOException {
        byte[] body = Exchanges.read(exchange.getRequestBody(), MAX_KEPT);
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        if (body.length != file.length || !type.equals(file.mediaType)) {
            refuse(exchange, 403, "SignatureDoesNotMatch");
            return;
        }
        synchronized (this) {
            file.content = Optional.of(body);
            file.scannedAt = Optional.of(agenda.now().plus(scan));
        }
        Exchanges.answer(exchange, 200, "application/xml", "");
    }

    private static void download(HttpExchange exchange, StoredFile file, boolean spoil) throws IOException {
        byte[] bytes = file.content.orElse(new byte[0]).clone();
        if (spoil && bytes.length > 0) {
            bytes[bytes.length / 2]++;
        }
        Exchanges.answer(exchange, 200, file.mediaType, bytes);
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        // Bytes that nobody read would break the next request on this connection.
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        Exchanges.answer(exchange, status, "application/xml", "<Error><Code>" + code + "</Code></Error>");
    }
}
