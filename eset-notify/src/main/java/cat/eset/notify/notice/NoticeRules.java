package cat.eset.notify.notice;

import cat.eset.core.InvalidValueException;
import cat.eset.notify.error.NoticeRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the service would refuse whatever the configuration (contract enotum 5, 6.1, 14, trap 5). */
final class NoticeRules {

    static final int LEGAL_EXPIRY_DAYS = 10;
    private static final int MAX_EXPIRY_DAYS = 180;
    private static final int MAX_RECIPIENTS = 100;
    private static final int MAX_ANNEXES = 4;

    private NoticeRules() {}

    static void check(Notice n) {
        checkTexts(n);
        checkRecipients(n);
        checkRegistration(n);
        if (n.annexes().size() > MAX_ANNEXES) {
            throw NoticeRefusedException.of(922, "one resolution and at most four annexes");
        }
        if (n.channel().equals(Channel.PAPER) && n.kind().equals(NoticeKind.COMMUNICATION)) {
            throw NoticeRefusedException.of(723, "a communication cannot have the paper channel");
        }
        if (n.kind().equals(NoticeKind.COMMUNICATION) && n.expiryDays().isPresent()) {
            throw InvalidValueException.of("Notice", "a communication never expires: give it no days");
        }
        checkReminders(n);
    }

    private static void checkTexts(Notice n) {
        String title = n.title();
        if (title.isBlank()) {
            throw NoticeRefusedException.of(1006, "the title is missing");
        }
        size(title, 3, 100, 1005, "the title");
        if (n.body().isBlank()) {
            throw NoticeRefusedException.of(1003, "the body text is empty");
        }
        size(n.body(), 1, 4000, 101, "the body text");
        n.appeals().ifPresent(s -> size(s, 1, 4000, 101, "the footer"));
        n.expedient().ifPresent(s -> size(s, 3, 50, 728, "the expedient"));
        n.tramit().ifPresent(s -> size(s, 3, 50, 730, "the step"));
        n.caseNumber().ifPresent(s -> size(s, 1, 50, 101, "the case number"));
        n.siaProcedure().ifPresent(s -> size(s, 1, 50, 101, "the SIA procedure"));
        n.classification().ifPresent(s -> size(s, 1, 50, 101, "the classification"));
        digits(n.registryOffice(), 1013, "the registry office");
        digits(n.organisationalUnit(), 1014, "the organisational unit");
    }

    private static void checkRecipients(Notice n) {
        List<Recipient> all = n.recipients();
        if (all.isEmpty() || all.size() > MAX_RECIPIENTS) {
            throw NoticeRefusedException.of(101, "1 to 100 recipients share a record");
        }
        if (all.stream().filter(Recipient::holder).count() > 1) {
            throw NoticeRefusedException.of(708, "more than one holder");
        }
        boolean paper = n.channel().equals(Channel.PAPER);
        for (Recipient recipient : all) {
            recipient.fold(person -> contactRule(person, paper), NoticeRules::publicBodyRule);
        }
    }

    private static boolean contactRule(PersonRecipient person, boolean paper) {
        boolean needed = !paper && !person.electronicIsCompulsory();
        if (needed && !person.contacts().reachable()) {
            throw NoticeRefusedException.of(701, "a recipient has neither e-mail address nor phone");
        }
        return true;
    }

    private static boolean publicBodyRule(CompanyRecipient company) {
        boolean looksPublic =
                company.document().fold(CompanyDocument.CifDocument::looksLikeAPublicBody, vat -> Boolean.FALSE);
        if (looksPublic && !company.knownNotPublic()) {
            throw NoticeRefusedException.of(
                    720,
                    "a recipient looks like a public body (its number starts with P, Q or S);"
                            + " if it is not one, say so with notAPublicBody()");
        }
        return true;
    }

    private static void checkRegistration(Notice n) {
        boolean without = n.registration() instanceof Registration.Without;
        if (without && !n.kind().equals(NoticeKind.COMMUNICATION)) {
            throw NoticeRefusedException.of(1012, "only a communication can go without registry");
        }
    }

    private static void checkReminders(Notice n) {
        if (n.reminderDays().stream().anyMatch(d -> d < 1 || d > 1000)) {
            throw NoticeRefusedException.of(101, "a reminder goes out 1 to 1000 days after sending");
        }
        // Known ceiling of version 3.2: 40 % of the life in days (8 in 20). One is never too many: without any the
        // service sends one itself.
        n.expiryDays().ifPresent(life -> {
            if (n.reminderDays().size() > Math.max(1, life * 4 / 10)) {
                throw NoticeRefusedException.of(1008, "more reminders than 40 % of the days of life");
            }
        });
    }

    static void checkExpiryDays(int days) {
        if (days < LEGAL_EXPIRY_DAYS) {
            throw InvalidValueException.of(
                    "Notice",
                    "at least the ten days of article 43.2 Llei 39/2015; expiryDaysBelowTheLegalPeriod() forces fewer");
        }
        if (days > MAX_EXPIRY_DAYS) {
            throw NoticeRefusedException.of(1007, "more than 180 expiry days");
        }
    }

    static void checkShortExpiryDays(int days) {
        if (days < 1 || days >= LEGAL_EXPIRY_DAYS) {
            throw InvalidValueException.of("Notice", "days below the legal period are 1 to 9");
        }
    }

    private static void digits(Optional<String> value, int code, String what) {
        value.ifPresent(s -> {
            if (!s.matches("[0-9]{1,50}")) {
                throw NoticeRefusedException.of(code, what + " is not 1 to 50 digits");
            }
        });
    }

    private static void size(String s, int min, int max, int code, String what) {
        if (s.isBlank() || s.length() < min || s.length() > max) {
            throw NoticeRefusedException.of(code, what + " does not have " + min + " to " + max + " characters");
        }
    }

    static <T> List<T> plus(List<T> list, T item) {
        List<T> all = new ArrayList<>(list);
        all.add(item);
        return List.copyOf(all);
    }
}
