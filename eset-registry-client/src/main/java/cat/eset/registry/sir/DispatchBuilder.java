package cat.eset.registry.sir;

import cat.eset.core.DocumentContent;
import cat.eset.registry.MappingLoss;
import cat.eset.registry.internal.mux.SafeNames;
import cat.eset.registry.internal.sicres.SicresLimits;
import cat.eset.registry.sicres.AnnexKind;
import cat.eset.registry.sicres.AnnexValidity;
import cat.eset.registry.sicres.EntryMark;
import cat.eset.registry.sicres.ExchangeAnnex;
import cat.eset.registry.sicres.ExchangeControl;
import cat.eset.registry.sicres.ExchangeMessage;
import cat.eset.registry.sicres.ExchangeParty;
import cat.eset.registry.sicres.ExchangeRefusedException;
import cat.eset.registry.sicres.ExchangeSubject;
import cat.eset.registry.sicres.LimitViolation;
import cat.eset.registry.sicres.PhysicalDocuments;
import cat.eset.registry.sicres.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Dispatch}; not thread-safe. */
public final class DispatchBuilder {

    private static final String SOURCE = "SIR of the consortium";
    private static final int LONGEST_NAME_OF_A_PLACE = 80;
    private static final int LONGEST_MEDIA_TYPE = 20;

    private final Place origin;
    private final Place destination;
    private final List<ExchangeParty> parties = new ArrayList<>();
    private final List<ExchangeAnnex> annexes = new ArrayList<>();
    private final List<Dispatch.File> files = new ArrayList<>();
    private final List<MappingLoss> losses = new ArrayList<>();
    private ExchangeSubject subject;
    private ExchangeControl control;
    private SirLimits limits = SirLimits.documented();
    private String states = "";
    private String requests = "";
    private @Nullable EntryMark entry;

    DispatchBuilder(Place origin, Place destination, String summary) {
        this.origin = fitting(origin, "origin");
        this.destination = fitting(destination, "destination");
        this.subject = ExchangeSubject.of(summary);
        this.control = ExchangeControl.sending(this.origin);
    }

    /**
     * Number and instant that our registry has given it, so that the consortium gives it none.
     *
     * @param number at most 20 characters
     */
    public DispatchBuilder numbered(String number, Instant at) {
        this.entry = EntryMark.of(number, at);
        return this;
    }

    /** One more interested party. */
    public DispatchBuilder party(ExchangeParty value) {
        parties.add(Objects.requireNonNull(value, "value"));
        return this;
    }

    /** One more file, an original that goes as an attachment. */
    public DispatchBuilder document(String fileName, DocumentContent content) {
        return document(fileName, content, AnnexKind.ATTACHMENT, AnnexValidity.ORIGINAL);
    }

    /** One more file. */
    public DispatchBuilder document(String fileName, DocumentContent content, AnnexKind kind, AnnexValidity validity) {
        String id = "ADJ-" + (files.size() + 1);
        String type = content.mediaType().value();
        boolean fits = type.length() <= LONGEST_MEDIA_TYPE;
        if (!fits) {
            // Those of word processors are all longer than the field: the extension says it too (contract sir 5).
            losses.add(new MappingLoss("documents[" + files.size() + "].mediaType", MappingLoss.Kind.NOT_MAPPED));
        }
        annexes.add(new ExchangeAnnex(
                fileName,
                id,
                kind,
                Optional.of(validity),
                Optional.of(content.sha256().base64()),
                fits ? Optional.of(type) : Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        files.add(new Dispatch.File(id, fileName, content));
        return this;
    }

    /** Code that the destination has for such subjects, at most 16 characters. */
    public DispatchBuilder subjectCode(String value) {
        subject = new ExchangeSubject(
                subject.summary(), Optional.of(value), subject.externalReference(), subject.expedient());
        return this;
    }

    /** A reference, at most 16 characters. */
    public DispatchBuilder externalReference(String value) {
        subject = new ExchangeSubject(subject.summary(), subject.code(), Optional.of(value), subject.expedient());
        return this;
    }

    /** Number of our expedient, at most 80 characters. */
    public DispatchBuilder expedient(String value) {
        subject =
                new ExchangeSubject(subject.summary(), subject.code(), subject.externalReference(), Optional.of(value));
        return this;
    }

    /** What is stated and what is asked, at most 4000 characters each. */
    public DispatchBuilder form(String stated, String asked) {
        this.states = Objects.requireNonNull(stated, "stated");
        this.requests = Objects.requireNonNull(asked, "asked");
        return this;
    }

    /** Whether paper or objects go by other means; {@link PhysicalDocuments#NONE} when not said. */
    public DispatchBuilder physicalDocuments(PhysicalDocuments value) {
        control = control.physicalDocuments(value);
        return this;
    }

    /** A remark for the office of the destination, at most 50 characters. */
    public DispatchBuilder remarks(String value) {
        control = control.remarks(value);
        return this;
    }

    /** Other limits on files; {@link SirLimits#documented()} when not said. */
    public DispatchBuilder limits(SirLimits value) {
        this.limits = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * The finished dispatch.
     *
     * @throws ExchangeRefusedException with every limit that it breaks
     */
    public Dispatch build() {
        ExchangeMessage message = new ExchangeMessage(
                origin, Optional.ofNullable(entry), destination, parties, subject, annexes, control, states, requests);
        List<LimitViolation> violations = new ArrayList<>(SicresLimits.violations(message));
        checkFiles(violations);
        if (!violations.isEmpty()) {
            throw new ExchangeRefusedException(violations);
        }
        return new Dispatch(message, files, losses);
    }

    private void checkFiles(List<LimitViolation> violations) {
        if (files.size() > limits.files()) {
            violations.add(new LimitViolation("De_Anexo", "at most " + limits.files() + " files", SOURCE));
        }
        long total = files.stream().mapToLong(f -> f.content().length()).sum();
        if (total > limits.totalBytes()) {
            violations.add(new LimitViolation("De_Anexo", "at most " + limits.totalBytes() + " bytes in all", SOURCE));
        }
        for (int i = 0; i < files.size(); i++) {
            Dispatch.File file = files.get(i);
            if (file.content().length() > limits.fileBytes()) {
                violations.add(
                        new LimitViolation("De_Anexo[" + i + "]", "at most " + limits.fileBytes() + " bytes", SOURCE));
            }
            int dot = file.name().lastIndexOf('.');
            String extension = file.name().substring(dot + 1).toLowerCase(Locale.ROOT);
            if (dot < 1 || !limits.extensions().contains(extension)) {
                violations.add(new LimitViolation(
                        "De_Anexo[" + i + "]/Nombre_Fichero_Anexado",
                        "an extension of "
                                + String.join(
                                        " ",
                                        limits.extensions().stream().sorted().toList()),
                        SOURCE));
            }
            if (file.name().matches(".*[\\\\/\\p{Cntrl}].*")) {
                violations.add(new LimitViolation(
                        "De_Anexo[" + i + "]/Nombre_Fichero_Anexado",
                        "a name without folders and control characters",
                        SOURCE));
            }
        }
    }

    /** Names of places only decode their codes, so they may be cut; nothing else is. */
    private Place fitting(Place place, String path) {
        return new Place(
                place.office(),
                place.officeName().map(n -> cut(n, path + ".officeName")),
                place.unit(),
                place.unitName().map(n -> cut(n, path + ".unitName")));
    }

    private String cut(String name, String path) {
        if (name.length() <= LONGEST_NAME_OF_A_PLACE) {
            return name;
        }
        losses.add(new MappingLoss(path, MappingLoss.Kind.SHORTENED));
        return SafeNames.cut(name, LONGEST_NAME_OF_A_PLACE);
    }
}
