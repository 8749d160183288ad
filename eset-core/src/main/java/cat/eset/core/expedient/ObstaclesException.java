package cat.eset.core.expedient;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import java.util.List;
import java.util.stream.Collectors;

/** An expedient that cannot close yet. Nothing has changed. */
public final class ObstaclesException extends EsetException {

    private static final long serialVersionUID = 1L;

    private final transient List<Obstacle> obstacles;

    /** These obstacles. */
    public ObstaclesException(ExpedientNumber expedient, List<Obstacle> obstacles) {
        super(Failure.of(
                        Failure.Fault.CALLER,
                        "Expedient " + expedient + " cannot close: " + obstacles.size()
                                + " obstacles (Llei 39/2015 art. 70; e-SET 4)")
                .remedy(obstacles.stream().limit(10).map(Obstacle::remedy).collect(Collectors.joining("; ")))
                .build());
        this.obstacles = List.copyOf(obstacles);
    }

    /** All of them. */
    public List<Obstacle> obstacles() {
        return obstacles;
    }
}
