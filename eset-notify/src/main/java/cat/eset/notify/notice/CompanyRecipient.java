package cat.eset.notify.notice;

import cat.eset.notify.error.NoticeRefusedException;
import java.util.Optional;
import java.util.function.Function;

/**
 * A legal person that may open a notification. It is always obliged to electronic dealings (article 14.2.a Llei 39/2015;
 * the service answers 706 to the contrary).
 *
 * @param document identity
 * @param name 1 to 255 characters (error 705)
 * @param linkedPerson natural person who can also open it ({@code PersonaVinculada})
 * @param contacts where the notice goes; optional for a legal person
 * @param holder whether the effect of the act falls on it
 * @param language language of the notice
 * @param knownNotPublic whether the caller vouches that it is not a public body, whatever its number looks like
 */
public record CompanyRecipient(
        CompanyDocument document,
        String name,
        Optional<LinkedPerson> linkedPerson,
        Contacts contacts,
        boolean holder,
        Optional<ContentLanguage> language,
        boolean knownNotPublic)
        implements Recipient {

    /** Checks the name. */
    public CompanyRecipient {
        if (name.isBlank()) {
            throw NoticeRefusedException.of(705, "the recipient's company name is missing");
        }
        if (name.length() > 255) {
            throw NoticeRefusedException.of(101, "a company name has at most 255 characters");
        }
    }

    static CompanyRecipient of(CompanyDocument document, String name) {
        return new CompanyRecipient(document, name, Optional.empty(), Contacts.none(), false, Optional.empty(), false);
    }

    /** With a natural person who can also open it. */
    public CompanyRecipient linkedPerson(LinkedPerson person) {
        return new CompanyRecipient(document, name, Optional.of(person), contacts, holder, language, knownNotPublic);
    }

    /** With one more e-mail address for the notice (error 613). */
    public CompanyRecipient email(String address) {
        return with(contacts.withEmail(address));
    }

    /** With one more phone for the notice (error 630). */
    public CompanyRecipient phone(String number) {
        return with(contacts.withPhone(number));
    }

    /** With one more person who gets the notice and never the content. */
    public CompanyRecipient noticePerson(Contacts.NoticePerson person) {
        return with(contacts.withNoticePerson(person));
    }

    /** As the one on whom the effect of the act falls. */
    public CompanyRecipient asHolder() {
        return new CompanyRecipient(document, name, linkedPerson, contacts, true, language, knownNotPublic);
    }

    /** With notices in this language. */
    public CompanyRecipient language(ContentLanguage value) {
        return new CompanyRecipient(document, name, linkedPerson, contacts, holder, Optional.of(value), knownNotPublic);
    }

    /**
     * Vouches that it is not a public body although its number starts with P, Q or S (a professional association, for
     * example). The service decides in the end (error 720).
     */
    public CompanyRecipient notAPublicBody() {
        return new CompanyRecipient(document, name, linkedPerson, contacts, holder, language, true);
    }

    private CompanyRecipient with(Contacts newContacts) {
        return new CompanyRecipient(document, name, linkedPerson, newContacts, holder, language, knownNotPublic);
    }

    /** Always obliged. Not sent: the service's default for a legal person is the same. */
    @Override
    public Optional<Boolean> obliged() {
        return Optional.empty();
    }

    @Override
    public <T> T fold(
            Function<? super PersonRecipient, ? extends T> person,
            Function<? super CompanyRecipient, ? extends T> company) {
        return company.apply(this);
    }

    /** Does not print who it is. */
    @Override
    public String toString() {
        return "CompanyRecipient[***]";
    }

    /**
     * A natural person tied to a legal one, who can also open its notifications.
     *
     * @param document identity
     * @param givenName 1 to 255 characters
     * @param firstSurname 1 to 255 characters
     * @param secondSurname 1 to 255 characters
     */
    public record LinkedPerson(
            PersonDocument document, String givenName, String firstSurname, Optional<String> secondSurname) {

        /** Checks the names. */
        public LinkedPerson {
            if (isBad(givenName)
                    || isBad(firstSurname)
                    || secondSurname.filter(LinkedPerson::isBad).isPresent()) {
                throw NoticeRefusedException.of(101, "names of a linked person have 1 to 255 characters");
            }
        }

        /** A linked person with one surname. */
        public static LinkedPerson of(PersonDocument document, String givenName, String firstSurname) {
            return new LinkedPerson(document, givenName, firstSurname, Optional.empty());
        }

        private static boolean isBad(String s) {
            return s.isBlank() || s.length() > 255;
        }

        /** Does not print who it is. */
        @Override
        public String toString() {
            return "LinkedPerson[***]";
        }
    }
}
