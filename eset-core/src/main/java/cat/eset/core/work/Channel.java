package cat.eset.core.work;

import cat.eset.core.party.ElectronicRelation;
import cat.eset.core.party.Party;

/** How what leaves reaches its addressee (Llei 39/2015 arts. 14, 16.4 and 41). */
public enum Channel {
    /** Registry exchange: public bodies. */
    REGISTRY_EXCHANGE,
    /** Electronic notification: who is obliged to it or has chosen it. */
    ELECTRONIC,
    /** Paper: everybody else; it is put at disposal in the seat too (art. 42.1). */
    PAPER;

    /** The channel of a party. */
    public static Channel of(Party party) {
        if (party.isPublicBody()) {
            return REGISTRY_EXCHANGE;
        }
        boolean obligedRepresentative = party.representative()
                .filter(r -> r.relation() == ElectronicRelation.OBLIGED)
                .isPresent();
        return party.relation() == ElectronicRelation.NOT_CHOSEN && !obligedRepresentative ? PAPER : ELECTRONIC;
    }
}
