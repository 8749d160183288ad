package cat.eset.registry.internal.mux2;

import cat.eset.core.OperationId;
import cat.eset.core.registry.Direction;
import cat.eset.registry.mux2.EntrySearch;
import cat.eset.registry.mux2.Mux2Consolidation;
import cat.eset.registry.mux2.Mux2Entry;
import cat.eset.registry.mux2.Upload;
import cat.eset.transport.pci.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A {@code PeticioRegistre} (contract mux 5.2).
 *
 * @param name element of the operation
 * @param transaction {@code IdTransaccio}
 * @param content writes what is inside that element
 * @param files that travel beside it
 */
public record Peticio(String name, Optional<String> transaction, Consumer<Pet> content, List<Attachment> files) {

    /** Copies the list. */
    public Peticio {
        files = List.copyOf(files);
    }

    private static Peticio question(String name, Consumer<Pet> content) {
        return new Peticio(name, Optional.empty(), content, List.of());
    }

    /** What there is under a number, principal or auxiliary. */
    public static Peticio consult(String number) {
        return question("ConsultaAssentaments", pet -> pet.text("NumeroAssentament", number));
    }

    /** What there is in a window. */
    public static Peticio consult(EntrySearch search) {
        return question(
                "ConsultaAssentaments",
                pet -> pet.instant("DataInici", search.from())
                        .instant("DataFi", search.to())
                        .text("Tipus", search.direction().map(d -> d == Direction.ENTRY ? "Entrada" : "Sortida"))
                        .text(
                                "Registre",
                                search.registry()
                                        .map(r -> r == EntrySearch.Registry.PRINCIPAL ? "Principal" : "Auxiliar"))
                        .text("NomesTramits", search.proceduresOnly().map(String::valueOf))
                        .text("Assumpte", search.subject()));
    }

    /** The documents of an entry. */
    public static Peticio download(Direction direction, String number) {
        return question("DescarregaDocumentacio", pet -> number(direction, number, pet));
    }

    /** A new entry. */
    public static Peticio create(OperationId operation, Mux2Entry entry) {
        return new Peticio(
                "AltaAssentament",
                Optional.of(operation.value()),
                pet -> EntryWriter.write(entry, () -> {}, pet),
                List.of());
    }

    /** An entry of the auxiliary registry that has a number of ours. */
    public static Peticio consolidate(Mux2Consolidation order) {
        return new Peticio(
                "ConsolidacioAssentament",
                order.transaction(),
                pet -> EntryWriter.write(
                        order.entry(),
                        () -> pet.open("DadesAssentament")
                                .text("NumeroAssentament", order.number())
                                .instant("DataAssentament", order.registeredAt())
                                .instant("DataConsolidacio", order.consolidatedAt())
                                .close(),
                        pet),
                List.of());
    }

    /** Documents for an entry. */
    public static Peticio upload(OperationId operation, Direction direction, String number, List<Upload> uploads) {
        List<Attachment> files = new ArrayList<>();
        for (int i = 0; i < uploads.size(); i++) {
            if (uploads.get(i).attached()) {
                files.add(new Attachment(
                        fileId(i), uploads.get(i).name(), uploads.get(i).content()));
            }
        }
        return new Peticio(
                "CarregaDocumentacio",
                Optional.of(operation.value()),
                pet -> {
                    number(direction, number, pet);
                    for (int i = 0; i < uploads.size(); i++) {
                        document(uploads.get(i), fileId(i), pet);
                    }
                },
                files);
    }

    private static String fileId(int position) {
        return "document-" + (position + 1);
    }

    private static void document(Upload upload, String fileId, Pet pet) {
        pet.open("Document")
                .text("Nom", upload.name())
                .text("Descripcio", upload.description())
                .text("GUID", upload.guid());
        if (upload.attached()) {
            pet.text("Id", fileId);
        } else {
            pet.base64("Contingut", upload.content());
        }
        pet.close();
    }

    private static void number(Direction direction, String number, Pet pet) {
        pet.text(direction == Direction.ENTRY ? "NumeroAssentamentEntrada" : "NumeroAssentamentSortida", number);
    }
}
