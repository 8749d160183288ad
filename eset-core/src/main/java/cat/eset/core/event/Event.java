package cat.eset.core.event;

/** Something that happened to an aggregate; a record whose class name is its type. */
public interface Event {

    /** Stable name of the kind of event, as stored and published. */
    default String type() {
        return getClass().getSimpleName();
    }
}
