package cat.eset.testkit.internal.mux;

import cat.eset.testkit.mux.MuxLeg;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One leg of a transaction inside MUX. Guarded by the ledger that owns it. */
final class Leg {

    final String transactionId;
    final String leg;
    int executions;
    String principalNumber = "";
    String principalDate = "";
    String presentedDate = "";
    String auxiliaryNumber = "";
    String auxiliaryDate = "";
    String receipt = "";
    Map<String, @Nullable Object> transaction = Map.of();
    Map<String, @Nullable Object> consolidation = Map.of();

    Leg(String transactionId, String leg) {
        this.transactionId = transactionId;
        this.leg = leg;
    }

    boolean hasNumber() {
        return !principalNumber.isEmpty() || !auxiliaryNumber.isEmpty();
    }

    MuxLeg toPublic() {
        Object consolidated = consolidation.get("numeroAssentament");
        return new MuxLeg(
                transactionId,
                leg,
                principalNumber,
                auxiliaryNumber,
                consolidated == null ? "" : consolidated.toString(),
                executions);
    }
}
