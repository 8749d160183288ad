package cat.eset.core.work;

import cat.eset.core.InvalidValueException;

/**
 * Identity of something that arrived: the same key is the same thing, however often it is sent.
 *
 * @param source system that sends, for example {@code MUX}
 * @param id identity there, for example {@code idTransaccio}
 * @param leg part of it, for example the {@code tipus} {@code E} or {@code S}: one dual transaction arrives twice
 */
public record InboundKey(String source, String id, String leg) {

    /** Checks the values. */
    public InboundKey {
        if (source.isBlank() || id.isBlank() || leg.isBlank() || source.length() + id.length() + leg.length() > 250) {
            throw InvalidValueException.of("InboundKey", "source, id and leg, not blank, 250 characters in all");
        }
    }

    @Override
    public String toString() {
        return source + ":" + id + "/" + leg;
    }
}
