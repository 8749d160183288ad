package cat.eset.store;

import cat.eset.core.Failure;
import cat.eset.core.event.Event;
import cat.eset.core.event.Recorded;
import cat.eset.json.EsetModule;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Events as the JSON of eset-json. */
final class EventJson {

    static final int SHAPES = EsetModule.SHAPES;

    private final ObjectWriter writer;
    private final ObjectReader reader;

    EventJson() {
        JsonMapper mapper = JsonMapper.builder().addModule(EsetModule.create()).build();
        TypeReference<Recorded<Event>> type = new TypeReference<>() {};
        this.writer = mapper.writerFor(type);
        this.reader = mapper.readerFor(type);
    }

    String write(Recorded<? extends Event> event) {
        try {
            return writer.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every event of the core has a shape", e);
        }
    }

    /**
     * An event as it was stored.
     *
     * @param shapes version of the shapes it was written with
     */
    Recorded<Event> read(String body, int shapes, String aggregate) {
        if (shapes > SHAPES) {
            throw SchemaVersionException.newerEvent(aggregate, shapes);
        }
        try {
            return reader.readValue(body);
        } catch (JsonProcessingException e) {
            // The cause would quote the event, which holds personal data.
            throw new StoreException(
                    StoreException.Problem.DAMAGED,
                    Failure.of(
                                    Failure.Fault.CONFIGURATION,
                                    "An event of " + aggregate + " cannot be read: "
                                            + e.getClass().getSimpleName())
                            .service("database")
                            .remedy(
                                    "A newer SDK may have written it: upgrade. If not, verifyChain() says whether it was changed")
                            .build());
        }
    }
}
