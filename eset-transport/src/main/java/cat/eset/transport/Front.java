package cat.eset.transport;

/** The three doors of every cluster (contract pci 2). */
public enum Front {
    /** Question and answer in one call, one item. */
    SINCRON("Sincron"),
    /** Leaves a batch and gets a confirmation. */
    ASINCRON("Asincron"),
    /** Collects the answer of a batch. */
    ASINCRON_RESPOSTA("AsincronResposta");

    private final String path;

    Front(String path) {
        this.path = path;
    }

    /** Last segment of the address of this front. */
    public String path() {
        return path;
    }
}
