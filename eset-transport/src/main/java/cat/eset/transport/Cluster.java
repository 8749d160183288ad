package cat.eset.transport;

/** The three groups of PCI fronts; a product lives on exactly one (contract pci 2). */
public enum Cluster {
    /** Interoperability: data queries of Via Oberta, population register and the like. */
    IOP,
    /** Applications of the consortium: EACAT, e-TAULER, OVER, SIR, Representa. */
    APP,
    /** e-NOTUM. */
    NT
}
