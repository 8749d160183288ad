package cat.eset.store;

import cat.eset.core.TownHall;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Change;
import cat.eset.core.event.Recorded;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientEvent;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.ExpedientNumberFormat;
import cat.eset.core.expedient.ExpedientRepository;
import cat.eset.core.expedient.Situation;
import cat.eset.core.expedient.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Expedients. */
final class JdbcExpedients implements ExpedientRepository, Aggregates.Shape<Expedient, ExpedientEvent> {

    private static final String ORDER = "number_year, number";
    private static final String ONE = "t.tenant = ? AND t.number_year = ? AND t.number = ?";
    private static final String IN = "t.tenant = ? AND t.situation = ?";
    private static final String HOLDING = """
            t.tenant = ? AND EXISTS (SELECT 1 FROM eset.expedient_document d
              WHERE d.tenant = t.tenant AND d.document = ? AND d.number_year = t.number_year AND d.number = t.number)""";
    private static final String HOLD =
            "INSERT INTO eset.expedient_document (tenant, document, number_year, number) VALUES (?, ?, ?, ?)";

    private final Aggregates<Expedient, ExpedientEvent> expedients;
    private final ExpedientNumberFormat format;

    JdbcExpedients(Ground ground, ExpedientNumberFormat format) {
        this.expedients = ground.aggregates(this);
        this.format = format;
    }

    @Override
    public ExpedientNumber nextNumber(TownHall townHall, int year) {
        String tenant = expedients.scope().tenant(townHall);
        return format.number(
                year,
                expedients
                        .transactions()
                        .in(transaction -> Counters.next(transaction, tenant, Counters.EXPEDIENTS, year)));
    }

    @Override
    public void save(Change<Expedient, ExpedientEvent> change) {
        Expedient expedient = change.state();
        String tenant = expedient.townHall().ine10().value();
        expedients.transactions().in(transaction -> {
            expedients.save(change);
            if (change.previousVersion() == 0) {
                // Whoever brings the work of years from elsewhere may bring the tasks first.
                JdbcTasks.countOpen(transaction.sql(), tenant, expedient.number());
            }
            for (Recorded<ExpedientEvent> recorded : change.events()) {
                if (recorded.event() instanceof ExpedientEvent.DocumentIncorporated e) {
                    transaction
                            .sql()
                            .update(
                                    HOLD,
                                    tenant,
                                    e.document().value(),
                                    expedient.number().year(),
                                    expedient.number().sequence());
                }
            }
            return Boolean.TRUE;
        });
    }

    @Override
    public Optional<Expedient> find(TownHall townHall, ExpedientNumber number) {
        return expedients.one(ONE, expedients.scope().tenant(townHall), number.year(), number.sequence());
    }

    @Override
    public List<Expedient> in(TownHall townHall, Situation situation) {
        return expedients.many(IN, ORDER, expedients.scope().tenant(townHall), situation);
    }

    @Override
    public List<Expedient> holding(TownHall townHall, DocumentId document) {
        return expedients.many(HOLDING, ORDER, expedients.scope().tenant(townHall), document.value());
    }

    @Override
    public String kind() {
        return "Expedient";
    }

    @Override
    public String table() {
        return "expedient";
    }

    @Override
    public Row row(Expedient expedient) {
        return Row.of(table(), expedient.townHall().ine10().value())
                .key("number_year", expedient.number().year())
                .key("number", expedient.number().sequence())
                .set("printed", expedient.number().text())
                .set("subject", expedient.title())
                .set("series", expedient.series().code())
                .set("phase", expedient.phase())
                .set("situation", expedient.situation())
                .set("responsible", AssigneeKey.of(expedient.responsible()))
                .set("opened_at", expedient.openedAt())
                .set("due", due(expedient))
                .set("open_work", open(expedient, true))
                .set("open_waits", open(expedient, false));
    }

    private static int open(Expedient expedient, boolean work) {
        return (int) expedient.steps().stream()
                .filter(step -> step.isOpen() && step.what().isWork() == work)
                .count();
    }

    /** The first day after which something in it is late: its resolution, or a step. */
    private static LocalDate due(Expedient expedient) {
        return Stream.concat(
                        expedient.resolutionDeadline().stream(),
                        expedient.steps().stream().filter(Step::isOpen).flatMap(step -> lastDay(step.what()).stream()))
                .min(LocalDate::compareTo)
                .orElse(Never.DAY);
    }

    private static Optional<LocalDate> lastDay(Step.What what) {
        if (what instanceof Step.Work work) {
            return work.due();
        } else if (what instanceof Step.Waiting waiting) {
            return Optional.of(waiting.term().lastDay());
        } else if (what instanceof Step.FreeTask task) {
            return task.due();
        }
        return Optional.empty();
    }

    @Override
    public Expedient replay(List<Recorded<ExpedientEvent>> events) {
        return Expedient.replay(events);
    }
}
