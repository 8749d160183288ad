package cat.eset.registry.internal.sir;

import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.core.Person;
import cat.eset.registry.sir.SirError;
import cat.eset.registry.sir.SirException;
import cat.eset.transport.Modality;
import cat.eset.transport.Product;
import cat.eset.transport.pci.Attachment;
import cat.eset.transport.pci.CivilServant;
import cat.eset.transport.pci.PciAccessDeniedException;
import cat.eset.transport.pci.PciAnswer;
import cat.eset.transport.pci.PciAuthenticationException;
import cat.eset.transport.pci.PciClient;
import cat.eset.transport.pci.PciDuplicateRequestException;
import cat.eset.transport.pci.PciException;
import cat.eset.transport.pci.PciFaultException;
import cat.eset.transport.pci.PciRequest;
import cat.eset.transport.pci.PciStateException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Calls of SIR over the PCI. */
public final class SirCalls {

    static final String SERVICE = "SIR";
    private static final Modality MODALITY = Product.SIR.soleModality();

    private final PciClient pci;
    private final Clock clock;
    private final RandomGenerator random;

    /** Over this client. */
    public SirCalls(PciClient pci, Clock clock, RandomGenerator random) {
        this.pci = pci;
        this.clock = clock;
        this.random = random;
    }

    /** What came of trying to do something: an answer, or the doubt about what became of it. */
    record Attempt<T>(Optional<T> done, Optional<Failure> doubt, boolean duplicate) {}

    /**
     * Asks something that may be asked again.
     *
     * @throws SirException if the service answers with an error or with nothing
     */
    public <Q, T> T ask(SirCodec<Q, T> codec, Q question) {
        OperationId identity = OperationId.next(clock, random);
        SirAnswer<T> answer = pci.sincron(
                        PciRequest.query(identity, MODALITY, codec, question).build())
                .fold(PciAnswer.Completed::value, pending -> {
                    throw new SirException(
                            failure(codec, "was accepted and not answered yet", null)
                                    .retry(Failure.Retry.LATER)
                                    .remedy("Ask again later.")
                                    .build(),
                            "");
                });
        return answer.good()
                .orElseThrow(() -> new SirException(refusal(codec, answer, null).build(), answer.code()));
    }

    /**
     * Does something with an effect, in the name of an official.
     *
     * @param requestId identity of this one request
     * @param operation identity of what is done, for messages
     * @throws PciException if certainly nothing was done
     */
    <Q, T> Attempt<T> perform(
            OperationId requestId,
            OperationId operation,
            SirCodec<Q, T> codec,
            Q content,
            Person by,
            List<Attachment> files) {
        PciRequest.Builder<Q, SirAnswer<T>> request =
                PciRequest.effect(requestId, MODALITY, codec, content).civilServant(CivilServant.of(by));
        files.forEach(request::attach);
        try {
            return pci.sincron(request.build())
                    .fold(
                            completed -> read(codec, operation, completed.value()),
                            pending -> doubt(failure(codec, "was taken and not answered yet", operation)));
        } catch (PciDuplicateRequestException e) {
            Failure failure = because(codec, operation, e).build();
            return new Attempt<>(Optional.empty(), Optional.of(failure), true);
        } catch (PciAuthenticationException | PciAccessDeniedException e) {
            throw e;
        } catch (PciStateException | PciFaultException e) {
            // A failure of the PCI says nothing about what SIR did before.
            return doubt(because(codec, operation, e));
        } catch (PciException e) {
            if (e.failure().effect() == Failure.Effect.NONE) {
                throw e;
            }
            return doubt(because(codec, operation, e));
        }
    }

    private static <T> Attempt<T> read(SirCodec<?, T> codec, OperationId operation, SirAnswer<T> answer) {
        Optional<T> good = answer.good();
        return good.isPresent()
                ? new Attempt<>(good, Optional.empty(), false)
                : doubt(refusal(codec, answer, operation));
    }

    private static <T> Attempt<T> doubt(Failure.Builder failure) {
        return new Attempt<>(
                Optional.empty(),
                Optional.of(failure.effect(Failure.Effect.UNKNOWN)
                        .retry(Failure.Retry.SAME_OPERATION)
                        .build()),
                false);
    }

    private static Failure.Builder because(SirCodec<?, ?> codec, OperationId operation, PciException cause) {
        return Failure.of(
                        cause.failure().fault(),
                        codec.operation() + ": " + cause.failure().what())
                .service(SERVICE)
                .remote(
                        cause.failure().remoteCode().orElse(null),
                        cause.failure().remoteText().orElse(null))
                .operation(operation)
                .effect(Failure.Effect.UNKNOWN)
                .retry(Failure.Retry.SAME_OPERATION)
                .cause(cause);
    }

    private static Failure.Builder refusal(SirCodec<?, ?> codec, SirAnswer<?> answer, @Nullable OperationId operation) {
        if (answer.code().equals(SirError.OK) || answer.code().isEmpty()) {
            return failure(codec, "was answered without what its contract promises", operation)
                    .retry(Failure.Retry.LATER)
                    .remedy("Ask again; if it goes on, report it to the support of the consortium.");
        }
        SirError error = SirError.of(answer.code());
        return failure(codec, "was answered with an error: " + error.meaning(), operation)
                .remote(answer.code(), answer.text())
                .remedy(error.remedy());
    }

    private static Failure.Builder failure(SirCodec<?, ?> codec, String what, @Nullable OperationId operation) {
        return Failure.of(Failure.Fault.REMOTE, codec.operation() + " " + what)
                .service(SERVICE)
                .operation(operation);
    }
}
