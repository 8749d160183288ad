package cat.eset.testkit.internal.signador;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One job from its token to its result. Guarded by its engine. */
final class Job {

    /** A person has this long (contract 6). */
    static final Duration SIGNING_TIME = Duration.ofMinutes(5);

    /** Results are kept this long. */
    static final Duration KEPT = Duration.ofDays(15);

    enum State {
        CREATED,
        WAITING,
        SIGNED,
        REFUSED,
        EXPIRED
    }

    final String token;
    final String domain;
    final Instant created;
    Order order = Order.NONE;
    String request = "";
    final Map<String, byte[]> documents = new LinkedHashMap<>();
    Instant started = Instant.MAX;
    State state = State.CREATED;
    String error = "";
    String type = "";
    byte[] result = new byte[0];
    String sentBackTo = "";
    int callback;

    Job(String token, String domain, Instant created) {
        this.token = token;
        this.domain = domain;
        this.created = created;
    }

    List<String> names() {
        return List.copyOf(documents.keySet());
    }
}
