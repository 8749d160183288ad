package cat.eset.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Changes that go to the database together, in their order: on PostgreSQL as one question, so that who waits for what they lock waits for one
 * round trip, however many they are. Each is to change one row. An insert of a row that is there changes none.
 */
final class Write {

    /**
     * Part of the changes, as one statement.
     *
     * @param first place of the first of its changes
     */
    record Question(int first, String sql, List<@Nullable Object> values) {}

    private record Change(String sql, List<@Nullable Object> values) {}

    private final Dialect dialect;
    private final List<Change> changes = new ArrayList<>();

    Write(Dialect dialect) {
        this.dialect = dialect;
    }

    /** One more insert, without a semicolon. */
    Write insert(String statement, @Nullable Object... its) {
        return update(statement + dialect.ifAbsent(), its);
    }

    /** One more change of what is there. */
    Write update(String statement, @Nullable Object... its) {
        changes.add(new Change(statement, Arrays.asList(its)));
        return this;
    }

    /** All changes, as many in each question as the database takes. */
    List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (int first = 0; first < changes.size(); first += dialect.together()) {
            List<Change> part = changes.subList(first, Math.min(changes.size(), first + dialect.together()));
            List<@Nullable Object> values = new ArrayList<>();
            part.forEach(change -> values.addAll(change.values()));
            questions.add(
                    new Question(first, part.stream().map(Change::sql).collect(Collectors.joining(";\n")), values));
        }
        return questions;
    }
}
