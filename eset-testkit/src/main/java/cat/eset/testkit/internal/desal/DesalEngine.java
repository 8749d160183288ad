package cat.eset.testkit.internal.desal;

import cat.eset.core.Secret;
import cat.eset.testkit.desal.DesalDesk;
import cat.eset.testkit.desal.StoredDocument;
import cat.eset.testkit.internal.enotum.Agenda;
import cat.eset.testkit.internal.enotum.DocumentArchive;
import cat.eset.testkit.internal.http.Exchanges;
import cat.eset.testkit.internal.json.Json;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** DESA'L: who may call, what is asked, and the answers (contract desal). */
public final class DesalEngine implements DesalDesk {

    private static final int MAX_BODY = 1024 * 1024;
    private static final String JSON = "application/json";

    private final DesalFiles files;
    private final DesalDocuments documents;
    private final DesalFolders folders;
    private final SigV4Check signatures;
    private final Map<String, Secret> secrets = new ConcurrentHashMap<>();
    private final Map<String, String> services = new ConcurrentHashMap<>();
    private final Set<String> denied = ConcurrentHashMap.newKeySet();
    private final Map<String, List<String>> codes = new HashMap<>();
    private final Map<String, Integer> losses = new HashMap<>();

    /**
     * An empty DESA'L.
     *
     * @param bytes address below which the bytes are served
     */
    public DesalEngine(Agenda agenda, URI bytes) {
        this.files = new DesalFiles(agenda, bytes);
        DesalExports exports = new DesalExports(agenda, files);
        this.documents = new DesalDocuments(agenda, files, exports);
        this.folders = new DesalFolders(agenda, documents, exports);
        this.signatures = new SigV4Check(key -> Optional.ofNullable(secrets.get(key)));
    }

    /** The signed services. */
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = Exchanges.read(exchange.getRequestBody(), MAX_BODY);
        Optional<String> key = signatures.accessKey(exchange, body);
        if (key.isEmpty()) {
            Exchanges.answer(exchange, 403, JSON, "{\"message\": \"Forbidden\"}");
            return;
        }
        String path = exchange.getRequestURI().getPath();
        String operation = exchange.getRequestMethod() + " /" + path.split("/", -1)[1];
        Map<String, @Nullable Object> answer;
        synchronized (files) {
            answer = scripted(operation).orElseGet(() -> route(exchange, path, key.get(), body));
            if (losses.merge(operation, 0, Integer::sum) > 0) {
                losses.merge(operation, -1, Integer::sum);
                exchange.close();
                return;
            }
        }
        Exchanges.answer(exchange, 200, JSON, Json.write(answer));
    }

    /** The presigned addresses, which are not signed again. */
    public void handleBytes(HttpExchange exchange) throws IOException {
        files.serve(exchange);
    }

    /** What other services read in it. */
    public DocumentArchive archive() {
        return new DocumentArchive() {
            @Override
            public Optional<byte[]> file(String uuid) {
                synchronized (files) {
                    return files.accepted(uuid);
                }
            }

            @Override
            public Optional<byte[]> document(String uuid) {
                synchronized (files) {
                    return documents.file(uuid).flatMap(files::accepted);
                }
            }
        };
    }

    private Optional<Map<String, @Nullable Object>> scripted(String operation) {
        List<String> next = codes.getOrDefault(operation, List.of());
        return next.isEmpty() ? Optional.empty() : Optional.of(answer(next.remove(0), "Resposta preparada"));
    }

    private Map<String, @Nullable Object> route(HttpExchange exchange, String path, String accessKey, byte[] body) {
        Map<String, @Nullable Object> json;
        try {
            json = body.length == 0 ? Map.of() : Json.readObject(new String(body, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return answer("4", "Petició mal formada");
        }
        String service = services.getOrDefault(accessKey, "");
        String method = exchange.getRequestMethod();
        Map<String, String> query = query(exchange.getRequestURI());
        if (path.equals("/fitxer")) {
            return method.equals("POST") ? files.register(json, services.values()) : files.find(query);
        }
        boolean creates = method.equals("POST") && (path.equals("/document") || path.equals("/expedient"));
        String caller = creates ? Json.string(json, "codiServei") : query.getOrDefault("codiServei", "");
        if (denied.contains(service) || !caller.equals(service)) {
            return answer("10", "Error: no tens autorització per realitzar aquesta operació. Operació NO realitzada.");
        }
        String expedient = Json.string(json, "identificadorExpedientDesal");
        if (path.startsWith("/document")
                && !path.endsWith("/search")
                && !expedient.isEmpty()
                && !folders.exists(expedient)) {
            return answer("12", "L'expedient no existeix");
        }
        return path.startsWith("/expedient")
                ? folders.route(method, path, query, json)
                : documents.route(method, path, query, json);
    }

    private static Map<String, String> query(URI address) {
        Map<String, String> query = new HashMap<>();
        for (String part : Optional.ofNullable(address.getRawQuery()).orElse("").split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                query.put(
                        part.substring(0, equals),
                        URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    /** An answer that says only its code. */
    static Map<String, @Nullable Object> answer(String code, String text) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("codiResposta", code);
        answer.put("descripcioResposta", text);
        return answer;
    }

    @Override
    public void allow(String service, String accessKey, Secret secretKey) {
        secrets.put(accessKey, secretKey);
        services.put(accessKey, service);
    }

    @Override
    public void deny(String service) {
        denied.add(service);
    }

    @Override
    public void scanFor(Duration virtualTime) {
        files.scanFor(virtualTime);
    }

    @Override
    public void infect(String fileName) {
        files.infect(fileName);
    }

    @Override
    public String put(String service, String fileName, String title, byte[] content) {
        synchronized (files) {
            return documents.put(service, title, files.put(fileName, content));
        }
    }

    @Override
    public String putExternal(String service, String title, String externalId) {
        synchronized (files) {
            return documents.putExternal(service, title, externalId);
        }
    }

    @Override
    public List<StoredDocument> documents() {
        synchronized (files) {
            return documents.all();
        }
    }

    @Override
    public void spoilDownloads(boolean spoil) {
        files.spoil(spoil);
    }

    @Override
    public void offerBytesFrom(String host) {
        files.offerFrom(host);
    }

    @Override
    public void answerNext(String operation, String code) {
        synchronized (files) {
            codes.computeIfAbsent(operation, o -> new ArrayList<>()).add(code);
        }
    }

    @Override
    public void loseNextAnswer(String operation) {
        synchronized (files) {
            losses.merge(operation, 1, Integer::sum);
        }
    }
}
