package cat.eset.documents.internal;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Asks again while later may be better, with pauses that double.
 *
 * @param total how long to wait in all
 * @param first first pause
 * @param longest longest pause
 * @param pause how to wait
 */
record Patience(Duration total, Duration first, Duration longest, Consumer<Duration> pause) {

    /** The first answer for which later would not be better; when the time is over, the last one. */
    DesalAnswer ask(Supplier<DesalAnswer> question, Predicate<DesalAnswer> laterIsBetter) {
        Duration waited = Duration.ZERO;
        Duration next = first;
        while (true) {
            DesalAnswer answer = question.get();
            if (!laterIsBetter.test(answer) || waited.plus(next).compareTo(total) > 0) {
                return answer;
            }
            pause.accept(next);
            waited = waited.plus(next);
            Duration twice = next.multipliedBy(2);
            next = twice.compareTo(longest) < 0 ? twice : longest;
        }
    }
}
