package cat.eset.notify.internal;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.notify.ENotumException;
import cat.eset.notify.internal.wire.Caller;
import cat.eset.notify.internal.wire.NtAnswer;
import cat.eset.notify.internal.wire.NtCodec;
import cat.eset.notify.internal.wire.NtRequest;
import cat.eset.transport.Modality;
import cat.eset.transport.Product;
import cat.eset.transport.pci.PciAnswer;
import cat.eset.transport.pci.PciClient;
import cat.eset.transport.pci.PciRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Calls of e-NOTUM over the PCI in a role. */
public final class NtCalls {

    static final String SERVICE = "e-NOTUM";
    private static final Modality MODALITY = Product.ENOTUM.soleModality();

    private final PciClient pci;
    private final Optional<String> backOffice;
    private final Caller caller;
    private final Clock clock;
    private final RandomGenerator random;

    /** Calls in this role. */
    public NtCalls(PciClient pci, Optional<String> backOffice, Caller caller, Clock clock, RandomGenerator random) {
        this.pci = pci;
        this.backOffice = backOffice;
        this.caller = caller;
        this.clock = clock;
        this.random = random;
    }

    /** The same calls in another role. */
    public NtCalls as(Caller other) {
        return new NtCalls(pci, backOffice, other, clock, random);
    }

    /**
     * Asks something that may be asked again.
     *
     * @throws ENotumException if the service answers with errors or with nothing
     */
    public <Q, T> T ask(NtCodec<Q, T> codec, Q question) {
        NtAnswer<T> answer = answerTo(codec, question);
        if (!answer.errors().isEmpty()) {
            throw new ENotumException(
                    Refusals.failure(codec.operation() + " was answered with an error", answer.errors(), null),
                    Refusals.worstFirst(answer.errors()));
        }
        return answer.body().orElseThrow(() -> noAnswer(codec.operation()));
    }

    /** Asks something and gives errors back as part of the answer. */
    <Q, T> NtAnswer<T> answerTo(NtCodec<Q, T> codec, Q question) {
        OperationId identity = OperationId.next(clock, random);
        PciRequest<NtRequest<Q>, NtAnswer<T>> request = PciRequest.query(
                        identity, MODALITY, codec, new NtRequest<>(backOffice, caller, question))
                .build();
        return pci.sincron(request).fold(PciAnswer.Completed::value, pending -> {
            throw new ENotumException(
                    Failure.of(Failure.Fault.REMOTE, codec.operation() + " was accepted and not answered yet")
                            .service(SERVICE)
                            .retry(Failure.Retry.LATER)
                            .remedy("Ask again later.")
                            .build(),
                    List.of());
        });
    }

    /** Does something that has an effect, with exactly this identity; empty: accepted and not answered yet. */
    <Q, T> Optional<NtAnswer<T>> perform(
            OperationId identity,
            NtCodec<Q, T> codec,
            Q content,
            UnaryOperator<PciRequest.Builder<NtRequest<Q>, NtAnswer<T>>> rest) {
        PciRequest.Builder<NtRequest<Q>, NtAnswer<T>> request =
                PciRequest.effect(identity, MODALITY, codec, new NtRequest<>(backOffice, caller, content));
        return pci.sincron(rest.apply(request).build())
                .fold(completed -> Optional.of(completed.value()), pending -> Optional.empty());
    }

    private static EsetException noAnswer(String operation) {
        return new ENotumException(
                Failure.of(Failure.Fault.REMOTE, operation + " was answered with neither errors nor content")
                        .service(SERVICE)
                        .retry(Failure.Retry.LATER)
                        .remedy("Ask again; if it goes on, report it to the support of the consortium.")
                        .build(),
                List.of());
    }
}
