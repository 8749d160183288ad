package cat.eset.core.party;

/** Whether a party relates to the town hall by electronic means (Llei 39/2015 art. 14). */
public enum ElectronicRelation {
    /** Obliged by art. 14.2 or by a municipal regulation (14.3). */
    OBLIGED,
    /** Not obliged, has expressly chosen it (14.1). */
    CHOSEN,
    /** Neither obliged nor having chosen: silence of access is never a rejection (43.2). */
    NOT_CHOSEN
}
