package cat.eset.benchmarks.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the server did with the very statements that a program sent, with their parameters: its own module {@code auto_explain} writes it into the log
 * as each statement ends. The plans are the generic ones, which know no parameter: those that a prepared statement may come to.
 *
 * @param url of the server
 * @param log of the server
 */
record Plans(String url, Path log) {

    private static final String EXPLAINED = "&prepareThreshold=1&options="
            + Stream.of(
                            "session_preload_libraries=auto_explain",
                            "auto_explain.log_min_duration=0",
                            "auto_explain.log_analyze=on",
                            "auto_explain.log_buffers=on",
                            "auto_explain.log_timing=off",
                            "plan_cache_mode=force_generic_plan")
                    .map(setting -> "-c%20" + setting)
                    .collect(Collectors.joining("%20"));

    /** The plans of the pages that are asked for meanwhile, oldest first. */
    List<String> of(Consumer<String> asking) throws IOException, SQLException, InterruptedException {
        long begin = Files.size(log);
        asking.accept(url + EXPLAINED);
        return Arrays.stream(loggedSince(begin).split("(?m)^(?=\\S)"))
                .filter(message -> message.contains("Query Text:") && message.contains("FETCH FIRST"))
                .map(Plans::readable)
                .toList();
    }

    /** The server writes its log apart: it is all there when what is logged last is. */
    private String loggedSince(long begin) throws IOException, SQLException, InterruptedException {
        String mark = UUID.randomUUID().toString();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("DO $$ BEGIN RAISE LOG '" + mark + "'; END $$");
        }
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        while (Instant.now().isBefore(end)) {
            byte[] all = Files.readAllBytes(log);
            String since = new String(all, (int) begin, all.length - (int) begin, StandardCharsets.UTF_8);
            if (since.contains(mark)) {
                return since;
            }
            Thread.sleep(20);
        }
        throw new IOException("The server does not log");
    }

    /** Without what it costs by estimate, and without the date of the log. */
    private static String readable(String message) {
        return message.substring(message.indexOf("Query Text:"))
                .replaceAll("\\(cost=[^)]*\\) ", "")
                .replaceAll(" loops=1\\)", ")")
                .replaceAll("(?m)^\t", "  ");
    }
}
