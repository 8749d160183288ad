package cat.eset.registry.internal.mux2;

import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.party.Party;
import cat.eset.core.registry.Attachment;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.registry.Mapped;
import cat.eset.registry.MappingLoss;
import cat.eset.registry.internal.mux.Losses;
import cat.eset.registry.internal.mux.SafeNames;
import cat.eset.registry.mux2.Correspondent;
import cat.eset.registry.mux2.Mux2Document;
import cat.eset.registry.mux2.Mux2Entry;
import cat.eset.registry.mux2.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes an entry of the core in the terms of MUX V2. Not thread-safe: made for one entry. */
public final class OutgoingEntry {

    private static final int MIN_NAME = 5;
    private static final int MAX_TITLE = 1024;
    private static final int MAX_MEDIA_TYPE = 50;
    private static final int MAX_DOCUMENTS = 255;

    private final TownHall townHall;
    private final Function<Dir3, Optional<Ine10>> ine10Of;
    private final Function<Party, Optional<Place>> placeOf;
    private final Losses losses = new Losses();

    /** With these rules. */
    public OutgoingEntry(
            TownHall townHall, Function<Dir3, Optional<Ine10>> ine10Of, Function<Party, Optional<Place>> placeOf) {
        this.townHall = townHall;
        this.ine10Of = ine10Of;
        this.placeOf = placeOf;
    }

    /** The entry, and what does not go over. */
    public Mapped<Mux2Entry> write(EntryDraft draft, Instant presentedAt) {
        Correspondent.Body ours = draft.unit()
                .map(unit -> Correspondent.Body.of(townHall.ine10()).unit(unit.value()))
                .orElseGet(() -> Correspondent.Body.of(townHall.ine10()));
        Correspondent other = other(draft);
        Mux2Entry.Builder entry = draft.direction() == Direction.ENTRY
                ? Mux2Entry.entry(draft.extract(), presentedAt, other, ours)
                : Mux2Entry.exit(draft.extract(), presentedAt, ours, other);
        draft.procedure().ifPresent(entry::procedure);
        documents(draft.attachments(), presentedAt, entry);
        losses.ifPresent("statement", draft.statement());
        losses.ifPresent("request", draft.request());
        losses.ifPresent("externalReference", draft.externalReference());
        losses.ifPresent("answers", draft.answers());
        return new Mapped<>(entry.build(), losses.found());
    }

    private Correspondent other(EntryDraft draft) {
        List<Party> parties = draft.parties();
        for (int i = 1; i < parties.size(); i++) {
            losses.add("parties[" + i + "]", MappingLoss.Kind.NOT_MAPPED);
        }
        return new OutgoingParty(ine10Of, placeOf, losses).write(parties);
    }

    private void documents(List<Attachment> attachments, Instant presentedAt, Mux2Entry.Builder entry) {
        for (int i = 0; i < attachments.size(); i++) {
            if (i < MAX_DOCUMENTS) {
                entry.document(document(attachments.get(i), presentedAt, "attachments[" + i + "]"));
            } else {
                losses.add("attachments[" + i + "]", MappingLoss.Kind.NOT_MAPPED);
            }
        }
    }

    /** The core does not know the date of a document: it is one of those that came with the presentation. */
    private Mux2Document document(Attachment attachment, Instant presentedAt, String path) {
        losses.add(path + ".issuedAt", MappingLoss.Kind.ASSUMED);
        losses.ifPresent(path + ".length", attachment.length());
        String name = attachment.name();
        if (name.length() < MIN_NAME) {
            name = "document " + name;
            losses.add(path + ".name", MappingLoss.Kind.REPLACED);
        }
        String title = SafeNames.cut(attachment.title(), MAX_TITLE);
        if (!title.equals(attachment.title())) {
            losses.add(path + ".title", MappingLoss.Kind.SHORTENED);
        }
        Optional<String> mediaType = Optional.of(attachment.mediaType().value())
                .filter(type -> type.length() >= MIN_NAME && type.length() <= MAX_MEDIA_TYPE);
        if (mediaType.isEmpty()) {
            losses.add(path + ".mediaType", MappingLoss.Kind.NOT_MAPPED);
        }
        return new Mux2Document(
                presentedAt, name, Optional.of(title), mediaType, attachment.sha256(), attachment.reference());
    }
}
