package cat.eset.store;

import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.event.Aggregate;
import cat.eset.core.event.Change;
import cat.eset.core.event.Event;
import cat.eset.core.event.Recorded;
import cat.eset.core.expedient.ExpedientNumber;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One kind of what leaves the town hall from an expedient, named by its operation. */
final class Sendings<S extends Aggregate, E extends Event> implements Aggregates.Shape<S, E> {

    /** What every sending has. */
    record Facts(TownHall townHall, OperationId operation, Enum<?> state, ExpedientNumber expedient) {}

    private static final String ORDER = "place";
    private static final String ONE = "t.id = ? AND t.kind = ?";
    private static final String IN = "t.tenant = ? AND t.kind = ? AND t.state = ?";
    private static final String OF_EXPEDIENT =
            "t.tenant = ? AND t.kind = ? AND t.expedient_year = ? AND t.expedient_number = ?";

    private final Aggregates<S, E> sendings;
    private final String kind;
    private final Function<S, Facts> facts;
    private final Function<List<Recorded<E>>, S> replay;

    Sendings(Ground ground, String kind, Function<S, Facts> facts, Function<List<Recorded<E>>, S> replay) {
        this.sendings = ground.aggregates(this);
        this.kind = kind;
        this.facts = facts;
        this.replay = replay;
    }

    void save(Change<S, E> change) {
        sendings.save(change);
    }

    Optional<S> find(OperationId operation) {
        return sendings.one(ONE, operation.value(), kind);
    }

    List<S> in(TownHall townHall, Enum<?> state) {
        return sendings.many(IN, ORDER, sendings.scope().tenant(townHall), kind, state);
    }

    List<S> of(TownHall townHall, ExpedientNumber expedient) {
        return sendings.many(
                OF_EXPEDIENT, ORDER, sendings.scope().tenant(townHall), kind, expedient.year(), expedient.sequence());
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public String table() {
        return "sending";
    }

    @Override
    public Row row(S state) {
        Facts sending = facts.apply(state);
        return Row.of(table(), sending.townHall().ine10().value())
                .key("id", sending.operation().value())
                .set("kind", kind)
                .set("state", sending.state())
                .set("expedient_year", sending.expedient().year())
                .set("expedient_number", sending.expedient().sequence());
    }

    @Override
    public S replay(List<Recorded<E>> events) {
        return replay.apply(events);
    }
}
