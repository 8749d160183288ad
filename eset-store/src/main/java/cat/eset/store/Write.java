package cat.eset.store;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Changes that go to the database as one question, in their order: who waits for what they lock waits for one round trip, however many they
 * are. Each is to change one row. An insert of a row that is there changes none.
 */
final class Write {

    private final Dialect dialect;
    private final StringJoiner sql = new StringJoiner(";\n");
    private final List<@Nullable Object> values = new ArrayList<>();

    Write(Dialect dialect) {
        this.dialect = dialect;
    }

    /** One more insert, without a semicolon. */
    Write insert(String statement, @Nullable Object... its) {
        return update(statement + dialect.ifAbsent(), its);
    }

    /** One more change of what is there. */
    Write update(String statement, @Nullable Object... its) {
        sql.add(statement);
        for (Object value : its) {
            values.add(value);
        }
        return this;
    }

    String sql() {
        return sql.toString();
    }

    @Nullable Object[] values() {
        return values.toArray();
    }
}
