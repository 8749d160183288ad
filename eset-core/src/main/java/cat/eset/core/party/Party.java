package cat.eset.core.party;

import cat.eset.core.id.Dir3;
import cat.eset.core.id.Nif;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody with an interest in a matter (Llei 39/2015 art. 4). Immutable; the named methods give copies.
 *
 * @param identity what identifies it
 * @param name its name
 * @param contact how to reach it
 * @param relation whether it relates by electronic means
 * @param representative who acts for it, if anybody (art. 5)
 */
public record Party(
        IdentityDocument identity,
        PartyName name,
        Contact contact,
        ElectronicRelation relation,
        Optional<Party> representative) {

    /** Checks the values. */
    public Party {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(relation, "relation");
        Objects.requireNonNull(representative, "representative");
    }

    /** A natural person, neither obliged to electronic means nor having chosen them. */
    public static Party person(Nif nif, String given, String firstSurname) {
        return of(
                IdentityDocument.of(nif),
                new PartyName.Natural(given, firstSurname, Optional.empty()),
                ElectronicRelation.NOT_CHOSEN);
    }

    /** A natural person with two surnames, neither obliged to electronic means nor having chosen them. */
    public static Party person(Nif nif, String given, String firstSurname, String secondSurname) {
        return of(
                IdentityDocument.of(nif),
                new PartyName.Natural(given, firstSurname, Optional.of(secondSurname)),
                ElectronicRelation.NOT_CHOSEN);
    }

    /** A legal person: obliged to electronic means (art. 14.2.a). */
    public static Party company(Nif nif, String name) {
        return of(IdentityDocument.of(nif), new PartyName.Legal(name), ElectronicRelation.OBLIGED);
    }

    /** Another public body: reached by registry exchange and never by notification (design: channel of exits). */
    public static Party publicBody(Dir3 body, String name) {
        return of(IdentityDocument.of(body), new PartyName.Legal(name), ElectronicRelation.OBLIGED);
    }

    /** Any party. */
    public static Party of(IdentityDocument identity, PartyName name, ElectronicRelation relation) {
        return new Party(identity, name, Contact.NONE, relation, Optional.empty());
    }

    /** With an e-mail address. */
    public Party email(String address) {
        return with(new Contact(Optional.of(address), contact.mobile(), contact.postalAddress()));
    }

    /** With a mobile telephone. */
    public Party mobile(String number) {
        return with(new Contact(contact.email(), Optional.of(number), contact.postalAddress()));
    }

    /** With a postal address. */
    public Party postalAddress(String address) {
        return with(new Contact(contact.email(), contact.mobile(), Optional.of(address)));
    }

    /** With these ways of contact. */
    public Party with(Contact value) {
        return new Party(identity, name, value, relation, representative);
    }

    /** With this relation by electronic means. */
    public Party relation(ElectronicRelation value) {
        return new Party(identity, name, contact, value, representative);
    }

    /** Acting through a representative. A representative of an obliged party is obliged too (art. 14.2.d). */
    public Party representedBy(Party value) {
        Party acting = relation == ElectronicRelation.OBLIGED ? value.relation(ElectronicRelation.OBLIGED) : value;
        return new Party(identity, name, contact, relation, Optional.of(acting));
    }

    /** Whether it is a public body. */
    public boolean isPublicBody() {
        return identity.kind() == IdentityDocument.Kind.DIR3;
    }
}
