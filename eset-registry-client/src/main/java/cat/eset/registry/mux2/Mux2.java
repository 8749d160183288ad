package cat.eset.registry.mux2;

import cat.eset.core.Credentials;
import cat.eset.core.InvalidValueException;
import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.registry.Direction;
import cat.eset.registry.internal.mux2.ConsultReader;
import cat.eset.registry.internal.mux2.DownloadReader;
import cat.eset.registry.internal.mux2.Mux2Calls;
import cat.eset.registry.internal.mux2.Peticio;
import cat.eset.registry.internal.mux2.Resposta;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Modality;
import cat.eset.transport.Product;
import cat.eset.transport.pci.PciClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * MUX V2 through the PCI, in the name of a town hall (contract mux 5). Immutable and thread-safe; make one and keep it.
 *
 * <p>Questions may be asked again freely; they throw {@link Mux2Exception} if MUX answers with an error and {@code PciException} if it does not
 * answer. What has an effect takes an {@link OperationId} that you store <em>before</em>; it is {@code IdPeticion} and {@code IdTransaccio}, and
 * is never sent again behind the caller's back. Nothing is published about repeating: after an unknown outcome look first, with {@link #trace},
 * {@link #find} or {@link #documents}.
 */
public final class Mux2 implements AutoCloseable {

    private final Mux2Builder settings;
    private final PciClient pci;
    private final Mux2Calls calls;
    private final ConsultReader consults;
    private final Product product;

    Mux2(Mux2Builder settings) {
        this.settings = settings;
        this.product = Product.of(Product.MUX.code(), settings.cluster);
        this.pci = settings.connect();
        this.calls = new Mux2Calls(pci, settings.application, settings.clock, settings.random);
        this.consults = new ConsultReader(settings.names);
    }

    /**
     * Starts a client.
     *
     * @param environment where
     * @param credentials certificate authorised in the PCI for this town hall
     * @param townHall in whose name
     * @param application literal that the consortium assigned ({@code IdAplicacio}), 3 to 10 characters
     */
    public static Mux2Builder builder(
            AocEnvironment environment, Credentials credentials, TownHall townHall, String application) {
        return new Mux2Builder(environment, credentials, townHall, application);
    }

    /** The same client for another town hall: the PCI ties the certificate to the town hall. */
    public Mux2 onBehalfOf(TownHall townHall, Credentials credentials) {
        return settings.copyFor(townHall, credentials).build();
    }

    /** What there is under a number, of our registry or of the auxiliary one ({@code MUX_CONSULTA}). */
    public Lookup find(String number) {
        return consult(Peticio.consult(number));
    }

    /** What there is in a window of time ({@code MUX_CONSULTA}). */
    public Lookup search(EntrySearch search) {
        return consult(Peticio.consult(search));
    }

    private Lookup consult(Peticio question) {
        Resposta answer = calls.ask(modality("MUX_CONSULTA"), question);
        if (!answer.isOk()) {
            throw Mux2Calls.unusable(question, answer);
        }
        return consults.read(answer).orElseThrow(() -> Mux2Calls.unusable(question, answer));
    }

    /**
     * The documents of an entry ({@code MUX_DESCARREGA}): their names and the identities with which they are fetched.
     *
     * @param number of our registry, or the auxiliary one of an entry that was consolidated
     */
    public Documents documents(Direction direction, String number) {
        Peticio question = Peticio.download(direction, number);
        Resposta answer = calls.ask(modality("MUX_DESCARREGA"), question);
        return DownloadReader.read(answer).orElseThrow(() -> Mux2Calls.unusable(question, answer));
    }

    /**
     * Creates an entry ({@code AltaAssentament}): the registry of the body numbers it.
     *
     * @param operation identity of the creation, stored before
     * @throws cat.eset.core.ConfigurationException if its modality was not said: it is not published
     * @throws cat.eset.transport.pci.PciException if certainly nothing was created
     */
    public Mux2Result create(OperationId operation, Mux2Entry entry) {
        return perform(
                operation,
                settings.modality("create", settings.createModality),
                Peticio.create(operation, entry),
                "Look with trace(operation, entry) before creating it as something new.");
    }

    /**
     * What MUX has that looks like an entry whose creation has an unknown outcome: registered since the operation, with its subject and its
     * instant of presentation. May be asked freely; finding nothing is no proof.
     */
    public Trace trace(OperationId operation, Mux2Entry entry) {
        Instant from = operation.instant().minus(settings.clockSkew);
        Instant now = settings.clock.instant().plus(settings.clockSkew).plusMillis(1);
        List<FoundEntry> found =
                search(EntrySearch.between(from, now).only(entry.direction())).entries();
        List<FoundEntry> same =
                found.stream().filter(candidate -> isSame(candidate, entry)).toList();
        int unreadable = (int) found.stream()
                .filter(f -> f.subject().isEmpty() || f.presentedAt().isEmpty())
                .count();
        return switch (same.size()) {
            case 0 -> new Trace.None(unreadable);
            case 1 -> new Trace.One(same.get(0));
            default -> new Trace.Several(same);
        };
    }

    private static boolean isSame(FoundEntry candidate, Mux2Entry entry) {
        return candidate.subject().filter(entry.subject()::equals).isPresent()
                && candidate
                        .presentedAt()
                        .map(at -> Duration.between(at, entry.presentedAt()).abs())
                        // Some write whole seconds.
                        .filter(apart -> apart.compareTo(Duration.ofSeconds(1)) < 0)
                        .isPresent();
    }

    /**
     * Consolidates an entry of the auxiliary registry ({@code ConsolidacioAssentament}).
     *
     * @param operation identity of the consolidation, stored before
     * @throws cat.eset.core.ConfigurationException if its modality was not said: it is not published
     * @throws cat.eset.transport.pci.PciException if certainly nothing was done
     */
    public Mux2Result consolidate(OperationId operation, Mux2Consolidation consolidation) {
        return perform(
                operation,
                settings.modality("consolidate", settings.consolidateModality),
                Peticio.consolidate(consolidation),
                "Look with find(number) before consolidating it again.");
    }

    /**
     * Hangs documents on an entry ({@code CarregaDocumentacio}).
     *
     * @param operation identity of the upload, stored before
     * @param uploads at least one
     * @throws cat.eset.core.ConfigurationException if its modality was not said: it is not published
     * @throws cat.eset.transport.pci.PciException if certainly nothing was done, also because it is too big for the PCI
     */
    public Mux2Result upload(OperationId operation, Direction direction, String number, List<Upload> uploads) {
        if (uploads.isEmpty()) {
            throw InvalidValueException.of("Upload", "at least one document");
        }
        return perform(
                operation,
                settings.modality("upload", settings.uploadModality),
                Peticio.upload(operation, direction, number, uploads),
                "Look with documents(direction, number) before uploading it again.");
    }

    private Mux2Result perform(OperationId operation, String modality, Peticio order, String howToLook) {
        return calls.perform(
                operation,
                modality(modality),
                order,
                howToLook,
                answer -> new Mux2Result.Done(operation, consults.number(answer), answer.raw()));
    }

    private Modality modality(String code) {
        return product.modality(code);
    }

    /** In whose name it speaks. */
    public TownHall townHall() {
        return settings.townHall;
    }

    /** Closes idle connections. */
    @Override
    public void close() {
        pci.close();
    }
}
