package cat.eset.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.eset.core.Secret;
import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import cat.eset.notify.error.ENotumError;
import cat.eset.notify.internal.wire.RequestsTest;
import cat.eset.notify.notice.CompanyDocument;
import cat.eset.notify.notice.ContentLanguage;
import cat.eset.notify.notice.Notice;
import cat.eset.notify.notice.NoticeDocument;
import cat.eset.notify.notice.Recipient;
import cat.eset.notify.record.ChannelChange;
import cat.eset.notify.record.NotificationId;
import cat.eset.notify.record.NotificationState;
import cat.eset.notify.record.PaperPractice;
import cat.eset.notify.record.RecipientCriteria;
import cat.eset.notify.record.Search;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.pki.TestPki;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of docs/e-notum.md is true in every cell: each number in it is what a client got through real sockets. */
class OperationsTableTest {

    private static final String COMPANY = "A58818501";
    private static final String CITIZEN = "00000000T";
    private static final TownHall OTHER =
            TownHall.of("Ajuntament d'Altraprova", Ine10.of("0899980003"), Dir3.of("L01089998"));

    private static Desk desk;
    private static ENotum enotum;
    private static ENotum other;
    private static ENotum withUnknownBackOffice;

    @BeforeAll
    static void open() {
        desk = Desk.open(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0))
                .withTownHalls(List.of(TestPki.VILAPROVA, OTHER)));
        enotum = desk.client();
        other = enotum.onBehalfOf(
                OTHER, desk.consortium().pki().townHallSeal(OTHER).credentials());
        withUnknownBackOffice = desk.client(b -> b.backOffice("CAP"));
    }

    @AfterAll
    static void close() {
        withUnknownBackOffice.close();
        other.close();
        enotum.close();
        desk.close();
    }

    // What the numbers come from: one request each, through the client.

    private static long send(Notice notice) {
        return enotum.send(desk.operation(), notice)
                .fold(queued -> 0L, refused -> refused.error().code(), unknown -> -1L);
    }

    private static long acted(ActionResult result) {
        return result.fold(
                done -> 0L,
                already -> already.error().code(),
                refused -> refused.errors().get(0).code(),
                unknown -> -1L);
    }

    private static long asked(Runnable question) {
        ENotumException e = catchThrowableOfType(ENotumException.class, question::run);
        return e == null || e.errors().isEmpty() ? 0 : e.errors().get(0).code();
    }

    private static Notice.Documenting toMaria() {
        return Notice.notification("Un acte")
                .to(Recipient.person(Nif.of(CITIZEN), "Maria", "Exemple").email("maria@exemple.cat"));
    }

    private static NotificationId deposited(Notice notice) {
        SendResult.Queued queued = (SendResult.Queued) enotum.send(desk.operation(), notice);
        desk.consortium().clock().advanceBy(Duration.ofMinutes(30));
        return queued.id();
    }

    private static NotificationId deposited() {
        return deposited(desk.registeredNotice());
    }

    private static NotificationId onPaper(Recipient recipient) {
        return deposited(Notice.notification("Un acte en paper")
                .to(recipient)
                .resolution(Desk.PDF)
                .complementingPaper()
                .build());
    }

    private static CitizenDesk citizen(String nif, String level) {
        return enotum.asCitizen(Secret.of(desk.consortium().enotum().logIn(nif, level)));
    }

    private static CitizenDesk maria() {
        return citizen(CITIZEN, "SUBSTANCIAL");
    }

    private static long accepted(CitizenDesk citizen, NotificationId id) {
        return acted(citizen.accept(desk.operation(), id));
    }

    private static long acceptedOnPaper(NotificationId id) {
        return acted(enotum.recordPaperAcceptance(
                desk.operation(),
                id,
                new PaperPractice(Nif.of("00000001R"), desk.consortium().clock().instant(), "ACUSE-1")));
    }

    private static NotificationId broken() {
        NotificationId id = deposited();
        desk.consortium().enotum().breakEngine(id.value());
        desk.consortium().clock().advanceBy(Duration.ofDays(11));
        return id;
    }

    private static NotificationId expired() {
        NotificationId id = deposited();
        desk.consortium().clock().advanceBy(Duration.ofDays(11));
        return id;
    }

    private static NotificationId cancelled() {
        NotificationId id = deposited();
        enotum.cancel(desk.operation(), id, "Error material");
        return id;
    }

    private record Seen(String operation, long code, Supplier<Long> how) {}

    private static Stream<Seen> paths() {
        NotificationId unknown = NotificationId.of(1);
        ChannelChange change = ChannelChange.toDigitalByEmail("maria@exemple.cat");
        return Stream.of(
                new Seen("ProcessarTramesa", 720, () -> {
                    desk.consortium().enotum().declarePublicBody("B58818501");
                    return send(Notice.notification("Un acte")
                            .to(Recipient.company(Nif.of("B58818501"), "Un consorci"))
                            .resolution(Desk.PDF)
                            .build());
                }),
                new Seen(
                        "ProcessarTramesa",
                        912,
                        () -> send(toMaria()
                                .resolution(NoticeDocument.desalFile("a.pdf", "11111111-2222-4333-8444-000000000000"))
                                .build())),
                new Seen("ProcessarTramesa", 923, () -> {
                    String reference = "11111111-2222-4333-8444-000000000001";
                    desk.consortium().enotum().putInDocumentStore(reference, new byte[] {1});
                    return send(toMaria()
                            .resolution(
                                    NoticeDocument.desalFile("a.pdf", reference).withSha256(Desk.PDF.sha256()))
                            .build());
                }),
                new Seen("ProcessarTramesa", 1044, () -> {
                    desk.consortium().enotum().refuseNext("ProcessarTramesa", 1044);
                    return send(desk.registeredNotice());
                }),
                new Seen(
                        "ProcessarTramesa",
                        1100,
                        () -> send(toMaria().resolution(Desk.PDF).tag("cap").build())),
                new Seen(
                        "ProcessarTramesa",
                        3021,
                        () -> withUnknownBackOffice
                                .send(desk.operation(), desk.registeredNotice())
                                .fold(queued -> 0L, refused -> refused.error().code(), unclear -> -1L)),
                new Seen("Consulta", 1010, () -> asked(() -> enotum.consult(unknown))),
                new Seen("Consulta", 1015, () -> asked(() -> other.consult(deposited()))),
                new Seen(
                        "Consulta",
                        1032,
                        () -> asked(() -> citizen(CITIZEN, "BAIX").open(deposited()))),
                new Seen(
                        "Consulta",
                        1050,
                        () -> asked(() -> enotum.asCitizen(Secret.of("fals")).open(unknown))),
                new Seen(
                        "Consulta",
                        3010,
                        () -> asked(() -> citizen("00000001R", "ALT").open(deposited()))),
                new Seen("Consulta", 3035, () -> asked(() -> maria().open(deposited()))),
                new Seen(
                        "Cerca",
                        3014,
                        () -> asked(() -> maria().searchAll(
                                        Search.builder()
                                                .recipient(RecipientCriteria.person(
                                                        cat.eset.notify.notice.PersonDocument.nif(Nif.of(CITIZEN))))
                                                .build(),
                                        hit -> {}))),
                new Seen(
                        "Cerca",
                        3021,
                        () -> asked(() ->
                                withUnknownBackOffice.search(Search.builder().build(), 1))),
                new Seen(
                        "Cerca",
                        3103,
                        () -> asked(() -> enotum.search(
                                Search.builder()
                                        .state(NotificationState.of("VISTA"))
                                        .build(),
                                1))),
                new Seen(
                        "Evidencia", 926, () -> asked(() -> maria().evidencePdf(deposited(), ContentLanguage.ENGLISH))),
                new Seen("Evidencia", 1010, () -> asked(() -> enotum.evidenceXml(unknown))),
                new Seen("Evidencia", 3020, () -> asked(() -> enotum.evidencePdf(deposited()))),
                new Seen("Evidencia", 3104, () -> {
                    desk.consortium().enotum().refuseNext("Evidencia", 3104);
                    return asked(() -> enotum.evidencePdf(expired()));
                }),
                new Seen("Practicar", 1032, () -> accepted(citizen(CITIZEN, "BAIX"), deposited())),
                new Seen(
                        "Practicar",
                        1041,
                        () -> acted(maria().acceptAndChangeChannel(desk.operation(), deposited(), change))),
                new Seen(
                        "Practicar",
                        1043,
                        () -> acted(enotum.asRepresentativeOf(
                                        CompanyDocument.cif(Nif.of(COMPANY)),
                                        Secret.of(desk.consortium().enotum().logIn(CITIZEN, "ALT")))
                                .acceptAndChangeChannel(
                                        desk.operation(),
                                        onPaper(Recipient.company(Nif.of(COMPANY), "Exemple SA")),
                                        change))),
                new Seen("Practicar", 1047, () -> acceptedOnPaper(deposited())),
                new Seen(
                        "Practicar",
                        1202,
                        () -> accepted(
                                maria(),
                                deposited(Notice.communication("Un avis")
                                        .to(Recipient.person(Nif.of(CITIZEN), "Maria", "Exemple")
                                                .email("maria@exemple.cat"))
                                        .resolution(Desk.PDF)
                                        .build()))),
                new Seen("Practicar", 3003, () -> {
                    NotificationId id = deposited();
                    accepted(maria(), id);
                    return acted(maria().reject(desk.operation(), id));
                }),
                new Seen("Practicar", 3004, () -> accepted(maria(), broken())),
                new Seen("Practicar", 3005, () -> {
                    SendResult.Queued queued = (SendResult.Queued) enotum.send(
                            desk.operation(),
                            toMaria().resolution(Desk.PDF).complementingPaper().build());
                    return acceptedOnPaper(queued.id());
                }),
                new Seen("Practicar", 3010, () -> accepted(citizen("00000001R", "ALT"), deposited())),
                new Seen("Practicar", 3037, () -> accepted(maria(), expired())),
                new Seen("Anullacio", 1010, () -> acted(enotum.cancel(desk.operation(), unknown, "Error material"))),
                new Seen("Anullacio", 1015, () -> acted(other.cancel(desk.operation(), deposited(), "Error material"))),
                new Seen(
                        "Anullacio", 3038, () -> acted(enotum.cancel(desk.operation(), cancelled(), "Error material"))),
                new Seen("RecuperarReport", 1010, () -> asked(() -> enotum.report(unknown))),
                new Seen("RecuperarReport", 1015, () -> asked(() -> other.report(deposited()))),
                new Seen(
                        "Resum",
                        1050,
                        () -> asked(() -> enotum.asCitizen(Secret.of("fals")).summary())),
                new Seen(
                        "Resum",
                        3021,
                        () -> asked(() -> withUnknownBackOffice
                                .asCitizen(Secret.of(desk.consortium().enotum().logIn(CITIZEN, "ALT")))
                                .summary())),
                new Seen("Resum", 3036, () -> asked(() -> maria().summary())));
    }

    static Stream<Arguments> errorPaths() {
        return paths().map(p -> Arguments.of(p.operation() + " " + p.code(), p.code(), p.how()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("errorPaths")
    void theServiceRefusesAndTheClientSaysWhy(String name, long code, Supplier<Long> how) {
        assertThat(how.get()).isEqualTo(code);
        assertThat(ENotumError.of(code).isKnown()).isTrue();
    }

    @Test
    void anActionOfUnknownOutcomeSaysSo() {
        NotificationId id = deposited();
        desk.consortium().enotum().failAfterNext("Anullacio", 103);

        assertThat(enotum.cancel(desk.operation(), id, "Error material")).isInstanceOf(ActionResult.Unknown.class);
        assertThat(enotum.consult(id).state()).hasValue(NotificationState.CANCELLED);

        desk.consortium().enotum().failAfterNext("ProcessarTramesa", 103);
        cat.eset.core.OperationId operation = desk.operation();
        assertThat(enotum.send(operation, desk.registeredNotice())).isInstanceOf(SendResult.Unknown.class);
        assertThat(enotum.reconcile(operation)).isInstanceOf(Reconciliation.Found.class);
    }

    // What the table says.

    /** Cells by operation: the operation, here, implemented, validated, simulated, error paths. */
    private static Map<String, List<String>> table() throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("../docs/e-notum.md"))) {
            if (line.startsWith("| `")) {
                List<String> cells =
                        Arrays.stream(line.split("\\|")).map(String::strip).toList();
                if (cells.size() == 7) {
                    rows.put(cells.get(1).replaceAll("`| .*", ""), cells.subList(1, 7));
                }
            }
        }
        return rows;
    }

    @Test
    void everyOperationHasItsRow() throws IOException {
        assertThat(table().keySet())
                .containsExactly(
                        "ProcessarTramesa",
                        "Consulta",
                        "Cerca",
                        "Evidencia",
                        "Practicar",
                        "Anullacio",
                        "RecuperarReport",
                        "Resum",
                        "RecepcioReports",
                        "ParaulaPas");
        table().forEach((operation, cells) -> {
            boolean leftOut = operation.equals("ParaulaPas");
            assertThat(cells.get(2)).startsWith(leftOut ? "no" : "yes");
            assertThat(cells.get(4)).startsWith(leftOut ? "no" : "yes");
        });
    }

    @Test
    void whatIsSaidToBeHereIsHere() throws Exception {
        Pattern method = Pattern.compile("`(?:(ENotum|CitizenDesk)\\.)?([a-z]\\w*)`");
        for (List<String> cells : table().values()) {
            Class<?> owner = ENotum.class;
            for (var m : method.matcher(cells.get(1)).results().toList()) {
                if (m.group(1) != null) {
                    owner = m.group(1).equals("ENotum") ? ENotum.class : CitizenDesk.class;
                }
                assertThat(owner.getMethods()).extracting(Method::getName).contains(m.group(2));
            }
        }
    }

    @Test
    void whatIsSaidToBeValidatedIsValidated() throws IOException {
        List<String> validated = RequestsTest.names();
        table().forEach((operation, cells) -> {
            if (cells.get(3).startsWith("yes")) {
                assertThat(validated).anyMatch(name -> name.startsWith(operation));
            }
        });
    }

    @Test
    void theErrorsOfTheTableAreThoseThatWereSeen() throws IOException {
        Map<String, TreeSet<Long>> seen = new LinkedHashMap<>();
        paths().forEach(p ->
                seen.computeIfAbsent(p.operation(), o -> new TreeSet<>()).add(p.code()));
        table().forEach((operation, cells) -> {
            List<Long> said = new ArrayList<>();
            Pattern.compile("\\b\\d{3,4}\\b(?! of)")
                    .matcher(cells.get(5))
                    .results()
                    .map(m -> Long.parseLong(m.group()))
                    .forEach(said::add);
            assertThat(said)
                    .as(operation)
                    .containsExactlyElementsOf(Objects.requireNonNullElseGet(seen.get(operation), TreeSet::new));
        });
    }
}
