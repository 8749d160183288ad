package cat.eset.documents;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.documents.internal.DesalAnswer;
import cat.eset.documents.internal.DesalCalls;
import cat.eset.documents.internal.DesalCodes;
import cat.eset.documents.internal.DesalCodes.Operation;
import cat.eset.documents.internal.ExpedientJson;
import cat.eset.documents.internal.Tickets;
import cat.eset.transport.http.HttpExchangeException;
import cat.eset.transport.http.RequestSent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The expedients of DESA'L: folders of documents (contract desal 4, operations E1 to E10). Whoever wants one needs permission on it and on each
 * document in it. Immutable and thread-safe; comes from {@link DesalClient#expedients()}.
 *
 * <p>ZIPs and exports are made by DESA'L in its own time: these methods wait, no longer than {@link DesalClient.Builder#exportPatience}.
 */
public final class DesalExpedients {

    private final DesalCalls calls;
    private final Tickets tickets;

    DesalExpedients(DesalCalls calls, Tickets tickets) {
        this.calls = calls;
        this.tickets = tickets;
    }

    /** Makes an expedient without documents (E1). */
    public ExpedientResult create(NewExpedient expedient) {
        return create(expedient, List.of());
    }

    /**
     * Makes an expedient with documents, all or nothing (E1).
     *
     * @param documents from {@link DesalClient#upload}
     * @throws DesalException if certainly nothing was made: wrong keys
     * @throws HttpExchangeException if certainly nothing was made: no connection
     */
    public ExpedientResult create(NewExpedient expedient, List<UploadedFile> documents) {
        DesalAnswer answer;
        try {
            answer = calls.expedient(
                    "POST",
                    "/expedient?modality=" + (documents.isEmpty() ? 1 : 2),
                    Optional.of(ExpedientJson.create(calls.owner(), expedient, documents)));
        } catch (HttpExchangeException e) {
            if (e.requestSent() == RequestSent.NO) {
                throw e;
            }
            return new ExpedientResult.Unknown(e.failure());
        } catch (DesalException e) {
            if (e.failure().effect() != Failure.Effect.UNKNOWN) {
                throw e;
            }
            return new ExpedientResult.Unknown(e.failure());
        }
        return switch (answer.code()) {
            case "0" -> new ExpedientResult.Created(answer.expedient());
            case "100" -> new ExpedientResult.Unknown(DesalCodes.failure(Operation.EXPEDIENT, answer));
            default -> new ExpedientResult.Refused(DesalCodes.failure(Operation.EXPEDIENT, answer));
        };
    }

    /**
     * The expedient with an identifier of ours, if there is one (E8): what became of {@link ExpedientResult.Unknown}.
     *
     * @param identifier as it was given to {@link NewExpedient#builder}
     */
    public Optional<DesalExpedient> find(String identifier) {
        return search(Map.of(ExpedientField.IDENTIFIER, identifier)).rows().stream()
                .filter(found -> found.identifier().equals(identifier))
                .findFirst();
    }

    /** Searches expedients of this service and body of which every field has this value (E8). */
    public Hits<DesalExpedient> search(Map<ExpedientField, String> fields) {
        return calls.searchExpedients(ExpedientJson.search(calls.owner(), fields))
                .hits("expedients", DesalAnswer::expedient);
    }

    /** An expedient and its documents, without bytes (E4). */
    public DesalExpedient describe(String uuid) {
        return calls.readExpedient(uuid).expedient();
    }

    /** Changes fields of an expedient (E2); empty text takes away what is not compulsory. */
    public DesalExpedient change(String uuid, Map<ExpedientField, String> fields) {
        return change(uuid, ExpedientJson.change(fields));
    }

    /** Closes an expedient ({@code E02}) at an instant (E2). */
    public DesalExpedient close(String uuid, Instant at) {
        return change(uuid, ExpedientJson.close(at));
    }

    private DesalExpedient change(String uuid, String json) {
        return calls.required(
                        Operation.EXPEDIENT, calls.expedient("PUT", calls.expedientPath(uuid, ""), Optional.of(json)))
                .expedient();
    }

    /** Deletes an expedient <strong>with its documents and their bytes</strong> (E3). There is no way back, and no permission on documents is needed. */
    public void delete(String uuid) {
        calls.required(Operation.EXPEDIENT, calls.expedient("DELETE", calls.expedientPath(uuid, ""), Optional.empty()));
    }

    /** Puts documents that exist into an expedient, all or none (E10). */
    public DesalExpedient add(String uuid, List<String> documents) {
        return calls.required(
                        Operation.EXPEDIENT,
                        calls.expedient(
                                "POST", calls.addPath(2), Optional.of(ExpedientJson.addExisting(uuid, documents))))
                .expedient();
    }

    /**
     * Makes documents in an expedient, all or none (E10).
     *
     * @param documents from {@link DesalClient#upload}
     */
    public DesalExpedient addNew(String uuid, List<UploadedFile> documents) {
        return calls.required(
                        Operation.EXPEDIENT,
                        calls.expedient(
                                "POST",
                                calls.addPath(1),
                                Optional.of(ExpedientJson.addNew(calls.owner(), uuid, documents))))
                .expedient();
    }

    /**
     * Fetches an expedient as a ZIP with its documents and an XML that describes it (E5, E6). Names inside it were chosen by others.
     *
     * @param target a file that does not exist yet
     */
    public DocumentContent zip(String uuid, Path target) {
        return tickets.fetch(
                calls.expedientPath(uuid, "/download") + "&modality=2",
                Optional.empty(),
                calls.expedientPath(uuid, "/statusdownload"),
                target);
    }

    /**
     * Fetches expedients as one ZIP (E9).
     *
     * @param uuids at least one
     * @param target a file that does not exist yet
     */
    public DocumentContent zip(List<String> uuids, Path target) {
        return tickets.fetch(
                calls.downloadPath(),
                Optional.of(ExpedientJson.download(uuids)),
                calls.expedientPath(uuids.get(0), "/statusdownload"),
                target);
    }

    /**
     * Fetches an expedient in the form of the national interoperability scheme (E7). Only services with the complete model can.
     *
     * @param target a file that does not exist yet
     */
    public DocumentContent exportEni(String uuid, Path target) {
        return tickets.fetch(
                calls.eniPath("expedientENI", uuid, "/download") + "&modality=2",
                Optional.empty(),
                calls.eniPath("expedientENI", uuid, "/statusdownload"),
                target);
    }
}
