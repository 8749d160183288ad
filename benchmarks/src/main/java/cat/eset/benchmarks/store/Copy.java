package cat.eset.benchmarks.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Many rows into one table, as fast as the server takes them. */
final class Copy implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final Connection connection;
    private final CopyIn copy;
    private final StringBuilder rows = new StringBuilder(CHUNK * 2);

    /**
     * Begins.
     *
     * @param into table and columns
     */
    Copy(String url, String into) throws SQLException {
        this.connection = DriverManager.getConnection(url);
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + into + " FROM STDIN");
    }

    void row(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            rows.append(i == 0 ? "" : "\t")
                    .append(values[i]
                            .toString()
                            .replace("\\", "\\\\")
                            .replace("\n", "\\n")
                            .replace("\t", "\\t"));
        }
        rows.append('\n');
        if (rows.length() > CHUNK) {
            flush();
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }

    @Override
    public void close() throws SQLException {
        try {
            flush();
            copy.endCopy();
        } finally {
            connection.close();
        }
    }
}
