package cat.eset.testkit.internal.mux;

import cat.eset.testkit.mux.MuxLeg;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
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

    /** Documents hung on it by MUX V2, by GUID: {@code nom} and {@code descripcio}. */
    final Map<String, Map<String, String>> uploads = new LinkedHashMap<>();

    Leg(String transactionId, String leg) {
        this.transactionId = transactionId;
        this.leg = leg;
    }

    boolean hasNumber() {
        return !principalNumber.isEmpty() || !auxiliaryNumber.isEmpty();
    }

    boolean hasNumber(String number) {
        return !number.isEmpty() && (number.equals(principalNumber) || number.equals(auxiliaryNumber));
    }

    /** The number of the registry that numbered it first. */
    String numberOfRecord() {
        return principalNumber.isEmpty() ? auxiliaryNumber : principalNumber;
    }

    /** When the auxiliary registry, or the principal one, numbered it. */
    Instant registeredAt(boolean auxiliary) {
        return auxiliary ? OffsetDateTime.parse(auxiliaryDate).toInstant() : MuxDates.answerDate(principalDate);
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
