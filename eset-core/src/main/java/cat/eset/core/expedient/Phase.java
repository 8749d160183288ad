package cat.eset.core.expedient;

/** Estat: the first of the three notions of an expedient (contract eset-model 4). It may go back. */
public enum Phase {
    /** Inici i ordenació. */
    INITIATION,
    /** Instrucció. */
    INSTRUCTION,
    /** Finalització i resolució. */
    RESOLUTION
}
