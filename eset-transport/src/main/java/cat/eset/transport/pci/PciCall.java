package cat.eset.transport.pci;

import cat.eset.core.Failure;
import cat.eset.core.Failure.Effect;
import cat.eset.core.Failure.Fault;
import cat.eset.core.Failure.Retry;
import cat.eset.core.OperationId;
import cat.eset.transport.Front;
import cat.eset.transport.Modality;
import java.util.List;

/**
 * What a message was about, to judge its answer and to word its errors.
 *
 * @param operation whose identity it bore
 * @param modality product and modality
 * @param front where it went
 * @param itemIds items that were asked for
 * @param effect whether it does something there
 */
record PciCall(OperationId operation, Modality modality, Front front, List<String> itemIds, boolean effect) {

    /** An error of which it is certain that nothing was registered. */
    Failure.Builder without(Fault fault, String what) {
        return Failure.of(fault, what).service("PCI " + modality).operation(operation);
    }

    /** An error after the PCI may have done what was asked. */
    Failure.Builder after(Fault fault, String what) {
        Failure.Builder failure = without(fault, what);
        return effect ? failure.effect(Effect.UNKNOWN) : failure.retry(Retry.LATER);
    }
}
