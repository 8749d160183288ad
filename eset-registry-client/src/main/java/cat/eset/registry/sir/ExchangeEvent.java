package cat.eset.registry.sir;

import cat.eset.registry.sicres.DirectoryCode;
import cat.eset.registry.sicres.EntryMark;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that synchronising told (contract sir 3.6). Whether it will be told again is not known: keep it before acting on it, and
 * confirm the truth with {@link SirClient#consult(ExchangeId)}.
 *
 * @param sendingId identity that the sender gave it; ours is the operation
 * @param exchange identity in SIR
 * @param bodyCode code of the body in the consortium
 * @param startOffice office where it began
 * @param originOffice office of origin
 * @param destinationOffice office of destination
 * @param originEntry entry at the origin
 * @param destinationEntry entry at the destination, once it has one
 * @param kind what happened
 * @param at when
 */
public record ExchangeEvent(
        String sendingId,
        ExchangeId exchange,
        String bodyCode,
        Optional<DirectoryCode> startOffice,
        Optional<DirectoryCode> originOffice,
        Optional<DirectoryCode> destinationOffice,
        Optional<EntryMark> originEntry,
        Optional<EntryMark> destinationEntry,
        EventKind kind,
        Optional<Instant> at) {

    /** Checks the values. */
    public ExchangeEvent {
        Objects.requireNonNull(sendingId, "sendingId");
        Objects.requireNonNull(exchange, "exchange");
        Objects.requireNonNull(bodyCode, "bodyCode");
        Objects.requireNonNull(startOffice, "startOffice");
        Objects.requireNonNull(originOffice, "originOffice");
        Objects.requireNonNull(destinationOffice, "destinationOffice");
        Objects.requireNonNull(originEntry, "originEntry");
        Objects.requireNonNull(destinationEntry, "destinationEntry");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
    }

    /** What tells it from others: exchange, kind and instant. The same event may be told more than once. */
    public String key() {
        return exchange + "|" + kind + "|" + at.map(Instant::toString).orElse("");
    }
}
