package cat.eset.registry.internal.eacat;

import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.registry.eacat.EacatException;
import cat.eset.transport.Product;
import cat.eset.transport.pci.PciAnswer;
import cat.eset.transport.pci.PciClient;
import cat.eset.transport.pci.PciRequest;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;

/** Questions to EACAT over the PCI. */
public final class EacatCalls {

    static final String SERVICE = "EACAT";

    private final PciClient pci;
    private final Clock clock;
    private final RandomGenerator random;

    /** Over this client. */
    public EacatCalls(PciClient pci, Clock clock, RandomGenerator random) {
        this.pci = pci;
        this.clock = clock;
        this.random = random;
    }

    /**
     * The rows of an answer.
     *
     * @throws EacatException if EACAT answers with an error, or not yet
     */
    public <Q, T> List<T> ask(EacatCodec<Q, T> codec, Q question) {
        OperationId identity = OperationId.next(clock, random);
        return pci.sincron(PciRequest.query(identity, Product.EACAT.modality(codec.modality()), codec, question)
                        .build())
                .fold(PciAnswer.Completed::value, pending -> {
                    throw new EacatException(
                            Failure.of(Failure.Fault.REMOTE, codec.operation() + " was accepted and not answered yet")
                                    .service(SERVICE)
                                    .retry(Failure.Retry.LATER)
                                    .remedy("Ask again later.")
                                    .build());
                });
    }
}
