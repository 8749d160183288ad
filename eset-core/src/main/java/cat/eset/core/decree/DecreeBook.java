package cat.eset.core.decree;

import cat.eset.core.TownHall;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Change;
import java.util.List;
import java.util.Optional;

/**
 * Keeps decrees and official books, and numbers decrees. Thread-safe; joins the
 * {@link cat.eset.core.work.UnitOfWork} of the caller.
 */
public interface DecreeBook {

    /**
     * The next number of the decrees of a year. Inside a transaction that also stores the approval (or the reservation):
     * when it rolls back, the number is free again and no gap stays.
     *
     * @param year year of the approving signature
     */
    DecreeNumber nextNumber(TownHall townHall, int year);

    /**
     * Stores a new state of a decree, with its events.
     *
     * @throws cat.eset.core.event.StaleStateException if somebody else changed it first
     */
    void save(Change<Decree, DecreeEvent> change);

    /**
     * Stores a new state of an official book, with its events.
     *
     * @throws cat.eset.core.event.StaleStateException if somebody else changed it first
     */
    void saveBook(Change<OfficialBook, BookEvent> change);

    /** The decree that a document holds. */
    Optional<Decree> find(DocumentId document);

    /** An approved decree by its number. */
    Optional<Decree> find(TownHall townHall, DecreeNumber number);

    /** The approved decrees of a year, by number. */
    List<Decree> year(TownHall townHall, int year);

    /** The official book of a year. */
    Optional<OfficialBook> book(TownHall townHall, BookKind kind, int year);
}
