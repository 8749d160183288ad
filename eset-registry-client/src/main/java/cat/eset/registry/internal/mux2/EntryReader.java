package cat.eset.registry.internal.mux2;

import cat.eset.core.InvalidValueException;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import cat.eset.core.id.Dir3;
import cat.eset.core.registry.Attachment;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.registry.Mapped;
import cat.eset.registry.MappingLoss;
import cat.eset.registry.internal.mux.Losses;
import cat.eset.registry.internal.mux.SafeNames;
import cat.eset.registry.internal.mux.WireDates;
import cat.eset.transport.xml.XmlElement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code EntradaType} and {@code SortidaType} into the terms of the core, by local name and whatever is missing. */
final class EntryReader {

    private static final String NO_SUBJECT = "Sense extracte";

    /** Said by the envelope around the entry, or about the number: no content of it. */
    private static final Set<String> NUMBERING = Set.of("DadesAssentament");

    private final Losses losses = new Losses();
    private final Set<XmlElement> read = new HashSet<>();

    private EntryReader() {}

    static Mapped<EntryDraft> read(XmlElement entry, Direction direction) {
        EntryReader reader = new EntryReader();
        EntryDraft draft = reader.draft(entry, direction);
        reader.reportRest(entry, "");
        return new Mapped<>(draft, reader.losses.found());
    }

    private EntryDraft draft(XmlElement entry, Direction direction) {
        boolean entrada = direction == Direction.ENTRY;
        String subject = subject(entry);
        EntryDraft.Builder draft = entrada ? EntryDraft.entry(subject) : EntryDraft.exit(subject);
        text(entry, "DataPresentacio")
                .ifPresent(text -> WireDates.tryRead(text)
                        .ifPresentOrElse(draft::presentedAt, () -> lose("DataPresentacio", MappingLoss.Kind.REPLACED)));
        text(entry, "DescriptorTramit").ifPresent(draft::procedure);
        String ours = entrada ? "Destinacio" : "Procedencia";
        side(entry, ours)
                .flatMap(side -> part(side, "Administracio"))
                .ifPresent(body -> unit(body, ours + "/Administracio/UnitatOrganica", draft));
        String other = entrada ? "Procedencia" : "Destinacio";
        side(entry, other)
                .ifPresent(side ->
                        new CorrespondentReader(losses, read, other).read(side).ifPresent(draft::party));
        part(entry, "DocumentsAnnexats").ifPresent(group -> documents(group, draft));
        return draft.build();
    }

    private String subject(XmlElement entry) {
        String text = text(entry, "Assumpte").orElseGet(() -> {
            lose("Assumpte", MappingLoss.Kind.ASSUMED);
            return NO_SUBJECT;
        });
        if (text.length() <= EntryDraft.MAX_EXTRACT) {
            return text;
        }
        lose("Assumpte", MappingLoss.Kind.SHORTENED);
        return SafeNames.cut(text, EntryDraft.MAX_EXTRACT - 1) + "…";
    }

    /** Our own side: only the unit says something that is not known. */
    private void unit(XmlElement body, String path, EntryDraft.Builder draft) {
        mark(body, "INE10");
        text(body, "UnitatOrganica").ifPresent(code -> {
            try {
                draft.unit(Dir3.of(code.toUpperCase(Locale.ROOT)));
            } catch (InvalidValueException e) {
                lose(path, MappingLoss.Kind.REPLACED);
            }
        });
    }

    private void documents(XmlElement group, EntryDraft.Builder draft) {
        List<XmlElement> documents = Found.children(group, "Document");
        for (int i = 0; i < documents.size(); i++) {
            XmlElement document = documents.get(i);
            read.add(document);
            draft.attachment(attachment(document, "DocumentsAnnexats/Document[" + i + "]/"));
        }
    }

    private Attachment attachment(XmlElement document, String path) {
        Optional<String> guid = text(document, "GUID");
        String given = text(document, "Nom").or(() -> guid).orElse("document");
        String name = SafeNames.fileName(given);
        if (!name.equals(given)) {
            lose(path + "Nom", MappingLoss.Kind.REPLACED);
        }
        Optional<Sha256> digest = Optional.empty();
        if (text(document, "HashAlgorithm").filter("SHA256"::equals).isPresent()) {
            digest = text(document, "Hash").flatMap(hash -> digest(hash, path));
        } else if (Found.text(document, "Hash").isPresent()) {
            mark(document, "Hash");
            lose(path + "Hash", MappingLoss.Kind.NOT_MAPPED);
        }
        return new Attachment(
                name,
                text(document, "Descripcio").orElse(given),
                text(document, "MimeType")
                        .flatMap(type -> mediaType(type, path))
                        .orElse(MediaType.BINARY),
                Optional.empty(),
                digest,
                guid);
    }

    private Optional<Sha256> digest(String hash, String path) {
        try {
            return Optional.of(Sha256.ofBase64(hash));
        } catch (InvalidValueException e) {
            lose(path + "Hash", MappingLoss.Kind.REPLACED);
            return Optional.empty();
        }
    }

    private Optional<MediaType> mediaType(String type, String path) {
        try {
            return Optional.of(new MediaType(type.toLowerCase(Locale.ROOT)));
        } catch (InvalidValueException e) {
            lose(path + "MimeType", MappingLoss.Kind.REPLACED);
            return Optional.empty();
        }
    }

    private Optional<XmlElement> side(XmlElement entry, String name) {
        return part(entry, name);
    }

    private Optional<XmlElement> part(XmlElement parent, String name) {
        Optional<XmlElement> part = Found.child(parent, name);
        part.ifPresent(read::add);
        return part;
    }

    private Optional<String> text(XmlElement parent, String name) {
        mark(parent, name);
        return Found.text(parent, name);
    }

    private void mark(XmlElement parent, String name) {
        Found.child(parent, name).ifPresent(read::add);
    }

    private void lose(String path, MappingLoss.Kind kind) {
        losses.add(path, kind);
    }

    /** What nobody looked at and is not empty. */
    private void reportRest(XmlElement parent, String path) {
        for (XmlElement child : parent.children()) {
            if (NUMBERING.contains(child.localName())) {
                continue;
            }
            String at = path + child.localName();
            if (read.contains(child)) {
                reportRest(child, at + "/");
            } else if (!child.text().isEmpty() || !child.children().isEmpty()) {
                lose(at, MappingLoss.Kind.NOT_MAPPED);
            }
        }
    }
}
