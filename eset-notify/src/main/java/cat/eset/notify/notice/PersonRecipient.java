package cat.eset.notify.notice;

import cat.eset.notify.error.NoticeRefusedException;
import java.util.Optional;
import java.util.function.Function;

/**
 * A natural person who may open a notification.
 *
 * @param document identity
 * @param givenName 1 to 50 characters (errors 702, 725)
 * @param chosenName the name the person identifies with ({@code NomSentit})
 * @param firstSurname 1 to 50 characters (errors 703, 726)
 * @param secondSurname 1 to 50 characters (error 727)
 * @param contacts where the notice goes
 * @param holder whether the effect of the act falls on this person
 * @param language language of the notice
 * @param obliged whether obliged to electronic dealings; empty: the service takes {@code false}
 */
public record PersonRecipient(
        PersonDocument document,
        String givenName,
        Optional<String> chosenName,
        String firstSurname,
        Optional<String> secondSurname,
        Contacts contacts,
        boolean holder,
        Optional<ContentLanguage> language,
        Optional<Boolean> obliged)
        implements Recipient {

    private static final int MAX_NAME = 50;

    /** Checks the names. */
    public PersonRecipient {
        if (givenName.isBlank()) {
            throw NoticeRefusedException.of(702, "the recipient's name is missing");
        }
        if (givenName.length() > MAX_NAME) {
            throw NoticeRefusedException.of(725, "the recipient's name has more than 50 characters");
        }
        if (firstSurname.isBlank()) {
            throw NoticeRefusedException.of(703, "the recipient's first surname is missing");
        }
        if (firstSurname.length() > MAX_NAME) {
            throw NoticeRefusedException.of(726, "the first surname has more than 50 characters");
        }
        if (secondSurname.filter(s -> s.isBlank() || s.length() > MAX_NAME).isPresent()) {
            throw NoticeRefusedException.of(727, "a second surname has 1 to 50 characters");
        }
        if (chosenName.filter(s -> s.isBlank() || s.length() > 255).isPresent()) {
            throw NoticeRefusedException.of(101, "a chosen name has 1 to 255 characters");
        }
    }

    static PersonRecipient of(PersonDocument document, String givenName, String firstSurname) {
        return new PersonRecipient(
                document,
                givenName,
                Optional.empty(),
                firstSurname,
                Optional.empty(),
                Contacts.none(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** With a second surname. */
    public PersonRecipient secondSurname(String surname) {
        return new PersonRecipient(
                document,
                givenName,
                chosenName,
                firstSurname,
                Optional.of(surname),
                contacts,
                holder,
                language,
                obliged);
    }

    /** With the name the person identifies with. */
    public PersonRecipient chosenName(String name) {
        return new PersonRecipient(
                document,
                givenName,
                Optional.of(name),
                firstSurname,
                secondSurname,
                contacts,
                holder,
                language,
                obliged);
    }

    /** With one more e-mail address for the notice (error 613). */
    public PersonRecipient email(String address) {
        return with(contacts.withEmail(address), holder, language, obliged);
    }

    /** With one more phone for the notice (error 630). */
    public PersonRecipient phone(String number) {
        return with(contacts.withPhone(number), holder, language, obliged);
    }

    /** With one more person who gets the notice and never the content. */
    public PersonRecipient noticePerson(Contacts.NoticePerson person) {
        return with(contacts.withNoticePerson(person), holder, language, obliged);
    }

    /** As the one on whom the effect of the act falls. */
    public PersonRecipient asHolder() {
        return with(contacts, true, language, obliged);
    }

    /** With notices in this language. */
    public PersonRecipient language(ContentLanguage value) {
        return with(contacts, holder, Optional.of(value), obliged);
    }

    /** As somebody obliged to electronic dealings (article 14.2 and 14.3 Llei 39/2015). */
    public PersonRecipient obligedToElectronic() {
        return with(contacts, holder, language, Optional.of(true));
    }

    private PersonRecipient with(
            Contacts newContacts,
            boolean newHolder,
            Optional<ContentLanguage> newLanguage,
            Optional<Boolean> newObliged) {
        return new PersonRecipient(
                document,
                givenName,
                chosenName,
                firstSurname,
                secondSurname,
                newContacts,
                newHolder,
                newLanguage,
                newObliged);
    }

    @Override
    public <T> T fold(
            Function<? super PersonRecipient, ? extends T> person,
            Function<? super CompanyRecipient, ? extends T> company) {
        return person.apply(this);
    }

    /** Does not print who it is. */
    @Override
    public String toString() {
        return "PersonRecipient[***]";
    }
}
