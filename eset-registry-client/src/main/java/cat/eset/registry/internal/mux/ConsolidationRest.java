package cat.eset.registry.internal.mux;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.core.InvalidValueException;
import cat.eset.core.registry.Direction;
import cat.eset.registry.mux.AuxiliaryEntry;
import cat.eset.registry.mux.Consolidation;
import cat.eset.registry.mux.ConsolidationResult;
import cat.eset.registry.mux.MuxServiceException;
import cat.eset.registry.mux.Receipts;
import cat.eset.transport.http.HttpExchangeException;
import cat.eset.transport.http.RequestSent;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Receipts and consolidation on the wire (contract mux 6.3, 6.5). Thread-safe. */
public final class ConsolidationRest {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String CONSOLIDATION = "transaccio/consolidacio";

    /** Evidence travels inside the message, as Base64. */
    private static final long MAX_EVIDENCE = 5L << 20;

    private final MuxRest rest;
    private final URI base;

    /** Under this address. */
    public ConsolidationRest(MuxRest rest, URI base) {
        this.rest = rest;
        this.base = base;
    }

    /** Where the receipts are; none if MUX has none yet. */
    public Receipts receipts(String transactionId) {
        JsonNode answer = rest.ask(address(transactionId, "rebuts"), "transaccio/rebuts");
        JsonNode receipts = answer.path("rebuts");
        return new Receipts(
                transactionId,
                Optional.ofNullable(receipts.path("rebutEntrada").textValue()),
                Optional.ofNullable(receipts.path("rebutSortida").textValue()));
    }

    /** What the auxiliary registry made of a transaction, per leg. */
    public List<AuxiliaryEntry> state(String transactionId) {
        JsonNode answer = rest.ask(address(transactionId, "consolidacio"), CONSOLIDATION);
        if (!isOk(answer)) {
            throw MuxRest.refused(answer, CONSOLIDATION);
        }
        List<AuxiliaryEntry> found = new ArrayList<>();
        for (Direction leg : Direction.values()) {
            // Its instants are only told: one that cannot be read must not hide the numbers.
            auxiliary(answer.path("assentaments"), leg, (value, path) -> WireDates.tryRead(value.asText()))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** Asks first, because what MUX does with a repetition is not known, and sends only what it has not. */
    public ConsolidationResult consolidate(Consolidation order) {
        try {
            Optional<String> now = state(order.transactionId()).stream()
                    .filter(entry -> entry.leg() == order.leg())
                    .findFirst()
                    .flatMap(AuxiliaryEntry::consolidatedWith);
            if (now.isPresent()) {
                return now.get().equals(order.number()) ? new ConsolidationResult.Done(true) : conflict();
            }
        } catch (MuxServiceException e) {
            return e.failure().retry() == Failure.Retry.NEVER
                    ? new ConsolidationResult.Refused(e.failure())
                    : new ConsolidationResult.Unknown(e.failure());
        } catch (HttpExchangeException e) {
            return new ConsolidationResult.Unknown(e.failure());
        }
        return send(order);
    }

    private ConsolidationResult send(Consolidation order) {
        String body = json(order);
        try {
            JsonNode answer = rest.order(
                    "POST", address(order.transactionId(), "consolidacio"), CONSOLIDATION, Optional.of(body));
            return isOk(answer)
                    ? new ConsolidationResult.Done(false)
                    : new ConsolidationResult.Refused(MuxRest.refusal(answer, CONSOLIDATION));
        } catch (MuxServiceException e) {
            return e.failure().effect() == Failure.Effect.UNKNOWN || e.failure().retry() != Failure.Retry.NEVER
                    ? new ConsolidationResult.Unknown(e.failure())
                    : new ConsolidationResult.Refused(e.failure());
        } catch (HttpExchangeException e) {
            return new ConsolidationResult.Unknown(
                    e.requestSent() == RequestSent.NO ? e.failure() : unknown(e.failure()));
        }
    }

    /** Undoes the link; the entries stay. */
    public void remove(String transactionId, Direction leg, String auxiliaryNumber) {
        URI address = URI.create(address(transactionId, "consolidacio/" + leg.letter()) + "?assentament="
                + MuxRest.encoded(auxiliaryNumber));
        JsonNode answer = rest.order("DELETE", address, CONSOLIDATION, Optional.empty());
        if (!isOk(answer)) {
            throw MuxRest.refused(answer, CONSOLIDATION);
        }
    }

    /** What the auxiliary registry made of a leg; empty if it has not numbered it (contract mux 8.8: the first is the good one). */
    static Optional<AuxiliaryEntry> auxiliary(
            JsonNode entries, Direction leg, BiFunction<JsonNode, String, Optional<Instant>> date) {
        JsonNode ofLeg = entries.path(leg == Direction.ENTRY ? "entrada" : "sortida");
        JsonNode first = ofLeg.path("auxiliar").path(0);
        String number = first.path("numeroAssentament").textValue();
        if (!first.path("resultat").asBoolean() || number == null || number.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new AuxiliaryEntry(
                leg,
                number,
                date.apply(first.path("dataAssentament"), "dataAssentament"),
                date.apply(first.path("dataPresentacio"), "dataPresentacio"),
                Optional.ofNullable(ofLeg.path("consolidacio")
                                .path("numeroAssentament")
                                .textValue())
                        .filter(text -> !text.isBlank())));
    }

    /** Whether a leg is for this mailbox: in a dual transaction between two bodies each leg has its own. */
    static boolean isOf(String mailbox, JsonNode entries, Direction leg) {
        String named = entries.path(leg == Direction.ENTRY ? "entrada" : "sortida")
                .path("auxiliar")
                .path(0)
                .path("idBustia")
                .asText("")
                .strip();
        return named.isEmpty() || named.equalsIgnoreCase(mailbox);
    }

    private static String json(Consolidation order) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("sentit", order.leg().letter());
            json.writeStringField("numeroAssentamentPerConsolidar", order.auxiliaryNumber());
            json.writeStringField("numeroAssentament", order.number());
            json.writeStringField("dataAssentament", WireDates.consolidation(order.registeredAt()));
            json.writeStringField("dataPresentacio", WireDates.consolidation(order.presentedAt()));
            if (order.evidence().isPresent()) {
                json.writeStringField("evidencia", base64(order.evidence().get()));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String base64(DocumentContent evidence) throws IOException {
        if (evidence.length() > MAX_EVIDENCE) {
            throw InvalidValueException.of("Consolidation", "its evidence has at most 5 MB");
        }
        return Base64.getEncoder().encodeToString(evidence.readAllBytes());
    }

    private static ConsolidationResult conflict() {
        return new ConsolidationResult.Refused(
                Failure.of(Failure.Fault.CALLER, "MUX has another number of ours for this entry")
                        .service("MUX")
                        .remedy("Compare both numbers; remove the consolidation only if the other one is wrong.")
                        .build());
    }

    private static Failure unknown(Failure broken) {
        return Failure.of(broken.fault(), broken.what())
                .service("MUX")
                .retry(Failure.Retry.LATER)
                .effect(Failure.Effect.UNKNOWN)
                .remedy("Consolidate again later: it asks before it sends.")
                .cause(broken.cause().orElse(null))
                .build();
    }

    private URI address(String transactionId, String path) {
        return URI.create(base + "/" + MuxRest.encoded(transactionId) + "/" + path);
    }

    private static boolean isOk(JsonNode answer) {
        return answer.path("resultat").asText().equals("ok");
    }
}
