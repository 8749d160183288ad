package cat.eset.registry.internal.mux;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.TownHall;
import cat.eset.core.party.ElectronicRelation;
import cat.eset.core.party.IdentityDocument;
import cat.eset.core.party.Party;
import cat.eset.core.party.PartyName;
import cat.eset.core.registry.Attachment;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.registry.Mapped;
import cat.eset.registry.MappingLoss;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes an entry of the core as a transaction of MUX V3 (contract mux 8). Not thread-safe: made for one entry. */
public final class TransactionWriter {

    private static final JsonMapper JSON = new JsonMapper();

    private final TownHall townHall;
    private final Losses losses = new Losses();

    /** For an entry of this town hall. */
    public TransactionWriter(TownHall townHall) {
        this.townHall = townHall;
    }

    /** The transaction, and what does not go over. */
    public Mapped<DocumentContent> write(String id, String application, EntryDraft draft, Instant presentedAt) {
        ObjectNode root = JSON.createObjectNode();
        root.put("idTransaccio", id);
        root.put("execucions", 0);
        root.put("tipus", draft.direction().letter());
        ObjectNode control = root.putObject("control");
        control.put("aplicacio", application);
        control.putObject("indicadorProva").put("clau", "0");
        ObjectNode subject = root.putObject("assumpte");
        subject.put("resum", draft.extract());
        subject.put("dataPresentacio", presentedAt.toEpochMilli());
        draft.procedure().ifPresent(code -> subject.put("codiProcediment", code));
        draft.externalReference()
                .filter(reference -> !reference.equals(id))
                .ifPresent(reference -> subject.put("referenciaExterna", reference));
        unit(draft, root.putObject("registres"));
        parties(draft.parties(), root.putArray("interessats"));
        documents(draft.attachments(), root.putObject("documents"));
        statement(draft, root);
        losses.ifPresent("answers", draft.answers());
        byte[] json = root.toString().getBytes(StandardCharsets.UTF_8);
        return new Mapped<>(DocumentContent.of(json, MediaType.JSON), losses.found());
    }

    private void unit(EntryDraft draft, ObjectNode registries) {
        String side = draft.direction() == Direction.ENTRY ? "desti" : "origen";
        ObjectNode unit = registries.putObject(side).putObject("unitatOrganica");
        draft.unit().ifPresent(code -> unit.put("dir3", code.value()));
        unit.put("ine10", townHall.ine10().value());
        unit.put("nom", townHall.name());
    }

    private void parties(List<Party> parties, ArrayNode array) {
        for (int i = 0; i < parties.size(); i++) {
            party(parties.get(i), "parties[" + i + "]", true, array.addObject());
        }
    }

    private void party(Party party, String path, boolean mayBeRepresented, ObjectNode node) {
        identity(party.identity(), node);
        boolean legal = party.name() instanceof PartyName.Legal;
        party.name()
                .fold(
                        natural -> text("cognom2", natural.secondSurname(), node)
                                .put("nom", natural.given())
                                .put("cognom1", natural.firstSurname()),
                        company -> node.put("raoSocial", company.name()));
        text("email", party.contact().email(), node);
        text("telefonMobil", party.contact().mobile(), node);
        text("adressaCompleta", party.contact().postalAddress(), node);
        ElectronicRelation usual = legal ? ElectronicRelation.OBLIGED : ElectronicRelation.NOT_CHOSEN;
        if (party.relation() != usual) {
            losses.add(path + ".relation", MappingLoss.Kind.NOT_MAPPED);
        }
        party.representative().ifPresent(representative -> {
            if (mayBeRepresented) {
                party(representative, path + ".representative", false, node.putObject("representant"));
            } else {
                losses.add(path + ".representative", MappingLoss.Kind.NOT_MAPPED);
            }
        });
    }

    private static void identity(IdentityDocument identity, ObjectNode node) {
        switch (identity.kind()) {
            case DIR3 -> node.put("dir3personaJuridica", identity.value());
            case PASSPORT -> identified("PAS", identity, node);
            case VAT -> identified("VAT", identity, node);
            case NIF -> identified("NIF", identity, node);
            case OTHER -> node.put("identificador", identity.value());
        }
    }

    private static void identified(String kind, IdentityDocument identity, ObjectNode node) {
        node.putObject("tipusIdentificador").put("clau", kind);
        node.put("identificador", identity.value());
    }

    /** Documents of MUX live in DESA'L: one that is not there cannot be said. */
    private void documents(List<Attachment> attachments, ObjectNode documents) {
        for (int i = 0; i < attachments.size(); i++) {
            Attachment attachment = attachments.get(i);
            if (attachment.reference().isEmpty()) {
                losses.add("attachments[" + i + "]", MappingLoss.Kind.NOT_MAPPED);
                continue;
            }
            String uuid = attachment.reference().get();
            ObjectNode document = documents.putObject(uuid);
            document.put("uuid", uuid);
            document.put("nomFitxer", attachment.name());
            document.put("nomNatural", attachment.title());
            document.put("formatFitxer", attachment.mediaType().value());
            attachment.length().ifPresent(length -> document.put("tamany", length));
            attachment
                    .sha256()
                    .ifPresent(digest -> document.put("hash", digest.base64()).put("hashAlgoritme", "SHA256"));
        }
    }

    private static void statement(EntryDraft draft, ObjectNode root) {
        if (draft.statement().isPresent() || draft.request().isPresent()) {
            ObjectNode statement = root.putObject("instanciaGenerica");
            text("exposa", draft.statement(), statement);
            text("solicita", draft.request(), statement);
        }
    }

    private static ObjectNode text(String name, Optional<String> value, ObjectNode node) {
        value.ifPresent(text -> node.put(name, text));
        return node;
    }
}
