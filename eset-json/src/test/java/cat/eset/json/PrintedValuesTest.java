package cat.eset.json;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.Actor;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.registry.RegistryNumber;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is printed may be pasted into a public issue: records do not print what citizens and officials write. */
class PrintedValuesTest {

    /** Components in which people write. */
    private static final Set<String> WRITTEN = Set.of(
            "title",
            "extract",
            "body",
            "description",
            "statement",
            "request",
            "fact",
            "fileName",
            "payload",
            "answer",
            "reason",
            "outcome");

    /** Law, catalogues and simulated bodies: nobody's words. */
    private static final Set<String> NOBODYS = Set.of("cat.eset.core.representation.Power$OneBody");

    private final SampleValues samples = new SampleValues();

    @Test
    void recordsDoNotPrintWhatPeopleWrite() throws Exception {
        List<String> printed = new ArrayList<>();
        int looked = 0;
        for (Class<?> type : CoreTypes.all()) {
            if (!type.isRecord() || NOBODYS.contains(type.getName())) {
                continue;
            }
            for (RecordComponent component : type.getRecordComponents()) {
                if (isText(component) && WRITTEN.contains(component.getName())) {
                    List<String> texts = Stream.of(true, false)
                            .flatMap(full -> samples.any(type, full).stream())
                            .map(Object::toString)
                            .toList();
                    looked += texts.size();
                    texts.stream()
                            .filter(text -> text.contains(component.getName() + "="))
                            .forEach(printed::add);
                }
            }
        }
        assertThat(printed).isEmpty();
        assertThat(looked).isGreaterThan(40);
    }

    private static boolean isText(RecordComponent component) {
        return component.getGenericType().getTypeName().contains("java.lang.String");
    }

    @Test
    void aChangeDoesNotPrintTheWordsOfItsEvents() {
        TownHall townHall = TownHall.of("Ajuntament del Bruc", Ine10.of("0802530003"), Dir3.of("L01080253"));
        Actor registrar = new Actor(new Person(Nif.of("00000000T"), "Maria Exemple"), Office.REGISTRAR, townHall);
        Instant at = Instant.parse("2026-03-02T09:00:00Z");
        Change<?, ?> change = RegistryEntry.registered(
                        new RegistryNumber(Direction.ENTRY, 2026, 1, "2026/E/000001"),
                        at,
                        EntryDraft.entry("Queixa de Maria Exemple")
                                .genericRequest("Maria Exemple exposa", "i demana")
                                .build(),
                        registrar)
                .then(entry -> entry.giveBack("Maria Exemple no signa", registrar, at));

        assertThat(change.toString())
                .contains("2026/E/000001", "Registered", "Returned")
                .doesNotContain("Maria", "demana", "00000000T");
    }
}
