package cat.eset.registry.internal.mux2;

import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.registry.mux2.Mux2Exception;
import cat.eset.registry.mux2.Mux2Result;
import cat.eset.transport.Modality;
import cat.eset.transport.pci.PciAccessDeniedException;
import cat.eset.transport.pci.PciAnswer;
import cat.eset.transport.pci.PciAuthenticationException;
import cat.eset.transport.pci.PciClient;
import cat.eset.transport.pci.PciException;
import cat.eset.transport.pci.PciFaultException;
import cat.eset.transport.pci.PciRequest;
import cat.eset.transport.pci.PciStateException;
import java.time.Clock;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls of MUX V2 over the PCI. Thread-safe. */
public final class Mux2Calls {

    private static final Logger LOG = LoggerFactory.getLogger(Mux2Calls.class);
    private static final String SERVICE = "MUX V2";

    private final PciClient pci;
    private final String application;
    private final Clock clock;
    private final RandomGenerator random;

    /** In the name of this application. */
    public Mux2Calls(PciClient pci, String application, Clock clock, RandomGenerator random) {
        this.pci = pci;
        this.application = application;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Asks something that may be asked again.
     *
     * @throws PciException if it was not answered
     * @throws Mux2Exception if it was accepted and not answered yet
     */
    public Resposta ask(Modality modality, Peticio question) {
        OperationId identity = OperationId.next(clock, random);
        PciRequest<Peticio, Resposta> request =
                PciRequest.query(identity, modality, codec(question), question).build();
        return pci.sincron(request).fold(PciAnswer.Completed::value, pending -> {
            throw new Mux2Exception(
                    Failure.of(Failure.Fault.REMOTE, question.name() + " was accepted and not answered yet")
                            .service(SERVICE)
                            .retry(Failure.Retry.LATER)
                            .remedy("Ask again later.")
                            .build());
        });
    }

    /** An answer that is neither what was asked for nor a known error. */
    public static Mux2Exception unusable(Peticio question, Resposta answer) {
        String what = answer.isOk()
                ? question.name() + " was answered without what was asked for"
                : question.name() + " was answered with an error";
        return new Mux2Exception(Failure.of(Failure.Fault.REMOTE, what)
                .service(SERVICE)
                .remote(answer.codes(), answer.texts())
                .retry(Failure.Retry.LATER)
                .remedy("Read the text: MUX V2 has one code for all errors. If it goes on, report it.")
                .build());
    }

    /**
     * Does something, with exactly this identity.
     *
     * @param howToLook what tells whether it was done, for the person who has to find out
     * @throws PciException if certainly nothing was done
     */
    public Mux2Result perform(
            OperationId operation,
            Modality modality,
            Peticio order,
            String howToLook,
            Function<Resposta, Mux2Result> done) {
        PciRequest.Builder<Peticio, Resposta> request = PciRequest.effect(operation, modality, codec(order), order);
        order.files().forEach(request::attach);
        try {
            return pci.sincron(request.build())
                    .fold(
                            completed -> read(operation, order, completed.value(), howToLook, done),
                            pending -> unknown(operation, "MUX took it and did not answer yet", howToLook, null));
        } catch (PciAuthenticationException | PciAccessDeniedException e) {
            throw e;
        } catch (PciStateException | PciFaultException e) {
            // A failure of the PCI, also of a repeated identity, says nothing about what MUX did before.
            return unknown(operation, e.failure().what(), howToLook, e);
        } catch (PciException e) {
            if (e.failure().effect() == Failure.Effect.NONE) {
                throw e;
            }
            return unknown(operation, e.failure().what(), howToLook, e);
        }
    }

    private static Mux2Result read(
            OperationId operation,
            Peticio order,
            Resposta answer,
            String howToLook,
            Function<Resposta, Mux2Result> done) {
        if (answer.isOk()) {
            LOG.info("MUX V2 did {} as operation {}", order.name(), operation);
            return done.apply(answer);
        }
        if (answer.code().equals("KO")) {
            LOG.info("MUX V2 refused {} of operation {}: {}", order.name(), operation, answer.codes());
            return new Mux2Result.Refused(
                    operation,
                    Failure.of(Failure.Fault.REMOTE, "MUX V2 refused " + order.name())
                            .service(SERVICE)
                            .operation(operation)
                            .remote(answer.codes(), answer.texts())
                            .remedy("Read the text: there is one code for all errors. " + howToLook)
                            .build());
        }
        return unknown(operation, "the answer says neither that it worked nor that it did not", howToLook, null);
    }

    private static Mux2Result unknown(
            OperationId operation, String what, String howToLook, @Nullable PciException cause) {
        LOG.warn("Outcome of operation {} at MUX V2 is unknown: {}", operation, what);
        Failure.Builder failure = Failure.of(
                        cause == null ? Failure.Fault.REMOTE : cause.failure().fault(), what)
                .service(SERVICE)
                .operation(operation)
                .effect(Failure.Effect.UNKNOWN)
                .retry(Failure.Retry.SAME_OPERATION)
                .remedy(howToLook);
        if (cause != null) {
            failure.remote(
                            cause.failure().remoteCode().orElse(null),
                            cause.failure().remoteText().orElse(null))
                    .cause(cause);
        }
        return new Mux2Result.Unknown(operation, failure.build());
    }

    private PeticioCodec codec(Peticio request) {
        return new PeticioCodec(application, request.name());
    }
}
