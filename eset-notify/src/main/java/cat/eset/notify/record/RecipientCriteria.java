package cat.eset.notify.record;

import cat.eset.core.InvalidValueException;
import cat.eset.notify.notice.CompanyDocument;
import cat.eset.notify.notice.PersonDocument;
import java.util.List;
import java.util.Optional;

/**
 * Search by recipient; texts match when contained (contract enotum 6.3). For the employee role only (error 3014).
 *
 * @param emails e-mail addresses
 * @param phones phones
 * @param person a natural person
 * @param company a legal person; not together with a natural one
 */
public record RecipientCriteria(
        List<String> emails, List<String> phones, Optional<PersonCriteria> person, Optional<CompanyCriteria> company) {

    /** Copies the lists. */
    public RecipientCriteria {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        if (person.isPresent() && company.isPresent()) {
            throw InvalidValueException.of("RecipientCriteria", "a person or a company, not both");
        }
    }

    /** Anybody with this e-mail address. */
    public static RecipientCriteria email(String address) {
        return new RecipientCriteria(List.of(address), List.of(), Optional.empty(), Optional.empty());
    }

    /** The person with this document. */
    public static RecipientCriteria person(PersonDocument document) {
        return new RecipientCriteria(
                List.of(),
                List.of(),
                Optional.of(new PersonCriteria(
                        Optional.of(document), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())),
                Optional.empty());
    }

    /** The company with this document. */
    public static RecipientCriteria company(CompanyDocument document) {
        return new RecipientCriteria(
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(new CompanyCriteria(Optional.of(document), Optional.empty(), Optional.empty())));
    }

    /** Does not print whom. */
    @Override
    public String toString() {
        return "RecipientCriteria[***]";
    }

    /**
     * A natural person.
     *
     * @param document identity
     * @param givenName part of the name
     * @param chosenName part of the name the person identifies with
     * @param firstSurname part of the first surname
     * @param secondSurname part of the second surname
     */
    public record PersonCriteria(
            Optional<PersonDocument> document,
            Optional<String> givenName,
            Optional<String> chosenName,
            Optional<String> firstSurname,
            Optional<String> secondSurname) {
        /** Does not print whom. */
        @Override
        public String toString() {
            return "PersonCriteria[***]";
        }
    }

    /**
     * A legal person.
     *
     * @param document identity
     * @param name part of the name
     * @param linkedPerson a person tied to it
     */
    public record CompanyCriteria(
            Optional<CompanyDocument> document, Optional<String> name, Optional<PersonCriteria> linkedPerson) {
        /** Does not print whom. */
        @Override
        public String toString() {
            return "CompanyCriteria[***]";
        }
    }
}
