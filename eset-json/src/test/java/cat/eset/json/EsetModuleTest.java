package cat.eset.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.Office;
import cat.eset.core.OperationId;
import cat.eset.core.Person;
import cat.eset.core.Secret;
import cat.eset.core.Sha256;
import cat.eset.core.TownHall;
import cat.eset.core.event.Event;
import cat.eset.core.event.Journal;
import cat.eset.core.event.Recorded;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import cat.eset.core.memory.MemoryStore;
import cat.eset.core.party.Party;
import cat.eset.core.party.PartyName;
import cat.eset.core.registry.Attachment;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.registry.RegistryEvent;
import cat.eset.core.registry.RegistryNumber;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EsetModuleTest {

    private static final TownHall TOWN =
            TownHall.of("Ajuntament del Bruc", Ine10.of("0802530003"), Dir3.of("L01080253"));
    private static final Actor REGISTRAR = new Actor(new Person(Nif.of("00000000T"), "Maria"), Office.REGISTRAR, TOWN);

    private final List<String> unknown = new ArrayList<>();
    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(EsetModule.create().reporting((type, field) -> unknown.add(type + "." + field)))
            .build();

    private static RegistryEvent registered() {
        return new RegistryEvent.Registered(
                new RegistryNumber(Direction.ENTRY, 2026, 1, "2026/E/000001"),
                Instant.parse("2026-03-02T08:35:00.120Z"),
                EntryDraft.entry("Sol·licitud de gual")
                        .party(Party.person(Nif.of("00000000T"), "Maria", "Exemple")
                                .email("m@exemple.cat")
                                .representedBy(Party.company(Nif.of("P0828500I"), "Exemple, SL")))
                        .attachment(
                                Attachment.held("a.pdf", MediaType.PDF, "u1").declared(3, Sha256.of(new byte[3])))
                        .unit(Dir3.of("L01080253"))
                        .build());
    }

    private static final String REGISTERED = """
            {"type":"RegistryEvent.Registered",
             "number":{"direction":"ENTRY","year":2026,"sequence":1,"text":"2026/E/000001"},
             "registeredAt":"2026-03-02T08:35:00.120Z",
             "draft":{"direction":"ENTRY","extract":"Sol·licitud de gual",
              "parties":[{"identity":{"kind":"NIF","value":"00000000T"},
                "name":{"type":"Natural","given":"Maria","firstSurname":"Exemple"},
                "contact":{"email":"m@exemple.cat"},"relation":"NOT_CHOSEN",
                "representative":{"identity":{"kind":"NIF","value":"P0828500I"},"name":{"type":"Legal","name":"Exemple, SL"},
                  "contact":{},"relation":"OBLIGED"}}],
              "attachments":[{"name":"a.pdf","title":"a.pdf","mediaType":"application/pdf","length":3,
                "sha256":"709e80c88487a2411e1ee4dfb9f22a861492d20c4765150c0c794abd70f8147c","reference":"u1"}],
              "unit":"L01080253"}}""";

    @Test
    void an_event_has_exactly_this_shape_and_comes_back_equal() throws JsonProcessingException {
        String json = mapper.writeValueAsString(registered());

        assertThat(json).isEqualTo(REGISTERED.replaceAll("\\R\\s*", ""));
        assertThat(mapper.readValue(json, RegistryEvent.class)).isEqualTo(registered());
    }

    @Test
    void a_recorded_event_says_who_and_when() throws JsonProcessingException {
        Recorded<RegistryEvent> recorded =
                new Recorded<>(new RegistryEvent.Accepted(), REGISTRAR, Instant.parse("2026-03-02T09:00:00Z"));

        String json = mapper.writerFor(new TypeReference<Recorded<RegistryEvent>>() {})
                .writeValueAsString(recorded);

        assertThat(json)
                .isEqualTo("{\"event\":{\"type\":\"RegistryEvent.Accepted\"},"
                        + "\"by\":{\"person\":{\"nif\":\"00000000T\",\"name\":\"Maria\"},\"office\":{\"code\":\"REGISTRAR\"},"
                        + "\"townHall\":{\"name\":\"Ajuntament del Bruc\",\"ine10\":\"0802530003\",\"dir3\":\"L01080253\"}},"
                        + "\"at\":\"2026-03-02T09:00:00Z\"}");
        assertThat(mapper.readValue(json, new TypeReference<Recorded<RegistryEvent>>() {}))
                .isEqualTo(recorded);
    }

    @Test
    void identifiers_are_texts_also_as_keys() throws JsonProcessingException {
        OperationId operation = OperationId.next();
        Map<OperationId, Nif> map = Map.of(operation, Nif.of("00000000T"));

        String json = mapper.writeValueAsString(map);

        assertThat(json).isEqualTo("{\"" + operation + "\":\"00000000T\"}");
        assertThat(mapper.readValue(json, new TypeReference<Map<OperationId, Nif>>() {}))
                .isEqualTo(map);
    }

    @Test
    void content_is_described_and_found_again_by_its_digest() throws Exception {
        DocumentContent content = DocumentContent.of("hola".getBytes(StandardCharsets.UTF_8), MediaType.TEXT);
        JsonMapper resolving = JsonMapper.builder()
                .addModule(EsetModule.create().resolving(digest -> {
                    assertThat(digest).isEqualTo(content.sha256());
                    return content::open;
                }))
                .build();

        String json = mapper.writeValueAsString(content);

        assertThat(json)
                .isEqualTo("{\"length\":4,\"mediaType\":\"text/plain\",\"sha256\":\""
                        + content.sha256().hex() + "\"}");
        assertThat(resolving.readValue(json, DocumentContent.class).readAllBytes())
                .isEqualTo(content.readAllBytes());
        DocumentContent described = mapper.readValue(json, DocumentContent.class);
        assertThat(described.length()).isEqualTo(4);
        assertThatThrownBy(described::open).hasMessageContaining("ContentResolver");
    }

    @Test
    void fields_from_the_future_are_left_out_and_reported() throws JsonProcessingException {
        PartyName name =
                mapper.readValue("{\"type\":\"Legal\",\"name\":\"Exemple\",\"colour\":{\"r\":[1,2]}}", PartyName.class);

        assertThat(name).isEqualTo(new PartyName.Legal("Exemple"));
        assertThat(unknown).containsExactly("Legal.colour");
    }

    @Test
    void what_is_absent_may_be_left_out() throws JsonProcessingException {
        EntryDraft draft = mapper.readValue("{\"direction\":\"EXIT\",\"extract\":\"x\"}", EntryDraft.class);

        assertThat(draft).isEqualTo(EntryDraft.exit("x").build());
    }

    @Test
    void a_value_that_cannot_exist_is_refused_without_being_repeated() {
        assertThatThrownBy(() -> mapper.readValue("{\"nif\":\"12345678A-x\",\"name\":\"Maria\"}", Person.class))
                .isInstanceOf(DatabindException.class)
                .hasMessageContaining("Nif")
                .hasMessageNotContaining("12345678A");
        assertThatThrownBy(() -> mapper.readValue("17", Nif.class)).isInstanceOf(DatabindException.class);
        assertThatThrownBy(() -> mapper.readValue("{\"type\":\"Alien\"}", PartyName.class))
                .isInstanceOf(DatabindException.class);
    }

    @Test
    void an_aggregate_is_its_events() throws JsonProcessingException {
        MemoryStore store = MemoryStore.create(Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC));
        RegistryEntry entry =
                store.registryBook().register(EntryDraft.entry("Sol·licitud").build(), REGISTRAR);
        store.registryBook().save(entry.accept(REGISTRAR, Instant.parse("2026-03-02T10:00:00Z")));
        RegistryEntry accepted = store.registryBook().find(TOWN, entry.number()).orElseThrow();
        List<Recorded<? extends Event>> events = store.journal().of(entry.key()).stream()
                .<Recorded<? extends Event>>map(Journal.Line::recorded)
                .toList();

        String json = mapper.writeValueAsString(new Events(events));
        // Without knowing whose events they are, and knowing it.
        List<Recorded<Event>> any = mapper.convertValue(
                mapper.readTree(json).path("events"), new TypeReference<List<Recorded<Event>>>() {});
        List<Recorded<RegistryEvent>> known = mapper.convertValue(
                mapper.readTree(json).path("events"), new TypeReference<List<Recorded<RegistryEvent>>>() {});

        assertThat(any).isEqualTo(events).hasSize(2);
        assertThat(RegistryEntry.replay(known)).isEqualTo(accepted);
        assertThatThrownBy(() -> mapper.writeValueAsString(entry)).hasMessageContaining("write the events");
    }

    private record Events(List<Recorded<? extends Event>> events) {}

    @Test
    void secrets_are_never_written() {
        assertThatThrownBy(() -> mapper.writeValueAsString(Map.of("s", Secret.of("tres"))))
                .isInstanceOf(DatabindException.class)
                .hasMessageNotContaining("tres");
    }

    @Test
    void other_types_keep_the_shapes_of_their_mapper() throws JsonProcessingException {
        record Vendor(Instant at, boolean isOpen) {
            // A record as a vendor might have it.
        }

        assertThat(mapper.writeValueAsString(new Vendor(Instant.ofEpochSecond(3), true)))
                .isEqualTo("{\"at\":3.000000000,\"isOpen\":true}");
        assertThatThrownBy(() -> mapper.readValue("{\"at\":3,\"isOpen\":true,\"more\":1}", Vendor.class))
                .isInstanceOf(DatabindException.class);
    }
}
