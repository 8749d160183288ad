package cat.eset.notify.notice;

import cat.eset.core.id.Nif;
import java.util.Optional;
import java.util.function.Function;

/**
 * Somebody who may open a notification (contract enotum 6.1, {@code Destinatari}). Immutable: every method that adds
 * something gives a new recipient. Nothing here prints who it is.
 */
public sealed interface Recipient permits PersonRecipient, CompanyRecipient {

    /** A natural person with a Spanish number. */
    static PersonRecipient person(Nif nif, String givenName, String firstSurname) {
        return person(PersonDocument.nif(nif), givenName, firstSurname);
    }

    /** A natural person, foreign or not. */
    static PersonRecipient person(PersonDocument document, String givenName, String firstSurname) {
        return PersonRecipient.of(document, givenName, firstSurname);
    }

    /**
     * A legal person with a Spanish number. One whose number starts with P, Q or S looks like a public body and is
     * refused (error 720) unless {@link CompanyRecipient#notAPublicBody()} says the contrary.
     */
    static CompanyRecipient company(Nif cif, String name) {
        return company(CompanyDocument.cif(cif), name);
    }

    /** A legal person, foreign or not. */
    static CompanyRecipient company(CompanyDocument document, String name) {
        return CompanyRecipient.of(document, name);
    }

    /** One function per case. */
    <T> T fold(
            Function<? super PersonRecipient, ? extends T> person,
            Function<? super CompanyRecipient, ? extends T> company);

    /** Where the notice goes. */
    Contacts contacts();

    /** Whether the effect of the act falls on this one; at most one per record (error 708). */
    boolean holder();

    /** The language of the notice, if it is not the one of the content. */
    Optional<ContentLanguage> language();

    /**
     * Whether the law or a regulation obliges it to electronic dealings (article 14 Llei 39/2015), where it was said. Not
     * said, the service takes a legal person as obliged and a natural one as not.
     */
    Optional<Boolean> obliged();

    /** Whether silence on an electronic notification can be a rejection because the channel was compulsory. */
    default boolean electronicIsCompulsory() {
        return obliged().orElseGet(() -> fold(person -> false, company -> true));
    }
}
