package cat.eset.core.expedient;

import cat.eset.core.InvalidValueException;
import cat.eset.core.TownHall;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Recorded;
import cat.eset.core.internal.PersistentMap;
import cat.eset.core.party.Party;
import cat.eset.core.registry.RegistryNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an expedient is, and the one place where its events change it. */
final class ExpedientState {

    final TownHall townHall;
    final ExpedientNumber number;
    final Opening opening;
    final Instant openedAt;
    Phase phase = Phase.INITIATION;
    Situation situation = Situation.OPEN;
    Assignee responsible;
    List<Party> parties;
    List<RegistryNumber> entries;
    List<ExpedientNumber> related = List.of();
    List<String> folders = List.of();
    List<String> diligences = List.of();
    List<Step> steps = List.of();
    List<Closing> closings = List.of();
    Optional<LocalDate> resolutionDeadline = Optional.empty();
    PersistentMap<DocumentId, DocumentLink> links = PersistentMap.empty();
    long version = 1;

    ExpedientState(Recorded<ExpedientEvent> first) {
        if (!(first.event() instanceof ExpedientEvent.Opened opened)) {
            throw InvalidValueException.of("Expedient", "its trail begins with its opening");
        }
        this.townHall = first.by().townHall();
        this.number = opened.number();
        this.opening = opened.opening();
        this.openedAt = first.at();
        this.responsible = opening.responsible();
        this.parties = opening.parties();
        this.entries = opening.entries();
    }

    private ExpedientState(ExpedientState s) {
        this.townHall = s.townHall;
        this.number = s.number;
        this.opening = s.opening;
        this.openedAt = s.openedAt;
        this.phase = s.phase;
        this.situation = s.situation;
        this.responsible = s.responsible;
        this.parties = s.parties;
        this.entries = s.entries;
        this.related = s.related;
        this.folders = s.folders;
        this.diligences = s.diligences;
        this.steps = s.steps;
        this.closings = s.closings;
        this.resolutionDeadline = s.resolutionDeadline;
        this.links = s.links;
        this.version = s.version;
    }

    ExpedientState after(Recorded<ExpedientEvent> recorded) {
        ExpedientState next = new ExpedientState(this);
        next.version++;
        ExpedientEvent event = recorded.event();
        if (!next.takesDocument(event, recorded.at())
                && !next.takesStep(event, recorded.at())
                && !next.takesClosing(event, recorded.at())
                && !next.takesFact(event)) {
            throw InvalidValueException.of("Expedient", "an expedient is opened once");
        }
        return next;
    }

    private boolean takesDocument(ExpedientEvent event, Instant at) {
        if (event instanceof ExpedientEvent.DocumentIncorporated e) {
            put(new DocumentLink(
                    e.document(), links.size() + 1L, at, e.folder(), DocumentLink.State.LIVE, e.auxiliary()));
        } else if (event instanceof ExpedientEvent.DocumentMoved e) {
            put(link(e.document()).in(e.folder()));
        } else if (event instanceof ExpedientEvent.DocumentAnnulled e) {
            put(link(e.document()).with(DocumentLink.State.ANNULLED));
        } else if (event instanceof ExpedientEvent.DocumentRestored e) {
            put(link(e.document()).with(DocumentLink.State.LIVE));
        } else if (event instanceof ExpedientEvent.DocumentDeleted e) {
            put(link(e.document()).with(DocumentLink.State.DELETED));
        } else {
            return false;
        }
        return true;
    }

    private boolean takesStep(ExpedientEvent event, Instant at) {
        if (event instanceof ExpedientEvent.StepAdded e) {
            steps = plus(steps, new Step(e.number(), e.what(), at, Step.State.OPEN, Optional.empty()));
        } else if (event instanceof ExpedientEvent.StepEnded e) {
            List<Step> all = new ArrayList<>(steps);
            all.set(e.number() - 1, all.get(e.number() - 1).ended(e.end(), e.outcome()));
            steps = List.copyOf(all);
        } else {
            return false;
        }
        return true;
    }

    private boolean takesClosing(ExpedientEvent event, Instant at) {
        if (event instanceof ExpedientEvent.ClosingBegun e) {
            closings = plus(closings, new Closing(e.reason(), e.index(), Optional.empty(), Optional.empty()));
            situation = Situation.CLOSING;
        } else if (event instanceof ExpedientEvent.ClosingAbandoned) {
            closings = List.copyOf(closings.subList(0, closings.size() - 1));
            situation = Situation.OPEN;
        } else if (event instanceof ExpedientEvent.Closed e) {
            List<Closing> all = new ArrayList<>(closings);
            Closing last = all.remove(all.size() - 1);
            all.add(new Closing(last.reason(), last.index(), Optional.of(e.seal()), Optional.of(at)));
            closings = List.copyOf(all);
            situation = Situation.CLOSED;
        } else if (event instanceof ExpedientEvent.Reopened e) {
            diligences = plus(diligences, e.diligence());
            situation = Situation.OPEN;
        } else if (event instanceof ExpedientEvent.Transferred) {
            situation = Situation.TRANSFERRED;
        } else if (event instanceof ExpedientEvent.Eliminated) {
            situation = Situation.ELIMINATED;
        } else {
            return false;
        }
        return true;
    }

    private boolean takesFact(ExpedientEvent event) {
        if (event instanceof ExpedientEvent.PhaseChanged e) {
            phase = e.to();
        } else if (event instanceof ExpedientEvent.Reassigned e) {
            responsible = e.to();
        } else if (event instanceof ExpedientEvent.PartyAdded e) {
            parties = plus(parties, e.party());
        } else if (event instanceof ExpedientEvent.EntryLinked e) {
            entries = plus(entries, e.entry());
        } else if (event instanceof ExpedientEvent.Related e) {
            related = plus(related, e.other());
        } else if (event instanceof ExpedientEvent.ResolutionDeadlineSet e) {
            resolutionDeadline = Optional.of(e.lastDay());
        } else if (event instanceof ExpedientEvent.FolderAdded e) {
            folders = plus(folders, e.name());
        } else if (event instanceof ExpedientEvent.DiligenceNoted e) {
            diligences = plus(diligences, e.diligence());
        } else {
            return false;
        }
        return true;
    }

    private DocumentLink link(DocumentId document) {
        return links.get(document)
                .orElseThrow(() -> InvalidValueException.of("Expedient", "its trail changes a document it never had"));
    }

    private void put(DocumentLink link) {
        links = links.with(link.document(), link);
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> all = new ArrayList<>(list.size() + 1);
        all.addAll(list);
        all.add(item);
        return List.copyOf(all);
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof ExpedientState s
                && version == s.version
                && townHall.equals(s.townHall)
                && number.equals(s.number)
                && opening.equals(s.opening)
                && openedAt.equals(s.openedAt)
                && phase == s.phase
                && situation == s.situation
                && responsible.equals(s.responsible)
                && parties.equals(s.parties)
                && entries.equals(s.entries)
                && related.equals(s.related)
                && folders.equals(s.folders)
                && diligences.equals(s.diligences)
                && steps.equals(s.steps)
                && closings.equals(s.closings)
                && resolutionDeadline.equals(s.resolutionDeadline)
                && links.equals(s.links);
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, version);
    }
}
