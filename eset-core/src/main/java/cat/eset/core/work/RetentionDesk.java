package cat.eset.core.work;

import cat.eset.core.Actor;
import cat.eset.core.LegalTime;
import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.Closing;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientEvent;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.Series;
import cat.eset.core.expedient.Situation;
import cat.eset.core.internal.Rules;
import cat.eset.core.retention.Disposition;
import cat.eset.core.retention.EliminationRecord;
import cat.eset.core.retention.EvaluationTable;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What becomes of closed expedients (contract legal-rules R13). Thread-safe. */
public final class RetentionDesk {

    private final Desk desk;
    private final Function<Series, Optional<EvaluationTable>> tables;

    RetentionDesk(Desk desk, Function<Series, Optional<EvaluationTable>> tables) {
        this.desk = desk;
        this.tables = tables;
    }

    /**
     * What becomes of an expedient, from its series, its last closing and today.
     *
     * @param blocks what else forbids its elimination; that it is open is seen here
     */
    public Disposition disposition(TownHall townHall, ExpedientNumber number, Set<Disposition.Block> blocks) {
        return disposition(desk.expedient(townHall, number), blocks);
    }

    private Disposition disposition(Expedient expedient, Set<Disposition.Block> blocks) {
        return Disposition.of(
                tables.apply(expedient.series()), closedOn(expedient), blocks, LegalTime.dateOf(desk.now()));
    }

    /**
     * Notes that an expedient was eliminated, by an approved record that is in the register of eliminations. What is said about it
     * stays; deleting the bytes is for who keeps them.
     *
     * @param record the line of the register of eliminations it is in
     * @throws cat.eset.core.rule.RuleBrokenException if its table, its term or a block does not allow it
     */
    public Expedient eliminate(
            ExpedientNumber number, EliminationRecord record, Set<Disposition.Block> blocks, Actor by) {
        return desk.inTransaction(() -> {
            Expedient expedient = desk.expedient(by.townHall(), number);
            boolean allowed = disposition(expedient, blocks) instanceof Disposition.Eliminable
                    && record.series().equals(expedient.series().code());
            Rules.ELIMINATION.require(allowed, "eliminating expedient " + number);
            Change<Expedient, ExpedientEvent> change = expedient.eliminate(record, by, desk.now());
            desk.store.expedients().save(change);
            return change.state();
        });
    }

    private static Optional<LocalDate> closedOn(Expedient expedient) {
        List<Closing> closings = expedient.closings();
        boolean closed = EnumSet.of(Situation.CLOSED, Situation.TRANSFERRED, Situation.ELIMINATED)
                .contains(expedient.situation());
        return closed ? closings.get(closings.size() - 1).closedAt().map(LegalTime::dateOf) : Optional.empty();
    }
}
