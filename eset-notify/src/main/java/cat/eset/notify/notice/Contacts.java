package cat.eset.notify.notice;

import cat.eset.notify.error.NoticeRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the notice of a notification goes (contract enotum 8). Whether it arrives is not exposed by the service, and its
 * failure does not spoil the notification (article 41.6 Llei 39/2015).
 *
 * @param emails e-mail addresses
 * @param phones phones as the service wants them: {@code 00} instead of {@code +}, no Spanish prefix
 * @param noticePersons people who get the notice and never the content
 */
public record Contacts(List<String> emails, List<String> phones, List<NoticePerson> noticePersons) {

    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,}");
    private static final Pattern SPANISH_PHONE = Pattern.compile("(6\\d|7[1-4]|[89]\\d)\\d{7}");
    private static final Pattern FOREIGN_PHONE = Pattern.compile("00[1-9]\\d{6,14}");
    private static final Contacts NONE = new Contacts(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Contacts {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        noticePersons = List.copyOf(noticePersons);
    }

    /** Nowhere. */
    public static Contacts none() {
        return NONE;
    }

    /** Whether there is an e-mail or a phone of the recipient itself. */
    public boolean reachable() {
        return !emails.isEmpty() || !phones.isEmpty();
    }

    Contacts withEmail(String email) {
        return new Contacts(plus(emails, checkedEmail(email)), phones, noticePersons);
    }

    Contacts withPhone(String phone) {
        return new Contacts(emails, plus(phones, checkedPhone(phone)), noticePersons);
    }

    Contacts withNoticePerson(NoticePerson person) {
        return new Contacts(emails, phones, plus(noticePersons, person));
    }

    static String checkedEmail(String email) {
        String trimmed = email.strip();
        if (trimmed.length() > 255 || !EMAIL.matcher(trimmed).matches()) {
            throw NoticeRefusedException.of(613, "the e-mail address is malformed");
        }
        return trimmed;
    }

    /** Normalised as the note says: {@code +} becomes {@code 00}, a leading {@code 0034} goes. */
    static String checkedPhone(String phone) {
        String digits = phone.replaceAll("[\\s.()\\-/]", "");
        if (digits.startsWith("+")) {
            digits = "00" + digits.substring(1);
        }
        if (digits.startsWith("0034")) {
            digits = digits.substring(4);
        }
        if (!SPANISH_PHONE.matcher(digits).matches()
                && !FOREIGN_PHONE.matcher(digits).matches()) {
            throw NoticeRefusedException.of(
                    630, "the phone is malformed (a Spanish mobile starts with 6, 71, 72, 73 or 74)");
        }
        return digits;
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> all = new ArrayList<>(list);
        all.add(item);
        return all;
    }

    /** Counts only. */
    @Override
    public String toString() {
        return "Contacts[" + emails.size() + " e-mails, " + phones.size() + " phones, " + noticePersons.size()
                + " notice persons]";
    }

    /**
     * Somebody who gets the notice and never the content.
     *
     * @param name full name, 1 to 255 characters
     * @param email at least one of both (error 707)
     * @param phone at least one of both (error 707)
     */
    public record NoticePerson(String name, Optional<String> email, Optional<String> phone) {

        /** Checks the values. */
        public NoticePerson {
            if (name.isBlank() || name.length() > 255) {
                throw NoticeRefusedException.of(101, "the name of a notice person has 1 to 255 characters");
            }
            if (email.isEmpty() && phone.isEmpty()) {
                throw NoticeRefusedException.of(707, "a notice person needs an e-mail address or a phone");
            }
        }

        /** Somebody with an e-mail address. */
        public static NoticePerson byEmail(String name, String email) {
            return new NoticePerson(name, Optional.of(checkedEmail(email)), Optional.empty());
        }

        /** Somebody with a phone. */
        public static NoticePerson byPhone(String name, String phone) {
            return new NoticePerson(name, Optional.empty(), Optional.of(checkedPhone(phone)));
        }

        /** Does not print who it is. */
        @Override
        public String toString() {
            return "NoticePerson[***]";
        }
    }
}
