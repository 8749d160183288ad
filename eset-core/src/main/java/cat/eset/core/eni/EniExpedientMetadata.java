package cat.eset.core.eni;

import cat.eset.core.InvalidValueException;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.EniExpedientId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The compulsory metadata of an ENI expedient (contract eni 3).
 *
 * @param version the norm they follow (VersionNTI)
 * @param id identifier
 * @param organs DIR3 codes, as written, at least one
 * @param openedAt opening
 * @param classification procedure
 * @param state state
 * @param interested NIFs of the interested persons, or DIR3 codes; personal data
 */
public record EniExpedientMetadata(
        String version,
        EniExpedientId id,
        List<String> organs,
        Instant openedAt,
        EniClassification classification,
        EniExpedientState state,
        List<String> interested) {

    /** Checks the values. */
    public EniExpedientMetadata {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(id, "id");
        organs = List.copyOf(organs);
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(classification, "classification");
        Objects.requireNonNull(state, "state");
        interested = List.copyOf(interested);
        if (organs.isEmpty()) {
            throw InvalidValueException.of("EniExpedientMetadata", "at least one organ");
        }
    }

    /** The metadata of an expedient of one organ. */
    public static EniExpedientMetadata of(
            EniExpedientId id,
            Dir3 organ,
            Instant openedAt,
            EniClassification classification,
            EniExpedientState state,
            List<String> interested) {
        return new EniExpedientMetadata(
                EniNames.EXPEDIENT, id, List.of(organ.value()), openedAt, classification, state, interested);
    }

    /** Does not print who is interested. */
    @Override
    public String toString() {
        return "EniExpedientMetadata[" + id + ", " + state + ", " + interested.size() + " interested]";
    }
}
