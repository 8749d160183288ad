package cat.eset.core.registry;

/** Which way a registered document goes. Each direction has its own sequence of numbers per year. */
public enum Direction {
    /** Entrada: presented to the town hall. */
    ENTRY("E"),
    /** Sortida: leaves the town hall. */
    EXIT("S");

    private final String letter;

    Direction(String letter) {
        this.letter = letter;
    }

    /** {@code E} or {@code S}, as registries write it. */
    public String letter() {
        return letter;
    }
}
