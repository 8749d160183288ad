package cat.eset.registry.internal.mux;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.id.Dir3;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.registry.MappingLoss;
import cat.eset.registry.mux.AuxiliaryEntry;
import cat.eset.registry.mux.MuxError;
import cat.eset.registry.mux.MuxRefusedException;
import cat.eset.registry.mux.MuxTransaction;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a transaction (contract mux 8) into the terms of the work model. Thread-safe. */
public final class TransactionReader {

    /** Units of the directory nest up to the root, and free data may nest further; nothing honest nests a hundred times. */
    private static final int MAX_DEPTH = 100;

    /** More than 8 MB of honest data have. Of the shortest ones there is room for millions, and each takes fifty times its bytes in memory. */
    private static final long MAX_TOKENS = 500_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** V3 writes four groups of hexadecimal digits; V2 allows this much, and the echo must be safe to print. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9,.-]{1,70}");

    private final UnitRule unitRule;

    /** With this rule about which units are ours. */
    public TransactionReader(UnitRule unitRule) {
        this.unitRule = unitRule;
    }

    /** What a body says before anything is checked: enough to echo it. */
    public record Envelope(
            JsonNode root, @Nullable String id, @Nullable String type) {}

    /**
     * Reads the JSON.
     *
     * @throws MuxRefusedException if it is not one JSON object
     */
    public Envelope open(byte[] body) {
        try {
            return open(JSON.readTree(body));
        } catch (JsonProcessingException e) {
            throw invalid("El cos no és JSON correcte");
        } catch (IOException e) {
            throw invalid("El cos no es pot llegir");
        }
    }

    /**
     * A transaction that came inside something else.
     *
     * @throws MuxRefusedException if it is not a JSON object
     */
    public Envelope open(JsonNode root) {
        if (!root.isObject()) {
            throw invalid("El cos no és un objecte JSON");
        }
        String id = root.path("idTransaccio").textValue();
        return new Envelope(
                root,
                id != null && ID.matcher(id).matches() ? id : null,
                root.path("tipus").textValue());
    }

    /**
     * Reads the transaction.
     *
     * @throws MuxRefusedException with what is wrong with it
     */
    public MuxTransaction read(Envelope envelope, byte[] body) {
        if (envelope.id() == null) {
            throw invalid("Falta idTransaccio o no té el format publicat");
        }
        return read(envelope, direction(envelope.type()), body);
    }

    /**
     * Reads one leg of a transaction, whatever its type: a dual one in a mailbox may have two.
     *
     * @throws MuxRefusedException with what is wrong with it
     */
    public MuxTransaction read(Envelope envelope, Direction direction, byte[] body) {
        String id = envelope.id();
        if (id == null) {
            throw invalid("Falta idTransaccio o no té el format publicat");
        }
        Losses losses = new Losses();
        Fields root = Fields.root(envelope.root(), losses);
        root.ignore("idTransaccio", "tipus", "execucions", "dataCreacio", "dataDarreraExecucio", "ttl", "assentaments");
        Fields control = root.object("control");
        boolean test = isTest(control);
        Optional<String> application = control.text("aplicacio");
        EntryDraft draft = draft(id, direction, root);
        root.reportRest();
        return new MuxTransaction(
                id,
                test,
                Optional.empty(),
                application,
                draft,
                losses.found(),
                DocumentContent.of(body, MediaType.JSON));
    }

    /** A leg that the auxiliary registry numbered: it was presented when it says so, or when it was presented there. */
    MuxTransaction read(Envelope envelope, AuxiliaryEntry auxiliary, byte[] body) {
        MuxTransaction read = read(envelope, auxiliary.leg(), body);
        EntryDraft draft = read.draft();
        return new MuxTransaction(
                read.id(),
                read.test(),
                Optional.of(auxiliary.number()),
                read.application(),
                new EntryDraft(
                        draft.direction(),
                        draft.extract(),
                        draft.parties(),
                        draft.attachments(),
                        draft.presentedAt().or(auxiliary::presentedAt).or(auxiliary::registeredAt),
                        draft.unit(),
                        draft.procedure(),
                        draft.statement(),
                        draft.request(),
                        draft.externalReference(),
                        draft.answers()),
                read.losses(),
                read.raw());
    }

    private static Direction direction(@Nullable String type) {
        if (type == null) {
            throw invalid("Falta tipus");
        }
        return switch (type) {
            case "E" -> Direction.ENTRY;
            case "S" -> Direction.EXIT;
            default ->
                throw new MuxRefusedException(
                        MuxError.UNSUPPORTED_TYPE, "Tipus de transacció no suportat: aquest registre admet E i S");
        };
    }

    /** An unknown value is refused: taking it for real would spend a number, taking it for a test would lose an entry. */
    private static boolean isTest(Fields control) {
        return switch (control.code("indicadorProva").orElse("0")) {
            case "0" -> false;
            case "1" -> true;
            default -> throw invalid("control.indicadorProva no és 0 ni 1");
        };
    }

    private EntryDraft draft(String id, Direction direction, Fields root) {
        Fields subject = root.object("assumpte");
        Fields registries = root.object("registres");
        Fields origin = registries.object("origen").object("unitatOrganica");
        Fields destination = registries.object("desti").object("unitatOrganica");
        boolean entry = direction == Direction.ENTRY;
        Fields ours = entry ? destination : origin;
        Optional<Dir3> unit = unitRule.check(ours);

        EntryDraft.Builder draft = entry ? EntryDraft.entry(extract(subject)) : EntryDraft.exit(extract(subject));
        subject.instant("dataPresentacio").ifPresent(draft::presentedAt);
        unit.ifPresent(draft::unit);
        procedure(subject).ifPresent(draft::procedure);
        draft.externalReference(id);
        for (Fields party : root.list("interessats")) {
            draft.party(PartyReader.read(party));
        }
        Fields other = entry ? origin : destination;
        if (!unitRule.isOurs(other)) {
            PartyReader.body(other).ifPresent(draft::party);
        }
        for (Map.Entry<String, Fields> document : root.map("documents").entrySet()) {
            draft.attachment(AttachmentReader.read(document.getKey(), document.getValue()));
        }
        Fields statement = root.object("instanciaGenerica");
        Optional<String> states = statement.text("exposa");
        Optional<String> asks = statement.text("solicita");
        if (states.isPresent() || asks.isPresent()) {
            draft.genericRequest(states.orElse(""), asks.orElse(""));
        }
        return draft.build();
    }

    private static String extract(Fields subject) {
        String text = subject.text("resum")
                .or(() -> assumed(subject, "nomTramit"))
                .or(() -> assumed(subject, "nomProcediment"))
                .orElseGet(() -> {
                    subject.lose("resum", MappingLoss.Kind.ASSUMED);
                    return "Sense extracte";
                });
        if (text.length() <= EntryDraft.MAX_EXTRACT) {
            return text;
        }
        subject.lose("resum", MappingLoss.Kind.SHORTENED);
        return SafeNames.cut(text, EntryDraft.MAX_EXTRACT - 1) + "…";
    }

    private static Optional<String> assumed(Fields subject, String name) {
        Optional<String> text = subject.text(name);
        text.ifPresent(found -> subject.lose("resum", MappingLoss.Kind.ASSUMED));
        return text;
    }

    private static Optional<String> procedure(Fields subject) {
        return subject.text("codiProcediment").or(() -> subject.text("codiSIA")).or(() -> subject.text("codiTramit"));
    }

    private static MuxRefusedException invalid(String text) {
        return new MuxRefusedException(MuxError.INVALID_PAYLOAD, text);
    }
}
