package cat.eset.notify.record;

/**
 * Which sections of a notification to ask for; state and header always come.
 *
 * @param letter body and footer
 * @param documents documents
 * @param recipients recipients
 * @param practice who accepted or rejected
 */
public record Sections(boolean letter, boolean documents, boolean recipients, boolean practice) {

    /** State and header only: the least personal data. */
    public static final Sections STATE = new Sections(false, false, false, false);

    /** Who may open it and who did. */
    public static final Sections PEOPLE = new Sections(false, false, true, true);

    /** Everything. */
    public static final Sections ALL = new Sections(true, true, true, true);
}
