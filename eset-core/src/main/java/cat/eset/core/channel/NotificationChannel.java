package cat.eset.core.channel;

/** How a notification goes out. */
public enum NotificationChannel {
    /** Electronically. */
    ELECTRONIC,
    /** On paper, and also put at disposal in the seat. */
    PAPER,
    /** On paper this once, saying that the next ones will be electronic. */
    PAPER_THEN_ELECTRONIC,
    /** In person: the addressee came to the office, or an employee delivers it. */
    IN_PERSON
}
