package cat.eset.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.Actor;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.decree.BookKind;
import cat.eset.core.decree.CorrectionPlan;
import cat.eset.core.decree.Decree;
import cat.eset.core.decree.DecreeBook;
import cat.eset.core.decree.DecreeNumber;
import cat.eset.core.decree.OfficialBook;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentId;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.Opening;
import cat.eset.core.expedient.Series;
import cat.eset.core.id.Nif;
import cat.eset.core.organisation.Absence;
import cat.eset.core.organisation.Appointment;
import cat.eset.core.organisation.Authority;
import cat.eset.core.organisation.Delegation;
import cat.eset.core.organisation.Organisation;
import cat.eset.core.rule.Rule;
import cat.eset.core.rule.RuleBrokenException;
import cat.eset.core.signature.SignatureGroup;
import cat.eset.core.signature.SignatureResult;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The decree circuit (contract eset-model 7, legal-rules R9). */
class DecreeCircuitTest {

    private final Town town = new Town();
    private final DecreeCircuit decrees = town.work.decrees();
    private final ExpedientNumber expedient = town.work
            .expedients()
            .open(
                    Opening.exOfficio("Expedient", Series.of("1373", "Llicències"), Assignee.group("Urbanisme"))
                            .build(),
                    town.technician)
            .number();

    private DocumentId proposed(SignatureGroup group) {
        DocumentId id = decrees.draft(expedient, "Decret", "Extracte", Town.pdf("decret"), group, town.technician)
                .document();
        decrees.propose(id, town.technician);
        return id;
    }

    private Decree approved() {
        DocumentId id = proposed(SignatureGroup.MAYOR_OR_DELEGATE);
        decrees.sign(id, town.mayor);
        return decrees.approve(id, town.secretary);
    }

    private static DecreeNumber number(Decree decree) {
        return decree.number().orElseThrow();
    }

    @Test
    void theYearIsThatOfTheTimeStampInMadridWhateverTheDayOfTheNumbering() {
        // legal-rules R9, edge: 31/12/2025 23:59:30 local is of 2025; 1/1/2026 00:00:10 is number 1 of 2026.
        town.clock.set(Instant.parse("2025-12-31T22:59:30Z"));
        DocumentId last = proposed(SignatureGroup.MAYOR_OR_DELEGATE);
        decrees.sign(last, town.mayor);
        town.clock.set(Instant.parse("2025-12-31T23:00:10Z"));
        DocumentId first = proposed(SignatureGroup.MAYOR_OR_DELEGATE);
        decrees.sign(first, town.mayor);
        town.clock.set(Instant.parse("2026-01-08T09:00:00Z"));

        assertThat(number(decrees.approve(first, town.secretary))).hasToString("0001/2026");
        assertThat(number(decrees.approve(last, town.secretary))).hasToString("0001/2025");
        OfficialBook book2025 = town.store
                .decreeBook()
                .book(Town.EL_BRUC, BookKind.DECREES, 2025)
                .orElseThrow();
        assertThat(book2025.places().get(0).date()).contains(LocalDate.of(2025, 12, 31));
    }

    /**
     * The circuit on a store as another process sees it while the first book of the year is being opened: until a number of the year was waited for, the
     * book is not there.
     */
    private DecreeCircuit seenBehindAnotherProcess() {
        AtomicBoolean waited = new AtomicBoolean();
        DecreeBook book = town.store.decreeBook();
        DecreeBook late = proxy(DecreeBook.class, (proxy, method, args) -> {
            if (method.getName().equals("nextNumber")) {
                waited.set(true);
            }
            return method.getName().equals("book") && !waited.get() ? Optional.empty() : method.invoke(book, args);
        });
        WorkStore store = proxy(
                WorkStore.class,
                (proxy, method, args) ->
                        method.getName().equals("decreeBook") ? late : method.invoke(town.store, args));
        return WorkModel.builder(store, town.clock)
                .signatures(town.signing)
                .build()
                .decrees();
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(DecreeCircuitTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Test
    void theSecondOfTwoThatOpenTheBookOfAYearWaitsAndFindsIt() {
        DocumentId second = proposed(SignatureGroup.MAYOR_OR_DELEGATE);
        decrees.sign(second, town.mayor);
        DocumentId third = decrees.draft(
                        expedient,
                        "Decret",
                        "Extracte",
                        Town.pdf("esborrany"),
                        SignatureGroup.MAYOR_OR_DELEGATE,
                        town.technician)
                .document();
        approved();

        assertThat(number(seenBehindAnotherProcess().approve(second, town.secretary)))
                .hasToString("0002/2026");
        assertThat(seenBehindAnotherProcess()
                        .reserve(third, number -> Town.pdf("Decret " + number.text()), town.technician)
                        .reserved())
                .hasValueSatisfying(number -> assertThat(number).hasToString("0003/2026"));
        assertThat(book().places()).hasSize(3);
    }

    @Test
    void withoutTheMayorThereIsNoNumberAndNoTrace() {
        DocumentId id = proposed(SignatureGroup.MAYOR_AND_SECRETARY);
        assertThatThrownBy(() -> decrees.approve(id, town.secretary))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.rule().article()).contains("Llei 40/2015 art. 43.1"));
        assertThat(town.store.decreeBook().book(Town.EL_BRUC, BookKind.DECREES, 2026))
                .isEmpty();
        assertThat(number(approved()).sequence()).isEqualTo(1);
    }

    @Test
    void theAttestingSignatureIsNotNeededForTheNumber() {
        DocumentId id = proposed(SignatureGroup.MAYOR_AND_SECRETARY);
        decrees.sign(id, town.mayor);
        assertThat(decrees.approve(id, town.secretary).state()).isEqualTo(Decree.State.APPROVED);
    }

    @Test
    void anOfficeThatMayNotSignIsRefused() {
        DocumentId id = proposed(SignatureGroup.MAYOR_OR_DELEGATE);
        assertThatThrownBy(() -> decrees.sign(id, town.technician)).isInstanceOf(RuleBrokenException.class);
        assertThat(decrees.get(id).state()).isEqualTo(Decree.State.IN_SIGNATURE);
    }

    @Test
    void aRefusedDecreeIsADraftAgainAndTakesNoNumber() {
        DocumentId id = proposed(SignatureGroup.MAYOR_OR_DELEGATE);
        town.signing.nextRefuses();
        assertThat(decrees.sign(id, town.mayor)).isInstanceOf(SignatureResult.Rejected.class);
        assertThat(decrees.get(id).state()).isEqualTo(Decree.State.DRAFT);
        assertThat(town.store.documents().find(id).orElseThrow().state()).isEqualTo(Document.State.DRAFT);
        decrees.propose(id, town.technician);
        decrees.sign(id, town.mayor);
        assertThat(number(decrees.approve(id, town.secretary)).sequence()).isEqualTo(1);
    }

    @Test
    void aSignerWhoTakesDaysIsAskedOnce() {
        DocumentId id = proposed(SignatureGroup.MAYOR_OR_DELEGATE);
        town.signing.nextWaits();
        assertThat(decrees.sign(id, town.mayor)).isInstanceOf(SignatureResult.Waiting.class);
        assertThat(decrees.follow(id, town.mayor)).isInstanceOf(SignatureResult.Signed.class);
        assertThat(town.signing.requests).hasSize(1);
        assertThat(decrees.approve(id, town.secretary).state()).isEqualTo(Decree.State.APPROVED);
    }

    @Test
    void anApprovedDecreeIsNeverEditedAndAnotherOneAnnulsIt() {
        Decree wrong = approved();
        Decree right = approved();
        assertThatThrownBy(() -> town.work
                        .expedients()
                        .changeDocument(
                                wrong.document(), town.technician, (d, by, at) -> d.rewrite(d.content(), by, at)))
                .isInstanceOf(RuleBrokenException.class);
        Decree annulled = decrees.annul(wrong.document(), right.document(), town.mayor);
        assertThat(annulled.number()).isEqualTo(wrong.number());
        assertThat(annulled.annulledBy()).isEqualTo(right.number());
        assertThat(annulled.isInForce()).isFalse();
    }

    @Test
    void theRemedyDependsOnThirdPartiesAndOnTheNotification() {
        Decree decree = approved();
        assertThat(decree.correctionPlan(true)).isEqualTo(CorrectionPlan.ANNUL_AND_REPLACE_APART);
        assertThat(decree.correctionPlan(false)).isEqualTo(CorrectionPlan.ANNUL_AND_REPLACE_IN_ONE);
        Decree notified = decrees.change(
                decree.document(), town.secretary, (d, by, at) -> d.mark(Decree.Mark.NOTIFIED, "n1", by, at));
        assertThat(notified.correctionPlan(true)).isEqualTo(CorrectionPlan.ANNUL_AND_REPLACE_IN_ONE);
    }

    @Test
    void aBookClosesWhenEveryPlaceIsTranscribed() {
        Decree one = approved();
        approved();
        OfficialBook open = book();
        assertThatThrownBy(() -> open.close("diligència", town.secretary, town.clock.instant()))
                .isInstanceOf(RuleBrokenException.class);
        decrees.transcribe(one.document(), town.secretary);
        town.store.decreeBook().year(Town.EL_BRUC, 2026).stream()
                .filter(d -> d.state() == Decree.State.APPROVED)
                .forEach(d -> decrees.transcribe(d.document(), town.secretary));
        OfficialBook closed = book().close("diligència de tancament", town.secretary, town.clock.instant())
                .state();
        assertThat(closed.isClosed()).isTrue();
        assertThat(closed.between(2, 2)).hasSize(1);
        assertThat(closed.between(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2)))
                .hasSize(2);
        assertThatThrownBy(() -> closed.reserve(town.secretary, town.clock.instant()))
                .isInstanceOf(RuleBrokenException.class);
    }

    @Test
    void onlyTheSecretaryTranscribes() {
        DocumentId decree = approved().document();
        for (Actor other : List.of(town.mayor, town.technician, town.registrar)) {
            assertThatThrownBy(() -> decrees.transcribe(decree, other))
                    .isInstanceOfSatisfying(
                            RuleBrokenException.class,
                            e -> assertThat(e.rule())
                                    .extracting(Rule::id, Rule::article)
                                    .containsExactly("transcribe.secretary", "RD 128/2018 art. 3.2.e"));
            assertThatThrownBy(() -> book().transcribe(1, other, town.clock.instant()))
                    .isInstanceOf(RuleBrokenException.class);
        }
        assertThat(decrees.get(decree).state()).isEqualTo(Decree.State.APPROVED);
        assertThat(decrees.transcribe(decree, town.secretary).state()).isEqualTo(Decree.State.TRANSCRIBED);
    }

    private DocumentId reserved() {
        DocumentId id = decrees.draft(
                        expedient,
                        "Decret",
                        "Extracte",
                        Town.pdf("esborrany"),
                        SignatureGroup.MAYOR_OR_DELEGATE,
                        town.technician)
                .document();
        decrees.reserve(id, number -> Town.pdf("Decret " + number.text()), town.technician);
        return id;
    }

    @Test
    void aReservedNumberIsInTheTextThatIsSignedAndIsTheOneOfTheDecree() throws Exception {
        DocumentId id = reserved();
        Decree other = approved();
        assertThat(number(other).sequence()).isEqualTo(2);
        String text = new String(
                town.work
                        .expedients()
                        .content(town.store.documents().find(id).orElseThrow())
                        .readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text).contains("Decret 0001/2026");
        assertThat(decrees.get(id).number()).isEmpty();

        decrees.propose(id, town.technician);
        decrees.sign(id, town.mayor);
        assertThat(number(decrees.approve(id, town.secretary))).hasToString("0001/2026");
        assertThat(book().places())
                .extracting(OfficialBook.Place::state)
                .containsExactly(OfficialBook.PlaceState.ENTERED, OfficialBook.PlaceState.ENTERED);
    }

    @Test
    void aReservationThatFailsStaysInTheBookAsVoidWithADiligence() {
        DocumentId id = reserved();
        decrees.propose(id, town.technician);
        town.signing.nextRefuses();
        assertThat(decrees.sign(id, town.mayor)).isInstanceOf(SignatureResult.Rejected.class);
        assertThat(decrees.get(id).state()).isEqualTo(Decree.State.DRAFT);
        assertThat(decrees.get(id).reserved()).isEmpty();
        OfficialBook.Place place = book().places().get(0);
        assertThat(place.state()).isEqualTo(OfficialBook.PlaceState.VOID);
        String diligence = place.diligence().orElseThrow();
        assertThat(town.store.diligences().find(cat.eset.core.diligence.DiligenceId.of(diligence)))
                .isPresent();

        decrees.propose(id, town.technician);
        decrees.sign(id, town.mayor);
        assertThat(number(decrees.approve(id, town.secretary)).sequence()).isEqualTo(2);
        decrees.transcribe(id, town.secretary);
        assertThat(decrees.closeBook(2026, town.secretary).isClosed()).isTrue();
        assertThat(decrees.book(Town.EL_BRUC, 2026).between(1, 2)).hasSize(2);
    }

    @Test
    void aReservedNumberOfLastYearIsOfNoUse() {
        town.clock.set(Instant.parse("2025-12-31T22:00:00Z"));
        DocumentId id = reserved();
        decrees.propose(id, town.technician);
        town.clock.set(Instant.parse("2026-01-02T09:00:00Z"));
        decrees.sign(id, town.mayor);
        assertThatThrownBy(() -> decrees.approve(id, town.secretary))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.rule().id()).isEqualTo("decree.year"));
        decrees.giveUpNumber(id, "signat l'any següent", town.secretary);
        assertThat(decrees.book(Town.EL_BRUC, 2025).places().get(0).state()).isEqualTo(OfficialBook.PlaceState.VOID);
        assertThat(decrees.discard(id, "es torna a redactar", town.secretary).state())
                .isEqualTo(Decree.State.DISCARDED);
        assertThat(town.store.decreeBook().book(Town.EL_BRUC, BookKind.DECREES, 2026))
                .isEmpty();
    }

    @Test
    void discardingFreesAReservedNumberOnlyAsVoid() {
        DocumentId id = reserved();
        decrees.discard(id, "ja no cal", town.technician);
        assertThat(book().places().get(0).state()).isEqualTo(OfficialBook.PlaceState.VOID);
        assertThat(number(approved()).sequence()).isEqualTo(2);
    }

    @Test
    void theOrganisationSaysWhoMaySignThatDay() {
        Person mayor = town.mayor.person();
        Person deputy = new Person(Nif.of("00000001R"), "Regidora Fictícia");
        Person stranger = new Person(Nif.of("00000002W"), "Desconegut Fictici");
        LocalDate today = LocalDate.of(2026, 3, 2);
        List<Appointment> holders = List.of(Appointment.of(mayor, Office.MAYOR, Town.EL_BRUC, today.minusYears(1)));
        AtomicReference<Organisation> known = new AtomicReference<>(Organisation.of(holders));
        WorkModel strict = town.builder()
                .organisation(() -> Objects.requireNonNull(known.get()))
                .build();

        DocumentId id = proposed(SignatureGroup.MAYOR_OR_DELEGATE);
        Actor delegate = new Actor(deputy, Office.DELEGATED_COUNCILLOR, Town.EL_BRUC);
        for (Actor nobody : List.of(
                new Actor(stranger, Office.MAYOR, Town.EL_BRUC),
                delegate,
                new Actor(deputy, Office.MAYOR, Town.EL_BRUC))) {
            assertThatThrownBy(() -> strict.decrees().sign(id, nobody))
                    .isInstanceOfSatisfying(
                            RuleBrokenException.class,
                            e -> assertThat(e.rule().id()).isEqualTo("sign.authority"));
        }
        assertThat(town.signing.requests).isEmpty();

        // ROF art. 44: a delegation is effective the day after its decree.
        known.set(new Organisation(
                holders,
                List.of(Delegation.byDecree(Office.MAYOR, deputy, Town.EL_BRUC, "0001/2026", today)),
                List.of(),
                List.of()));
        assertThatThrownBy(() -> strict.decrees().sign(id, delegate)).isInstanceOf(RuleBrokenException.class);
        town.clock.advance(java.time.Duration.ofDays(1));
        assertThat(strict.signatures().authority(id, delegate).orElseThrow().how())
                .isEqualTo(Authority.How.DELEGATE);
        assertThat(strict.decrees().sign(id, delegate)).isInstanceOf(SignatureResult.Signed.class);

        // LBRL art. 23.3: while the mayor is away the first deputy signs as mayor, and the mayor does not.
        known.set(new Organisation(
                holders, List.of(), List.of(deputy), List.of(new Absence(mayor, today, today.plusDays(5)))));
        DocumentId second = proposed(SignatureGroup.MAYOR_OR_DELEGATE);
        assertThatThrownBy(() -> strict.decrees().sign(second, town.mayor)).isInstanceOf(RuleBrokenException.class);
        assertThat(strict.decrees().sign(second, new Actor(deputy, Office.MAYOR, Town.EL_BRUC)))
                .isInstanceOf(SignatureResult.Signed.class);
    }

    private OfficialBook book() {
        return town.store
                .decreeBook()
                .book(Town.EL_BRUC, BookKind.DECREES, 2026)
                .orElseThrow();
    }
}
