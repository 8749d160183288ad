package cat.eset.testkit.internal.mux;

import cat.eset.core.Secret;
import cat.eset.core.TownHall;
import cat.eset.testkit.internal.http.Exchanges;
import cat.eset.testkit.internal.json.Json;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Receipts, mailbox and consolidation (contract mux 6). */
final class MuxRest {

    private static final String JSON = "application/json;charset=UTF-8";
    private static final int MAX_BODY = 8 * 1024 * 1024;
    private static final int SKEW_SECONDS = 60;

    private final MuxLedger ledger;
    private final List<TownHall> townHalls;
    private final Map<String, Secret> clients = new ConcurrentHashMap<>();

    MuxRest(MuxLedger ledger, List<TownHall> townHalls) {
        this.ledger = ledger;
        this.townHalls = townHalls;
    }

    void allow(String issuer, Secret secret) {
        clients.put(issuer, secret);
    }

    void handle(HttpExchange exchange) throws IOException {
        if (!isAuthorised(exchange)) {
            Exchanges.answer(exchange, 403, "text/html", "<html><body>Forbidden</body></html>");
            return;
        }
        String[] path = exchange.getRequestURI().getRawPath().substring(1).split("/");
        Object answer;
        synchronized (ledger) {
            answer = route(exchange, path);
        }
        Exchanges.answer(exchange, 200, JSON, Json.write(answer));
    }

    private boolean isAuthorised(HttpExchange exchange) {
        String header = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        if (!header.startsWith("Bearer ")) {
            return false;
        }
        String token = header.substring("Bearer ".length());
        long now = Instant.now().getEpochSecond();
        return clients.entrySet().stream()
                .anyMatch(client -> Jwt.verify(token, client.getValue())
                        .filter(claims -> client.getKey().equals(claims.get("iss")))
                        .filter(claims -> "mux_v3".equals(claims.get("aud")))
                        .filter(claims -> isKnown(Json.string(claims, "sub")))
                        .filter(claims -> Json.number(claims, "nbf").orElse(Long.MAX_VALUE) <= now + SKEW_SECONDS)
                        .filter(claims -> Json.number(claims, "iat").orElse(Long.MAX_VALUE) <= now + SKEW_SECONDS)
                        .filter(claims -> Json.number(claims, "exp").orElse(Long.MAX_VALUE) >= now - SKEW_SECONDS)
                        .isPresent());
    }

    private boolean isKnown(String subject) {
        return townHalls.stream()
                .anyMatch(t ->
                        t.ine10().value().equals(subject) || t.dir3().value().equals(subject));
    }

    private Map<String, @Nullable Object> route(HttpExchange exchange, String[] path) throws IOException {
        String method = exchange.getRequestMethod();
        if (path.length >= 3 && path[0].equals("bustia")) {
            return mailbox(method, path);
        }
        if (path.length >= 3 && path[0].equals("transaccio") && path[2].equals("rebuts") && method.equals("GET")) {
            return receipts(path[1], path.length > 3 ? path[3] : "");
        }
        if (path.length >= 3 && path[0].equals("transaccio") && path[2].equals("consolidacio")) {
            return switch (method) {
                case "GET" -> consolidation(path[1]);
                case "POST" ->
                    consolidate(
                            path[1],
                            new String(Exchanges.read(exchange.getRequestBody(), MAX_BODY), StandardCharsets.UTF_8));
                case "DELETE" -> separate(path[1], path.length > 3 ? path[3] : "", exchange.getRequestURI());
                default -> errors("Mètode no permès");
            };
        }
        return errors("Operació desconeguda");
    }

    private Map<String, @Nullable Object> mailbox(String method, String[] path) {
        if (!path[1].equals(MuxLedger.MAILBOX)) {
            return message("ko", "No existeix cap bústia amb aquest identificador", Optional.empty());
        }
        boolean compaction = path[2].equals("compactar");
        if (!method.equals(compaction ? "POST" : "GET")) {
            return message("ko", "Mètode no permès", Optional.empty());
        }
        int position = path.length > 3 && path[3].matches("\\d{1,9}") ? Integer.parseInt(path[3]) : 0;
        return switch (path[2]) {
            case "llegir" -> read();
            case "seguent" ->
                ledger.moveTo(Math.max(ledger.cursor() + 1, ledger.first()))
                        ? element("ok", ledger.cursor())
                        : message("buida", "No hi ha elements nous a la bústia", Optional.of(ledger.cursor()));
            case "anterior" ->
                ledger.moveTo(ledger.cursor() - 1)
                        ? element("ok", ledger.cursor())
                        : message(
                                "ko", "El primer element disponible és el número " + ledger.first(), Optional.empty());
            case "situar" ->
                ledger.moveTo(position)
                        ? element("ok", ledger.cursor())
                        : message("ko", "La posició " + position + " no existeix", Optional.of(ledger.cursor()));
            case "posicio" -> element("ok", ledger.cursor());
            case "compactar" ->
                ledger.compact(position) ? element("ok", position) : message("ko", "Error tècnic", Optional.empty());
            default -> message("ko", "Operació desconeguda", Optional.empty());
        };
    }

    private Map<String, @Nullable Object> read() {
        Optional<Leg> current = ledger.current();
        if (current.isEmpty()) {
            return message("ko", "No hi ha cap element per llegir", Optional.of(ledger.cursor()));
        }
        Leg leg = current.get();
        List<Leg> legs = ledger.of(leg.transactionId);
        Map<String, @Nullable Object> transaction = new LinkedHashMap<>(leg.transaction);
        if (legs.size() > 1) {
            transaction.put("tipus", "ES");
        }
        transaction.put("assentaments", entries(legs));
        Map<String, @Nullable Object> answer = element("ok", ledger.cursor());
        answer.put("idTransaccio", leg.transactionId);
        answer.put("transaccio", transaction);
        return answer;
    }

    private Map<String, @Nullable Object> receipts(String id, String sentit) {
        Map<String, @Nullable Object> found = new LinkedHashMap<>();
        for (Leg leg : ledger.of(id)) {
            if (!leg.receipt.isEmpty() && (sentit.isEmpty() || sentit.equals(leg.leg))) {
                String name = leg.leg.equals("S") ? "rebutSortida" : "rebutEntrada";
                found.put(name, leg.receipt);
            }
        }
        if (found.isEmpty()) {
            return errors("La transacció no té cap rebut");
        }
        return TransactionJson.map("resultat", "ok", "idTransaccio", id, "rebuts", found);
    }

    private Map<String, @Nullable Object> consolidation(String id) {
        List<Leg> legs = ledger.of(id);
        if (legs.stream().noneMatch(Leg::hasNumber)) {
            return errors("La transacció no té cap assentament");
        }
        return consolidationAnswer(id, legs);
    }

    private Map<String, @Nullable Object> consolidate(String id, String body) {
        Map<String, @Nullable Object> request;
        try {
            request = Json.readObject(body);
        } catch (IllegalArgumentException e) {
            return errors("Petició mal formada");
        }
        String sentit = Json.string(request, "sentit");
        Optional<Leg> leg = ledger.of(id).stream()
                .filter(l -> l.leg.equals(sentit) && !l.auxiliaryNumber.isEmpty())
                .findFirst();
        if (leg.isEmpty()
                || !leg.get().auxiliaryNumber.equals(Json.string(request, "numeroAssentamentPerConsolidar"))) {
            return errors("No existeix l'assentament auxiliar per consolidar");
        }
        if (Json.string(request, "numeroAssentament").isEmpty()
                || !MuxDates.isConsolidationDate(Json.string(request, "dataAssentament"))
                || !MuxDates.isConsolidationDate(Json.string(request, "dataPresentacio"))) {
            return errors("Dades de consolidació incorrectes");
        }
        Map<String, @Nullable Object> stored = new LinkedHashMap<>();
        for (String name : List.of("numeroAssentament", "dataAssentament", "dataPresentacio", "evidencia")) {
            if (request.get(name) != null) {
                stored.put(name, request.get(name));
            }
        }
        leg.get().consolidation = stored;
        return consolidationAnswer(id, ledger.of(id));
    }

    private Map<String, @Nullable Object> separate(String id, String sentit, URI address) {
        String query = Optional.ofNullable(address.getRawQuery()).orElse("");
        String number = query.startsWith("assentament=")
                ? URLDecoder.decode(query.substring("assentament=".length()), StandardCharsets.UTF_8)
                : "";
        Optional<Leg> leg = ledger.of(id).stream()
                .filter(l -> l.leg.equals(sentit) && !number.isEmpty() && l.auxiliaryNumber.equals(number))
                .findFirst();
        if (leg.isEmpty() || leg.get().consolidation.isEmpty()) {
            return errors("No hi ha dades de consolidació");
        }
        leg.get().consolidation = Map.of();
        return consolidationAnswer(id, ledger.of(id));
    }

    private static Map<String, @Nullable Object> consolidationAnswer(String id, List<Leg> legs) {
        String type = legs.size() > 1 ? "ES" : legs.get(0).leg;
        return TransactionJson.map(
                "resultat",
                "ok",
                "idTransaccio",
                id,
                "tipusTransaccio",
                type,
                "ttlRestantEnSegons",
                600L,
                "assentaments",
                entries(legs));
    }

    private static Map<String, @Nullable Object> entries(List<Leg> legs) {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        for (Leg leg : legs) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            if (!leg.principalNumber.isEmpty()) {
                entry.put("principal", List.of(assentament(leg, leg.principalNumber, leg.principalDate, "Registre")));
            }
            if (!leg.auxiliaryNumber.isEmpty()) {
                entry.put("auxiliar", List.of(assentament(leg, leg.auxiliaryNumber, leg.auxiliaryDate, "EACAT")));
            }
            if (!leg.consolidation.isEmpty()) {
                entry.put("consolidacio", leg.consolidation);
            }
            entries.put(leg.leg.equals("S") ? "sortida" : "entrada", entry);
        }
        return entries;
    }

    private static Map<String, @Nullable Object> assentament(Leg leg, String number, String date, String registry) {
        return TransactionJson.map(
                "execucio",
                (long) leg.executions,
                "resultat",
                true,
                "codiError",
                0L,
                "nomReglaEnrutament",
                "Regla per defecte",
                "nomRegistre",
                registry,
                "idBustia",
                MuxLedger.MAILBOX,
                "numeroAssentament",
                number,
                "dataAssentament",
                date,
                "dataPresentacio",
                leg.presentedDate.isEmpty() ? date : leg.presentedDate);
    }

    private static Map<String, @Nullable Object> element(String result, int element) {
        return TransactionJson.map("resultat", result, "element", (long) element);
    }

    private static Map<String, @Nullable Object> message(String result, String text, Optional<Integer> element) {
        Map<String, @Nullable Object> answer = TransactionJson.map("resultat", result, "missatge", text);
        element.ifPresent(e -> answer.put("element", (long) e));
        return answer;
    }

    private static Map<String, @Nullable Object> errors(String text) {
        return TransactionJson.map("resultat", "ko", "errors", List.of(text));
    }
}
