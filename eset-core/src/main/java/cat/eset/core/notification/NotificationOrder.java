package cat.eset.core.notification;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import cat.eset.core.party.Party;
import cat.eset.core.registry.RegistryNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be notified to whom. The identity of the sending is not here: it is the
 * {@link cat.eset.core.OperationId} of the call.
 *
 * @param kind with or without legal effect
 * @param title subject the recipient sees, 3 to 100 characters (contract enotum 5.3)
 * @param body text of the letter, 1 to 4000 characters
 * @param recipient to whom
 * @param resolution the document that is notified
 * @param annexes at most four further documents
 * @param appealsFooter which appeals are possible (Llei 39/2015 art. 40.2)
 * @param expedient printed number of the expedient
 * @param exit number of the exit entry that the town hall made, if it did
 * @param exitAt instant of that exit entry
 * @param expiryDays natural days from deposit to expiry; 10 by law (art. 43.2)
 */
public record NotificationOrder(
        Kind kind,
        String title,
        String body,
        Party recipient,
        Attached resolution,
        List<Attached> annexes,
        Optional<String> appealsFooter,
        Optional<String> expedient,
        Optional<RegistryNumber> exit,
        Optional<Instant> exitAt,
        int expiryDays) {

    /** With or without legal effect (contract enotum 3). */
    public enum Kind {
        /** Access has legal effect; it may be rejected and it expires. */
        NOTIFICATION,
        /** Access has no legal effect; it is never rejected and never expires. */
        COMMUNICATION
    }

    /**
     * A document with the name of its file.
     *
     * @param fileName with extension and without accented letters, 1 to 100 characters
     * @param content its bytes
     */
    public record Attached(String fileName, DocumentContent content) {
        /** Checks the values. */
        public Attached {
            Objects.requireNonNull(content, "content");
            if (fileName.isBlank() || fileName.length() > 100) {
                throw InvalidValueException.of("NotificationOrder", "a file name has 1 to 100 characters");
            }
        }

        /** Not the file name, which may hold a person's. */
        @Override
        public String toString() {
            return "Attached[" + content + "]";
        }
    }

    /** Checks the values. */
    public NotificationOrder {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(resolution, "resolution");
        annexes = List.copyOf(annexes);
        Objects.requireNonNull(appealsFooter, "appealsFooter");
        Objects.requireNonNull(expedient, "expedient");
        Objects.requireNonNull(exit, "exit");
        Objects.requireNonNull(exitAt, "exitAt");
        if (title.length() < 3 || title.length() > 100) {
            throw InvalidValueException.of("NotificationOrder", "its title has 3 to 100 characters");
        }
        if (body.isBlank() || body.length() > 4000) {
            throw InvalidValueException.of("NotificationOrder", "its body has 1 to 4000 characters");
        }
        if (annexes.size() > 4) {
            throw InvalidValueException.of("NotificationOrder", "at most four annexes");
        }
        if (exit.isPresent() != exitAt.isPresent()) {
            throw InvalidValueException.of("NotificationOrder", "exit number and exit instant go together");
        }
        if (expiryDays < 10 || expiryDays > 180) {
            throw InvalidValueException.of(
                    "NotificationOrder", "10 to 180 days to expiry: fewer than 10 is unsafe (Llei 39/2015 art. 43.2)");
        }
    }

    /** Starts a notification. */
    public static Builder notification(String title, Party recipient, Attached resolution) {
        return new Builder(Kind.NOTIFICATION, title, recipient, resolution);
    }

    /** Starts a communication. */
    public static Builder communication(String title, Party recipient, Attached resolution) {
        return new Builder(Kind.COMMUNICATION, title, recipient, resolution);
    }

    /** Builds a {@link NotificationOrder}; not thread-safe. */
    public static final class Builder {
        private final Kind kind;
        private final String title;
        private final Party recipient;
        private final Attached resolution;
        private final List<Attached> annexes = new ArrayList<>();
        private String body;
        private int expiryDays = 10;
        private @Nullable String appealsFooter;
        private @Nullable String expedient;
        private @Nullable RegistryNumber exit;
        private @Nullable Instant exitAt;

        private Builder(Kind kind, String title, Party recipient, Attached resolution) {
            this.kind = kind;
            this.title = Objects.requireNonNull(title, "title");
            this.recipient = Objects.requireNonNull(recipient, "recipient");
            this.resolution = Objects.requireNonNull(resolution, "resolution");
            this.body = title;
        }

        /** Text of the letter; the title when not said. */
        public Builder body(String value) {
            this.body = Objects.requireNonNull(value, "body");
            return this;
        }

        /** One more document. */
        public Builder annex(Attached value) {
            annexes.add(Objects.requireNonNull(value, "annex"));
            return this;
        }

        /** Which appeals are possible. */
        public Builder appealsFooter(String value) {
            this.appealsFooter = value;
            return this;
        }

        /** Printed number of the expedient. */
        public Builder expedient(String value) {
            this.expedient = value;
            return this;
        }

        /** The exit entry that the town hall has made. */
        public Builder exit(RegistryNumber number, Instant at) {
            this.exit = number;
            this.exitAt = at;
            return this;
        }

        /** Natural days to expiry, 10 to 180; 10 when not said. */
        public Builder expiryDays(int value) {
            this.expiryDays = value;
            return this;
        }

        /** The finished order. */
        public NotificationOrder build() {
            return new NotificationOrder(
                    kind,
                    title,
                    body,
                    recipient,
                    resolution,
                    annexes,
                    Optional.ofNullable(appealsFooter),
                    Optional.ofNullable(expedient),
                    Optional.ofNullable(exit),
                    Optional.ofNullable(exitAt),
                    expiryDays);
        }
    }

    /** Not the text, which speaks of a person. */
    @Override
    public String toString() {
        return "NotificationOrder[" + kind + exit.map(number -> ", " + number).orElse("") + "]";
    }
}
