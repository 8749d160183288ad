package cat.eset.store.desk;

import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An open expedient in a list.
 *
 * @param number its number
 * @param title what it is about
 * @param series code of its class
 * @param phase its phase
 * @param openedAt when it was opened
 * @param due the first day after which something in it is late: its resolution, a step of work, a term it waits for
 * @param openWork steps of work that are not done
 * @param openWaits steps that wait
 */
public record ExpedientRow(
        ExpedientNumber number,
        String title,
        String series,
        Phase phase,
        Instant openedAt,
        Optional<LocalDate> due,
        int openWork,
        int openWaits) {}
