package cat.eset.store;

import java.sql.SQLException;

/**
 * What a driver said, without the values: PostgreSQL prints rows into its messages, and a log holds no personal data. What is kept is the
 * first line, which names the constraint, and the trace.
 */
final class SqlCause extends SQLException {

    private static final long serialVersionUID = 1L;

    SqlCause(SQLException e) {
        super(firstLine(e), e.getSQLState(), e.getErrorCode());
        setStackTrace(e.getStackTrace());
        if (e.getCause() instanceof SQLException cause) {
            initCause(new SqlCause(cause));
        } else if (e.getCause() != null) {
            initCause(e.getCause());
        }
    }

    private static String firstLine(SQLException e) {
        String message = String.valueOf(e.getMessage());
        // H2 appends the statement, and to a violated key its values.
        String first = message.lines().findFirst().orElse("").replaceAll("(?:VALUES|;).*", "");
        // Class 22 is about a value, and quotes it.
        return String.valueOf(e.getSQLState()).startsWith("22")
                ? first.replaceAll(":\\s*[\"'].*", "").strip()
                : first.strip();
    }
}
