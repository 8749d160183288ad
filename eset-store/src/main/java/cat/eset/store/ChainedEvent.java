package cat.eset.store;

import cat.eset.core.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;

/**
 * An event as its row says it, column by column: all that its link covers.
 *
 * @param tenant whose chain
 * @param position place in it
 * @param kind of the aggregate
 * @param aggregate which of the kind
 * @param version of the aggregate after it
 * @param type of the event
 * @param at when it happened, as precise as the databases are
 * @param shapes version of the shapes of the body
 * @param body the event
 */
record ChainedEvent(
        String tenant,
        long position,
        String kind,
        String aggregate,
        long version,
        String type,
        Instant at,
        int shapes,
        String body) {

    ChainedEvent {
        at = Sql.precise(at);
    }

    /** The link of the event: a digest over the link before it and all of the event, each part after its length. */
    String linkAfter(String before) {
        MessageDigest digest = Sha256.digest();
        for (String part : List.of(
                before,
                tenant,
                Long.toString(position),
                kind,
                aggregate,
                Long.toString(version),
                type,
                at.toString(),
                Integer.toString(shapes),
                body)) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return Sha256.ofDigest(digest.digest()).hex();
    }
}
