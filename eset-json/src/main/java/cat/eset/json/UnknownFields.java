package cat.eset.json;

/** Hears of fields that the SDK does not know, for example because a newer version wrote them. They are not an error. */
@FunctionalInterface
public interface UnknownFields {

    /**
     * A field was left out.
     *
     * @param type simple name of the type that was read
     * @param field its name; never its value
     */
    void found(String type, String field);
}
