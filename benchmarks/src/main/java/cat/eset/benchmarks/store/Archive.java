package cat.eset.benchmarks.store;

import cat.eset.core.Actor;
import cat.eset.core.catalogue.StepCatalogue;
import cat.eset.core.event.Aggregate;
import cat.eset.core.event.Change;
import cat.eset.core.event.Event;
import cat.eset.core.event.Recorded;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientEvent;
import cat.eset.core.expedient.ExpedientNumberFormat;
import cat.eset.core.expedient.Opening;
import cat.eset.core.expedient.Phase;
import cat.eset.core.expedient.Series;
import cat.eset.core.expedient.Step;
import cat.eset.core.id.Nif;
import cat.eset.core.party.Party;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.registry.RegistryEvent;
import cat.eset.core.registry.RegistryNumberFormat;
import cat.eset.json.EsetModule;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Ten years of a busy town hall, written straight into the tables of the store: a million entries and 200 000 expedients that are all open,
 * which is worse than any real one. The events are made by the core and linked into a chain that {@code verifyChain} follows, so that what
 * is read is what the store itself would have written.
 */
final class Archive {

    static final int FIRST_YEAR = 2017;
    static final int YEARS = 10;
    static final int GROUPS = 40;

    /** The last instant of all. */
    static final Instant END = Instant.parse("2026-11-20T12:00:00Z");

    private static final StepCatalogue STEPS = StepCatalogue.standard();
    private static final Phase[] PHASES = {Phase.INITIATION, Phase.INSTRUCTION, Phase.RESOLUTION};
    private static final String[] WHAT = {"obres", "activitats", "subvencions", "ocupació", "plusvàlua", "arbrat"};
    private static final String[] WHERE = {"Major", "Nou", "Pont", "Estació", "Església", "Molí", "Camp", "Font"};
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final Actor clerk;
    private final String tenant;
    private final ObjectWriter json = JsonMapper.builder()
            .addModule(EsetModule.create())
            .build()
            .writerFor(new TypeReference<Recorded<Event>>() {});
    private final MessageDigest digest;
    private long position;
    private String hash = "0".repeat(64);

    Archive(Actor clerk) throws NoSuchAlgorithmException {
        this.clerk = clerk;
        this.tenant = clerk.townHall().ine10().value();
        this.digest = MessageDigest.getInstance("SHA-256");
    }

    /** What is asked about in title number so much. */
    static String subject(int number) {
        return "Llicència " + WHAT[number % WHAT.length] + " carrer " + WHERE[number / 7 % WHERE.length] + " "
                + number % 5_000 + " referència " + Integer.toString(number, 36);
    }

    /** Who is in charge of number so much. */
    static Assignee responsible(int number) {
        return Assignee.group("Grup " + number % GROUPS);
    }

    /** Fills the empty tables of a store. */
    void fill(String url, int entries, int expedients) throws SQLException, IOException {
        try (Copy events = new Copy(
                        url,
                        "eset.event (tenant, position, kind, aggregate, version, type, happened_at, shapes, body, hash)");
                Copy entryRows = new Copy(
                        url,
                        "eset.entry (tenant, direction, number_year, number, aggregate, version, printed, registered_at, state,"
                                + " done, subject)");
                Copy expedientRows = new Copy(
                        url,
                        "eset.expedient (tenant, number_year, number, aggregate, version, printed, subject, series, phase,"
                                + " situation, responsible, opened_at, due, open_work, open_waits)")) {
            int perYear = entries / YEARS;
            for (int i = 0; i < entries; i++) {
                entry(events, entryRows, i, FIRST_YEAR + i / perYear, i % perYear + 1, i >= entries - entries / 100);
            }
            int expedientsPerYear = expedients / YEARS;
            for (int i = 0; i < expedients; i++) {
                expedient(events, expedientRows, i, FIRST_YEAR + i / expedientsPerYear, i % expedientsPerYear + 1);
            }
        }
        finish(url, entries / YEARS, expedients / YEARS);
    }

    private static Instant at(int year, int sequence) {
        return Instant.parse(String.format(Locale.ROOT, "%04d-01-02T08:00:00Z", year))
                .plus(sequence * 200L, ChronoUnit.SECONDS);
    }

    /** The last of a hundred are pending; the others were filed. */
    private void entry(Copy events, Copy rows, int number, int year, int sequence, boolean pending)
            throws SQLException, IOException {
        EntryDraft draft = EntryDraft.entry(subject(number))
                .party(Party.person(Nif.of("00000000T"), "Maria", "Exemple"))
                .build();
        Instant at = at(year, sequence);
        Change<RegistryEntry, RegistryEvent> change = RegistryEntry.registered(
                RegistryNumberFormat.DEFAULT.number(Direction.ENTRY, year, sequence), at, draft, clerk);
        if (!pending) {
            change = change.then(entry -> entry.accept(clerk, at))
                    .then(entry -> entry.fileWithoutExpedient("D" + number, "No cal", clerk, at));
        }
        RegistryEntry entry = change.state();
        write(events, change);
        rows.row(
                tenant,
                "ENTRY",
                year,
                sequence,
                entry.key().id(),
                entry.version(),
                entry.number().text(),
                at,
                entry.state().name(),
                entry.isDone(),
                draft.extract());
    }

    /** Three in five have a step of work, one in ten of those late. */
    private void expedient(Copy events, Copy rows, int number, int year, int sequence)
            throws SQLException, IOException {
        Assignee responsible = responsible(number);
        Phase phase = PHASES[number % PHASES.length];
        Instant at = at(year, sequence);
        Change<Expedient, ExpedientEvent> change = Expedient.open(
                ExpedientNumberFormat.DEFAULT.number(year, sequence),
                Opening.exOfficio(subject(number), Series.of("1402", "Llicències d'obres menors"), responsible)
                        .build(),
                clerk,
                at);
        if (phase != Phase.INITIATION) {
            change = change.then(expedient -> expedient.phase(phase, clerk, at));
        }
        boolean work = number % 5 < 3;
        LocalDate due = LocalDate.of(2027, 1, 1).plusDays(number % 300 - (number % 50 == 0 ? 400 : 0));
        if (work) {
            change = change.then(expedient -> expedient.addStep(
                    new Step.Work(STEPS.get("INFORME_TECNIC"), responsible, Optional.of(due)), clerk, at));
        }
        Expedient expedient = change.state();
        write(events, change);
        rows.row(
                tenant,
                year,
                sequence,
                expedient.key().id(),
                expedient.version(),
                expedient.number().text(),
                expedient.title(),
                expedient.series().code(),
                expedient.phase().name(),
                expedient.situation().name(),
                responsible.fold(one -> "", group -> "group " + group.name()),
                at,
                work ? due : NEVER,
                work ? 1 : 0,
                0);
    }

    private <S extends Aggregate, E extends Event> void write(Copy events, Change<S, E> change)
            throws SQLException, IOException {
        String kind = change.state().key().kind();
        String aggregate = change.state().key().id();
        long version = 0;
        for (Recorded<E> event : change.events()) {
            String body = json.writeValueAsString(event);
            version++;
            link(kind, aggregate, version, body);
            events.row(
                    tenant,
                    position,
                    kind,
                    aggregate,
                    version,
                    event.event().type(),
                    event.at(),
                    EsetModule.SHAPES,
                    body,
                    hash);
        }
    }

    /** As the store does. */
    private void link(String kind, String aggregate, long version, String body) {
        position++;
        for (String part : List.of(hash, Long.toString(position), kind, aggregate, Long.toString(version), body)) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        hash = HexFormat.of().formatHex(digest.digest());
    }

    private void finish(String url, int entries, int expedients) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO eset.chain (tenant, position, hash, registered_at) VALUES ('" + tenant
                    + "', " + position + ", '" + hash + "', '" + END + "')");
            for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
                statement.execute("INSERT INTO eset.counter VALUES ('" + tenant + "', 'ENTRY', " + year + ", " + entries
                        + "), ('" + tenant + "', 'EXPEDIENT', " + year + ", " + expedients + ")");
            }
            statement.execute("VACUUM ANALYZE");
        }
    }
}
