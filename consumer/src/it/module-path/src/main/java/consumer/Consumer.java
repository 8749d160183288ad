package consumer;

import cat.eset.core.OperationId;
import cat.eset.core.Secret;
import cat.eset.core.TownHall;
import cat.eset.core.calendar.WorkingCalendar;
import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import cat.eset.core.term.Term;
import cat.eset.json.EsetModule;
import cat.eset.notify.notice.Recipient;
import cat.eset.registry.mux.TokenRules;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureLevel;
import cat.eset.store.JdbcStore;
import cat.eset.store.StoreSchema;
import cat.eset.transport.AocEnvironment;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;

/** Uses a little of every module, as any program of a vendor would. */
public final class Consumer {

    private Consumer() {}

    public static void main(String[] args) throws Exception {
        TownHall elBruc = TownHall.of("Ajuntament del Bruc", Ine10.of("0802530003"), Dir3.of("L01080253"));
        JsonMapper mapper = JsonMapper.builder().addModule(EsetModule.create()).build();
        must(mapper.readValue(mapper.writeValueAsString(elBruc), TownHall.class).equals(elBruc), "JSON");

        WorkingCalendar calendar = WorkingCalendar.catalonia().of("El Bruc");
        LocalDate end = Term.workingDays(10)
                .from(LocalDate.of(2026, 3, 26))
                .on(WorkingCalendars.of(calendar))
                .end();
        must(end.equals(LocalDate.of(2026, 4, 13)), "the term, which needs the calendar that comes with the core");

        must(TokenRules.builder(Secret.of("0123456789abcdef0123456789abcdef")).build()
                .problemOf(Optional.of("Bearer none")).isPresent(), "the registry");
        must(!Recipient.person(Nif.of("00000000T"), "Maria", "Exemple").toString().contains("Maria"), "the notice");
        must(Pades.level(SignatureLevel.B) != null, "the signature");
        must(!AocEnvironment.preproduction().isProduction(), "the transport");

        JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:consumer", "", "");
        StoreSchema.of(database, "eset").migrate();
        JdbcStore store = JdbcStore.builder(database, Clock.systemUTC()).build().of(elBruc);
        must(store.chainEnd(elBruc).position() == 0, "the store, whose tables come with it");
        database.dispose();
        System.out.println(elBruc.name() + ", operation " + OperationId.next());
    }

    private static void must(boolean promise, String what) {
        if (!promise) {
            throw new IllegalStateException(what);
        }
    }
}
