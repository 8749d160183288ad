package cat.eset.transport.pci;

import cat.eset.core.ConfigurationException;
import cat.eset.core.InvalidValueException;
import cat.eset.core.OperationId;
import cat.eset.transport.Front;
import cat.eset.transport.Modality;
import cat.eset.transport.Product;
import cat.eset.transport.http.HttpBody;
import cat.eset.transport.http.HttpCall;
import cat.eset.transport.http.HttpExchangeClient;
import cat.eset.transport.http.HttpExchangeException;
import cat.eset.transport.http.Timeouts;
import cat.eset.transport.xml.CanonicalXml;
import cat.eset.transport.xml.PayloadWriter;
import cat.eset.transport.xml.XmlElement;
import cat.eset.transport.xml.XmlParser;
import cat.eset.transport.xml.XmlTooLargeException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a message, sends it, reads its answer, and repeats what the policy allows. Thread-safe. */
final class PciConversation {

    private final PciSettings settings;
    private final HttpExchangeClient http;
    private final ReplyReader reader;
    private final @Nullable EnvelopeSigner signer;
    private final Repeater repeater;
    private final Map<String, Turnstile> turnstiles;
    private final Clock realTime = Clock.systemUTC();

    PciConversation(PciSettings settings, HttpExchangeClient http) {
        this.settings = settings;
        this.http = http;
        this.signer = settings.tlsOnly ? null : new EnvelopeSigner(settings.credentials, settings.wsSecurity);
        this.reader =
                new ReplyReader(XmlParser.strict(settings.responseLimits), settings.verification, verifier(settings));
        this.repeater = new Repeater(settings.retry, settings.clock, settings.random);
        this.turnstiles = settings.throttles.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, e -> new Turnstile(e.getValue(), Turnstile.Ticker.real())));
    }

    private static @Nullable ResponseVerifier verifier(PciSettings settings) {
        if (settings.verification == SignatureVerification.OFF) {
            return null;
        }
        return settings.environment
                .responseSigner()
                .map(expected -> new ResponseVerifier(new SignerTrust(expected)))
                .orElseThrow(() -> ConfigurationException.of(
                        "The environment " + settings.environment + " does not say who signs its answers",
                        "Say it with AocEnvironment.withResponseSigner, or choose SignatureVerification.OFF."));
    }

    <Q, S> PciAnswer<S> ask(PciBatch<Q, S> batch) {
        return repeater.ask(batch, (attempt, patience) -> {
            PciCall call = call(attempt, Front.SINCRON);
            PciReply reply = exchange(call, message(attempt, call), patience);
            return PciConversation.<S>pending(reply, call, purpose(attempt))
                    .orElseGet(() -> new PciAnswer.Completed<>(
                            read(reply.transmissions().get(0), attempt.codec(), call), reply));
        });
    }

    <Q, S> PciAnswer.Pending<List<PciItemAnswer<S>>> submit(PciBatch<Q, S> batch) {
        if (purpose(batch).kind() == Purpose.Kind.PROCEDURE) {
            throw InvalidValueException.of(
                    "PciBatch", "a purpose that is not a procedure, or it could not be collected");
        }
        PciCall call = call(batch, Front.ASINCRON);
        PciTicket ticket = ticket(batch);
        PciReply reply = repeater.submit(call, (c, patience) -> exchange(c, message(batch, c), patience));
        boolean taken = reply.state().isPending()
                || reply.state().code().equals(PciState.FINISHED)
                || ReplyReader.isDuplicate(reply.state());
        if (!taken) {
            throw ReplyReader.stateError(reply, call);
        }
        return new PciAnswer.Pending<>(reply.state(), ticket);
    }

    <S> PciAnswer<List<PciItemAnswer<S>>> poll(PciTicket ticket, PayloadCodec<?, S> codec) {
        PciCall call =
                new PciCall(ticket.operation(), ticket.modality(), Front.ASINCRON_RESPOSTA, ticket.itemIds(), false);
        return repeater.poll(call, (c, patience) -> {
            PciReply reply = exchange(c, poll(ticket, codec.operation(), c), patience);
            boolean empty =
                    reply.transmissions().isEmpty() && reply.state().code().equals(PciState.FINISHED);
            if (empty) {
                return new PciAnswer.Pending<>(reply.state(), ticket);
            }
            return PciConversation.<List<PciItemAnswer<S>>>pending(reply, call, ticket.purpose())
                    .orElseGet(() -> new PciAnswer.Completed<>(readAll(reply, codec, call), reply));
        });
    }

    /** The answer that is still to come, if it is; an error state is thrown. */
    private static <T> Optional<PciAnswer<T>> pending(PciReply reply, PciCall call, Purpose purpose) {
        PciState state = reply.state();
        Optional<Integer> deferred = reply.transmissions().stream()
                .flatMap(t -> t.specificData().flatMap(d -> d.child(PciNames.MTI, "RespostaDiferida")).stream())
                .map(d -> d.text("ter")
                        .filter(t -> t.matches("\\d{1,6}"))
                        .map(Integer::valueOf)
                        .orElse(0))
                .findFirst();
        boolean finished = state.code().equals(PciState.FINISHED) && deferred.isEmpty();
        if (finished) {
            ReplyReader.checkItems(reply, call);
            return Optional.empty();
        }
        if (!state.isPending() && deferred.isEmpty()) {
            throw ReplyReader.stateError(reply, call);
        }
        PciState waiting =
                deferred.isEmpty() ? state : new PciState(PciState.PENDING, state.secondary(), state.text(), deferred);
        return Optional.of(new PciAnswer.Pending<>(
                waiting, new PciTicket(call.operation(), call.modality(), purpose, call.itemIds())));
    }

    private static <S> List<PciItemAnswer<S>> readAll(PciReply reply, PayloadCodec<?, S> codec, PciCall call) {
        List<PciItemAnswer<S>> items = new ArrayList<>(reply.transmissions().size());
        for (PciTransmission item : reply.transmissions()) {
            items.add(new PciItemAnswer<>(item.itemId(), read(item, codec, call), item));
        }
        return items;
    }

    private static <S> S read(PciTransmission item, PayloadCodec<?, S> codec, PciCall call) {
        XmlElement payload = codec.answers().stream()
                .flatMap(name -> item.specificData().flatMap(d -> d.child(name)).stream())
                .findFirst()
                .orElseThrow(() -> new PciFailures(call).protocol("its item has no " + codec.answers(), null));
        try {
            return codec.read(payload);
        } catch (PciException e) {
            throw e;
        } catch (RuntimeException e) {
            // However it could not be read, something may have been done: the caller must hear of that.
            throw new PciFailures(call).unreadable(e);
        }
    }

    /**
     * What is sent.
     *
     * @param operation name of the operation, for logs and captures
     * @param timeouts how long to wait
     * @param envelope signs the message, if it is signed; not before its turn, because a signed message soon expires
     */
    private record Message(String operation, Timeouts timeouts, Supplier<HttpBody> envelope) {}

    private <Q> Message message(PciBatch<Q, ?> batch, PciCall call) {
        PciSender sender =
                sender(purpose(batch), batch.consent(), batch.civilServant().orElse(settings.civilServant));
        check(batch, sender);
        Instant now = settings.clock.instant();
        long bytes = batch.items().stream()
                .flatMap(i -> i.attachments().stream())
                .mapToLong(a -> a.content().length())
                .sum();
        boolean files = batch.items().stream().anyMatch(i -> !i.attachments().isEmpty());
        MtomParts mtom = files && bytes > settings.inlineUpTo ? new MtomParts() : null;
        byte[] body = body(call, out -> PciBody.writeRequest(out, batch, sender, now, mtom));
        Timeouts timeouts =
                batch.timeouts().orElse(files ? settings.documentTimeouts : settings.timeouts(batch.modality()));
        List<MtomParts.Part> parts = mtom == null ? List.of() : mtom.parts();
        return new Message(batch.codec().operation(), timeouts, () -> envelope(call, body, parts));
    }

    private Message poll(PciTicket ticket, String operation, PciCall call) {
        PciSender sender = sender(ticket.purpose(), Optional.empty(), settings.civilServant);
        byte[] body = body(call, out -> PciBody.writePoll(out, ticket, sender, settings.clock.instant()));
        return new Message(operation, settings.timeouts(ticket.modality()), () -> envelope(call, body, List.of()));
    }

    private HttpBody envelope(PciCall call, byte[] body, List<MtomParts.Part> parts) {
        boolean sign = signer != null && (parts.isEmpty() || settings.wsSecurity.signMtom());
        HttpBody root = new SegmentsBody(
                sign && signer != null ? signer.signed(body, realTime.instant()) : EnvelopeSigner.unsigned(body));
        if (root.length() > settings.maxRequestXml) {
            throw new PciFailures(call).tooLarge(settings.maxRequestXml);
        }
        return parts.isEmpty() ? root : new MtomBody(boundary(), root, parts);
    }

    private PciReply exchange(PciCall call, Message message, Duration patience) {
        Turnstile turnstile = turnstiles.get(call.modality().product().code());
        return turnstile == null ? send(call, message) : turnstile.pass(call, patience, () -> send(call, message));
    }

    private PciReply send(PciCall call, Message message) {
        Product product = call.modality().product();
        URI uri = settings.environment.endpoint(product.cluster(), call.front());
        HttpCall post = HttpCall.post(
                        uri,
                        product.code(),
                        message.operation(),
                        message.envelope().get())
                .header("SOAPAction", PciNames.SOAP_ACTION)
                .operationId(call.operation())
                .timeouts(message.timeouts())
                .build();
        try {
            return http.send(post, answer -> reader.read(answer, call));
        } catch (HttpExchangeException e) {
            throw new PciFailures(call).transport(e);
        }
    }

    private byte[] body(PciCall call, Consumer<PayloadWriter> writer) {
        try {
            return CanonicalXml.of(settings.maxRequestXml, writer);
        } catch (XmlTooLargeException e) {
            throw new PciFailures(call).tooLarge(settings.maxRequestXml);
        }
    }

    private static void check(PciBatch<?, ?> batch, PciSender sender) {
        Modality modality = batch.modality();
        if (modality.product().needsCivilServant() && sender.civilServant().isEmpty()) {
            throw InvalidValueException.of(
                    "PciRequest", "the civil servant behind it, because " + modality + " is a query of Via Oberta");
        }
        if (batch.items().stream().anyMatch(PciItem::wantsPdf)
                && sender.civilServant().isEmpty()) {
            throw InvalidValueException.of("PciRequest", "the civil servant behind it, because it asks for a PDF");
        }
    }

    private PciSender sender(Purpose purpose, Optional<Consent> consent, @Nullable CivilServant civilServant) {
        return new PciSender(
                settings.townHall,
                purpose,
                consent.orElse(settings.consent),
                Optional.ofNullable(civilServant),
                settings.issuer);
    }

    private Purpose purpose(PciBatch<?, ?> batch) {
        return batch.purpose().orElseGet(settings::purpose);
    }

    private PciTicket ticket(PciBatch<?, ?> batch) {
        return new PciTicket(batch.operation(), batch.modality(), purpose(batch), batch.itemIds());
    }

    private static PciCall call(PciBatch<?, ?> batch, Front front) {
        return new PciCall(batch.operation(), batch.modality(), front, batch.itemIds(), batch.hasEffect());
    }

    private String boundary() {
        OperationId random = OperationId.next(settings.clock, settings.random);
        return "MIME-" + random.value();
    }
}
