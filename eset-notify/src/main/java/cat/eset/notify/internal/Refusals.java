package cat.eset.notify.internal;

import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.notify.error.ENotumError;
import cat.eset.notify.error.RetryAdvice;
import cat.eset.notify.internal.wire.NtAnswer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Errors of the service: in order of gravity, and as a failure for people. */
final class Refusals {

    /** Several may come together: the worst says what to do (contract enotum 14). */
    private static final List<RetryAdvice> WORST_FIRST = List.of(
            RetryAdvice.CORRECT_FIRST,
            RetryAdvice.ARRANGE_ACCESS,
            RetryAdvice.UNKNOWN,
            RetryAdvice.READ_STATE,
            RetryAdvice.WITH_CARE,
            RetryAdvice.LATER);

    private Refusals() {}

    static List<ENotumError> worstFirst(List<NtAnswer.ErrorLine> lines) {
        return lines.stream()
                .map(line -> ENotumError.of(line.code()))
                .sorted(Comparator.comparingInt(e -> WORST_FIRST.indexOf(e.retry())))
                .toList();
    }

    /** Whether it is a failure of the service in the middle of its work, which leaves a send unknown. */
    static boolean leavesUnknown(List<ENotumError> errors) {
        return errors.stream().anyMatch(e -> e.retry() == RetryAdvice.WITH_CARE);
    }

    static Failure failure(String what, List<NtAnswer.ErrorLine> lines, @Nullable OperationId operation) {
        List<ENotumError> errors = worstFirst(lines);
        ENotumError worst = errors.get(0);
        String codes = errors.stream().map(e -> Long.toString(e.code())).collect(Collectors.joining(", "));
        String texts = lines.stream().map(NtAnswer.ErrorLine::text).distinct().collect(Collectors.joining(" | "));
        Failure.Retry retry = switch (worst.retry()) {
            case LATER -> Failure.Retry.LATER;
            case WITH_CARE -> Failure.Retry.SAME_OPERATION;
            default -> Failure.Retry.NEVER;
        };
        return Failure.of(worst.fault(), what + ": " + worst.meaning())
                .service(NtCalls.SERVICE)
                .remote(codes, texts)
                .operation(operation)
                .retry(retry)
                .remedy(worst.remedy())
                .build();
    }
}
