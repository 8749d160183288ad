package cat.eset.benchmarks.store;

import cat.eset.core.event.Aggregate;
import cat.eset.core.event.Change;
import cat.eset.core.event.Event;
import cat.eset.core.event.Recorded;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.task.Task;
import cat.eset.json.EsetModule;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An archive copied straight into the tables of a store, because a million commands would take an hour. The events are linked into a chain that
 * {@code verifyChain} follows, so that what is read is what the store itself would have written.
 */
final class ArchiveCopy {

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);
    private static final String EVENTS =
            "eset.event (tenant, position, kind, aggregate, version, type, happened_at, shapes, body, hash)";

    /** Rows of a copy; what was copied is kept when the program is stopped. */
    private static final int TOGETHER = 20_000;

    private static final int BATCH = 500;
    private static final int BATCHES_AHEAD = 8;

    /** An aggregate as it is stored: its events, and the row that shows it. */
    private record Stored(String kind, String aggregate, List<Happened> events, List<Object> row) {}

    private record Happened(String type, Instant at, String body) {}

    private final Archive archive;
    private final String url;
    private final ObjectWriter json = JsonMapper.builder()
            .addModule(EsetModule.create())
            .build()
            .writerFor(new TypeReference<Recorded<Event>>() {});
    private final MessageDigest digest;
    private long position;
    private String hash = "0".repeat(64);

    ArchiveCopy(Archive archive, String url) throws NoSuchAlgorithmException {
        this.archive = archive;
        this.url = url;
        this.digest = MessageDigest.getInstance("SHA-256");
    }

    /** Fills the tables, or goes on where it was stopped. The core works in threads; the chain is one, and is linked in order. */
    void fill() throws SQLException, ExecutionException, InterruptedException {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            goOn();
            write(
                    threads,
                    "eset.entry (tenant, direction, number_year, number, aggregate, version, printed, registered_at, state, done, subject)",
                    archive.entries(),
                    this::entry);
            write(
                    threads,
                    "eset.expedient (tenant, number_year, number, aggregate, version, printed, subject, series, phase, situation,"
                            + " responsible, opened_at, due, open_work, open_waits, open_tasks)",
                    archive.expedients(),
                    this::expedient);
            write(
                    threads,
                    "eset.task (tenant, id, aggregate, version, is_open, assignee, subject, due, expedient_year, expedient_number)",
                    archive.tasks(),
                    this::task);
            finish();
        } finally {
            threads.shutdownNow();
        }
    }

    private void goOn() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet last = statement.executeQuery(
                        "SELECT position, hash FROM eset.event ORDER BY tenant DESC, position DESC FETCH FIRST 1 ROW ONLY")) {
            if (last.next()) {
                position = last.getLong("position");
                hash = last.getString("hash");
            }
        }
    }

    private int count(String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getInt(1);
        }
    }

    private void write(ExecutorService threads, String into, int all, IntFunction<Stored> made)
            throws SQLException, ExecutionException, InterruptedException {
        for (int from = count(into.substring(0, into.indexOf(' '))); from < all; from += TOGETHER) {
            try (Copy events = new Copy(url, EVENTS);
                    Copy rows = new Copy(url, into)) {
                write(threads, events, rows, from, Math.min(all, from + TOGETHER), made);
            }
        }
    }

    private void write(ExecutorService threads, Copy events, Copy rows, int begin, int end, IntFunction<Stored> made)
            throws SQLException, ExecutionException, InterruptedException {
        Queue<Future<List<Stored>>> ahead = new ArrayDeque<>();
        int next = begin;
        while (next < end || !ahead.isEmpty()) {
            while (next < end && ahead.size() < BATCHES_AHEAD) {
                int from = next;
                int to = Math.min(end, from + BATCH);
                ahead.add(threads.submit(
                        () -> IntStream.range(from, to).mapToObj(made).toList()));
                next = to;
            }
            for (Stored stored : ahead.remove().get()) {
                write(events, stored);
                rows.row(stored.row().toArray());
            }
        }
    }

    private void write(Copy events, Stored stored) throws SQLException {
        long version = 0;
        for (Happened event : stored.events()) {
            position++;
            version++;
            List<Object> row = List.of(
                    archive.tenant(),
                    position,
                    stored.kind(),
                    stored.aggregate(),
                    version,
                    event.type(),
                    event.at(),
                    EsetModule.SHAPES,
                    event.body());
            link(row);
            events.row(Stream.concat(row.stream(), Stream.of(hash)).toArray());
        }
    }

    /** As the store does. */
    private void link(List<Object> row) {
        part(hash);
        row.forEach(this::part);
        hash = HexFormat.of().formatHex(digest.digest());
    }

    private void part(Object value) {
        byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private Stored entry(int number) {
        Change<RegistryEntry, ?> change = archive.entry(number);
        RegistryEntry entry = change.state();
        return stored(
                change,
                archive.tenant(),
                entry.number().direction(),
                entry.number().year(),
                entry.number().sequence(),
                entry.key().id(),
                entry.version(),
                entry.number().text(),
                entry.registeredAt(),
                entry.state(),
                entry.isDone(),
                entry.content().extract());
    }

    private Stored expedient(int number) {
        Change<Expedient, ?> change = archive.expedient(number);
        Expedient expedient = change.state();
        boolean work = Archive.hasWork(number);
        return stored(
                change,
                archive.tenant(),
                expedient.number().year(),
                expedient.number().sequence(),
                expedient.key().id(),
                expedient.version(),
                expedient.number().text(),
                expedient.title(),
                expedient.series().code(),
                expedient.phase(),
                expedient.situation(),
                key(expedient.responsible()),
                expedient.openedAt(),
                work ? Archive.due(number) : NEVER,
                work ? 1 : 0,
                0,
                Archive.hasOpenTask(number) ? 1 : 0);
    }

    private Stored task(int number) {
        Change<Task, ?> change = archive.task(number);
        Task task = change.state();
        return stored(
                change,
                archive.tenant(),
                task.id().value(),
                task.key().id(),
                task.version(),
                task.isOpen(),
                key(task.assignee()),
                task.request().title(),
                task.request().due().orElse(NEVER),
                task.request().expedient().orElseThrow().year(),
                task.request().expedient().orElseThrow().sequence());
    }

    private static String key(Assignee assignee) {
        return assignee.fold(one -> "person " + one.person().nif().value(), group -> "group " + group.name());
    }

    private <S extends Aggregate, E extends Event> Stored stored(Change<S, E> change, Object... row) {
        List<Happened> events = change.events().stream()
                .map(event -> new Happened(event.event().type(), event.at(), body(event)))
                .toList();
        return new Stored(change.state().key().kind(), change.state().key().id(), events, List.of(row));
    }

    private String body(Recorded<? extends Event> event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finish() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM eset.chain; DELETE FROM eset.counter;"
                    + " INSERT INTO eset.chain (tenant, position, hash, registered_at) VALUES ('" + archive.tenant()
                    + "', "
                    + position + ", '" + hash + "', '" + Archive.END + "')");
            for (int year = Archive.FIRST_YEAR; year < Archive.FIRST_YEAR + Archive.YEARS; year++) {
                statement.execute("INSERT INTO eset.counter VALUES ('" + archive.tenant() + "', 'ENTRY', " + year + ", "
                        + archive.entriesPerYear() + "), ('" + archive.tenant() + "', 'EXPEDIENT', " + year + ", "
                        + archive.expedientsPerYear() + ")");
            }
            statement.execute("VACUUM ANALYZE");
            statement.execute("CHECKPOINT");
        }
    }
}
