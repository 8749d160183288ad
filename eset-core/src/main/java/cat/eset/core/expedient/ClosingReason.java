package cat.eset.core.expedient;

/** Why an expedient ends (contract eset-model 4; Llei 39/2015 art. 84). */
public enum ClosingReason {
    /** The resolution was executed. */
    RESOLUTION_EXECUTED,
    /** Desistiment. */
    WITHDRAWAL,
    /** Renúncia. */
    WAIVER,
    /** Caducitat. */
    EXPIRY,
    /** Material impossibility of going on. */
    MATERIAL_IMPOSSIBILITY,
    /** Joined to another expedient. */
    ACCUMULATION,
    /** Anything else. */
    OTHER
}
