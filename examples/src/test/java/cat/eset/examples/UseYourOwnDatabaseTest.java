package cat.eset.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.Actor;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.store.JdbcStore;
import cat.eset.store.StoreSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

class UseYourOwnDatabaseTest {

    private static final TownHall TOWN =
            TownHall.of("Ajuntament del Bruc", Ine10.of("0802530003"), Dir3.of("L01080253"));
    private static final Actor REGISTRAR =
            new Actor(new Person(Nif.of("00000000T"), "Registradora Fictícia"), Office.REGISTRAR, TOWN);
    private static final EntryDraft DRAFT =
            EntryDraft.entry("Sol·licitud de prova").build();

    @Test
    void theEntryAndTheRowOfTheVendorAreThereTogetherOrNotAtAll() throws SQLException {
        JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:vendor", "", "");
        try (Connection first = database.getConnection();
                Statement statement = first.createStatement()) {
            statement.execute("CREATE TABLE our_counter (entry VARCHAR(20) PRIMARY KEY, counter VARCHAR(10))");
            StoreSchema.of(database, StoreSchema.DEFAULT_NAME).migrate();
            JdbcStore store = JdbcStore.builder(
                            database, Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC))
                    .build()
                    .of(TOWN);
            UseYourOwnDatabase example = new UseYourOwnDatabase(database, store);

            assertThat(example.register(DRAFT, REGISTRAR, "1").number().sequence())
                    .isEqualTo(1);
            // The vendor's own statement fails: the number is given back.
            assertThatThrownBy(() -> example.register(DRAFT, REGISTRAR, "a counter with too long a name"))
                    .isInstanceOf(SQLException.class);
            assertThat(example.register(DRAFT, REGISTRAR, "2").number().sequence())
                    .isEqualTo(2);
            assertThat(store.registryBook().year(TOWN, Direction.ENTRY, 2026)).hasSize(2);
        }
        database.dispose();
    }
}
