package cat.eset.store;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A line to a database that is cut at a chosen question: the question does not get there, or its answer does not come back. What was open at
 * the database is rolled back there, as a server does when it loses a client.
 */
final class CutLine {

    private static final Set<String> QUESTIONS = Set.of("executeQuery", "executeUpdate", "executeBatch", "commit");

    private final DataSource database;
    private int left = Integer.MAX_VALUE;
    private boolean loseAnswer;

    CutLine(DataSource database) {
        this.database = database;
    }

    DataSource dataSource() {
        return Faults.proxy(DataSource.class, (proxy, method, args) -> {
            if (!method.getName().equals("getConnection")) {
                throw new UnsupportedOperationException(method.getName());
            }
            if (isCut()) {
                throw gone();
            }
            return new Line(database.getConnection()).connection();
        });
    }

    /** Cuts at the nth question from now. */
    void cutAt(int question, boolean afterIt) {
        left = question;
        loseAnswer = afterIt;
    }

    /** Whether the line was cut; it is whole again afterwards. */
    boolean mend() {
        boolean wasCut = left <= 0;
        left = Integer.MAX_VALUE;
        return wasCut;
    }

    private boolean isCut() {
        return --left == 0;
    }

    private static SQLException gone() {
        return new SQLException("the line was cut", "08006");
    }

    private final class Line {
        private final Connection real;
        private boolean dead;

        Line(Connection real) {
            this.real = real;
        }

        Connection connection() {
            return Faults.proxy(Connection.class, (proxy, method, args) -> {
                if (method.getName().equals("close") && dead) {
                    return null;
                }
                Object answer = ask(method, real, args);
                return answer instanceof PreparedStatement statement
                        ? Faults.proxy(PreparedStatement.class, (p, m, a) -> ask(m, statement, a))
                        : answer;
            });
        }

        private Object ask(Method method, Object whom, Object[] args) throws Throwable {
            if (dead && !method.getName().equals("close")) {
                throw gone();
            }
            if (!QUESTIONS.contains(method.getName()) || !isCut()) {
                return Faults.invoke(whom, method, args);
            }
            if (loseAnswer) {
                Faults.invoke(whom, method, args);
            }
            dead = true;
            real.rollback();
            real.close();
            throw gone();
        }
    }
}
