package cat.eset.json;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.event.Event;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A record that is added to the core can be written and read, without anybody thinking of JSON. */
class EveryRecordTest {

    @Test
    void every_public_record_of_the_core_has_a_shape() throws Exception {
        JsonMapper mapper = JsonMapper.builder().addModule(EsetModule.create()).build();
        List<String> withoutShape = new ArrayList<>();
        List<Class<?>> records =
                CoreTypes.all().stream().filter(Class::isRecord).toList();
        for (Class<?> type : records) {
            JavaType javaType = mapper.constructType(type);
            try {
                mapper.readerFor(type).readValue("{}");
            } catch (InvalidDefinitionException e) {
                withoutShape.add(javaType + ": " + e.getOriginalMessage());
            } catch (IOException | RuntimeException incomplete) {
                // An empty object is not a valid value; that its shape is known is what counts here.
            }
        }

        assertThat(records).hasSizeGreaterThan(30);
        assertThat(withoutShape).isEmpty();
    }

    @Test
    void every_family_of_events_is_known() throws Exception {
        assertThat(CoreShapes.EVENTS)
                .containsExactlyInAnyOrderElementsOf(CoreTypes.all().stream()
                        .filter(type -> type.isInterface() && type.isSealed() && Event.class.isAssignableFrom(type))
                        .<Class<? extends Event>>map(type -> type.asSubclass(Event.class))
                        .toList());
    }
}
