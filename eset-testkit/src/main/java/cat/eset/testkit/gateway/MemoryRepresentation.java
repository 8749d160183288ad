package cat.eset.testkit.gateway;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.id.Nif;
import cat.eset.core.representation.Power;
import cat.eset.core.representation.RepresentationGateway;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A register of the powers it was given. Immutable and thread-safe. */
public final class MemoryRepresentation implements RepresentationGateway {

    private final Clock clock;
    private final List<Power> powers;

    private MemoryRepresentation(Clock clock, List<Power> powers) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.powers = List.copyOf(powers);
    }

    /** A register of these powers. */
    public static MemoryRepresentation of(Clock clock, Power... powers) {
        return new MemoryRepresentation(clock, List.of(powers));
    }

    @Override
    public Answer powers(Nif grantor, Nif attorney) {
        List<Power> found = powers.stream()
                .filter(power ->
                        power.grantor().equals(grantor) && power.attorney().equals(attorney))
                .toList();
        Instant now = clock.instant();
        String proof = "<poders consulta=\"" + now + "\" nombre=\"" + found.size() + "\"/>";
        return new Answer(found, now, DocumentContent.of(proof.getBytes(StandardCharsets.UTF_8), MediaType.XML));
    }
}
