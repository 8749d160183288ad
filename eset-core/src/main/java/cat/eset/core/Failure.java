package cat.eset.core;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, told so that a support person can act on it. Immutable.
 *
 * <p>The text never holds personal data: {@link Builder#remote} masks whatever looks like an identity number, an e-mail
 * address or a telephone before keeping it.
 */
public final class Failure {

    /** Whose fault it is. */
    public enum Fault {
        /** The program that uses the SDK asked for something that cannot be done. */
        CALLER,
        /** Certificates, addresses, permissions or files are not as they should be. */
        CONFIGURATION,
        /** The network between here and the service. */
        NETWORK,
        /** The service itself. */
        REMOTE
    }

    /** Whether the same thing may be tried again. */
    public enum Retry {
        /** Never: something has to be changed first. */
        NEVER,
        /** Yes, with the same {@link OperationId} and nothing else changed. */
        SAME_OPERATION,
        /**
         * Yes, after some time: {@link Failure#retryAfter()} if the service said how long. What has an effect, with the same {@link OperationId} as
         * before, and after looking what became of it if its {@linkplain Failure#effect() effect} is unknown.
         */
        LATER
    }

    /** What may have happened at the other side. */
    public enum Effect {
        /** Certainly nothing was registered there. */
        NONE,
        /** It is not known; ask the service before doing anything else. */
        UNKNOWN
    }

    private final String what;
    private final Fault fault;
    private final Retry retry;
    private final Effect effect;
    private final @Nullable Duration retryAfter;
    private final @Nullable String service;
    private final @Nullable String remoteCode;
    private final @Nullable String remoteText;
    private final @Nullable OperationId operation;
    private final @Nullable String remedy;
    private final @Nullable Throwable cause;

    private Failure(Builder b) {
        this.what = b.what;
        this.fault = b.fault;
        this.retry = b.retry;
        this.effect = b.effect;
        this.retryAfter = b.retryAfter;
        this.service = b.service;
        this.remoteCode = b.remoteCode;
        this.remoteText = b.remoteText;
        this.operation = b.operation;
        this.remedy = b.remedy;
        this.cause = b.cause;
    }

    /**
     * Starts a failure without effect that may not be retried.
     *
     * @param fault whose fault it is
     * @param what one sentence: what happened
     */
    public static Builder of(Fault fault, String what) {
        return new Builder(fault, what);
    }

    /** One sentence: what happened. */
    public String what() {
        return what;
    }

    /** Whose fault it is. */
    public Fault fault() {
        return fault;
    }

    /** Whether to try again. */
    public Retry retry() {
        return retry;
    }

    /** What may have happened at the other side. */
    public Effect effect() {
        return effect;
    }

    /** How long to wait before trying again, where the service said so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The service that was called. */
    public Optional<String> service() {
        return Optional.ofNullable(service);
    }

    /** The code the service gave, exactly as it wrote it. */
    public Optional<String> remoteCode() {
        return Optional.ofNullable(remoteCode);
    }

    /** The text the service gave, with personal data masked. */
    public Optional<String> remoteText() {
        return Optional.ofNullable(remoteText);
    }

    /** The operation in which it happened. */
    public Optional<OperationId> operation() {
        return Optional.ofNullable(operation);
    }

    /** What to do next. */
    public Optional<String> remedy() {
        return Optional.ofNullable(remedy);
    }

    /** The original cause. */
    public Optional<Throwable> cause() {
        return Optional.ofNullable(cause);
    }

    /** Everything in one line, safe to paste into a public issue. */
    @Override
    public String toString() {
        StringBuilder s = new StringBuilder(what);
        if (service != null) {
            s.append(" [").append(service).append(']');
        }
        if (remoteCode != null || remoteText != null) {
            s.append(" (");
            s.append(remoteCode == null ? "no code" : remoteCode);
            if (remoteText != null) {
                s.append(": ").append(remoteText);
            }
            s.append(')');
        }
        if (operation != null) {
            s.append(" operation ").append(operation);
        }
        if (effect == Effect.UNKNOWN) {
            s.append("; it is not known whether anything was registered");
        }
        if (remedy != null) {
            s.append(". ").append(remedy);
        }
        return s.toString();
    }

    /** Builds a {@link Failure}; not thread-safe. */
    public static final class Builder {
        private final String what;
        private final Fault fault;
        private Retry retry = Retry.NEVER;
        private Effect effect = Effect.NONE;
        private @Nullable Duration retryAfter;
        private @Nullable String service;
        private @Nullable String remoteCode;
        private @Nullable String remoteText;
        private @Nullable OperationId operation;
        private @Nullable String remedy;
        private @Nullable Throwable cause;

        private Builder(Fault fault, String what) {
            this.fault = Objects.requireNonNull(fault, "fault");
            this.what = Objects.requireNonNull(what, "what");
        }

        /** Whether to try again; {@link Retry#NEVER} when not said. */
        public Builder retry(Retry value) {
            this.retry = Objects.requireNonNull(value, "retry");
            return this;
        }

        /** Try again after this time. */
        public Builder retryAfter(Duration value) {
            this.retryAfter = Objects.requireNonNull(value, "retryAfter");
            this.retry = Retry.LATER;
            return this;
        }

        /** What may have happened at the other side; {@link Effect#NONE} when not said. */
        public Builder effect(Effect value) {
            this.effect = Objects.requireNonNull(value, "effect");
            return this;
        }

        /** The service that was called, by the name its users know. */
        public Builder service(String value) {
            this.service = Objects.requireNonNull(value, "service");
            return this;
        }

        /** What the service answered; the text is masked before it is kept. */
        public Builder remote(@Nullable String code, @Nullable String text) {
            this.remoteCode = code;
            this.remoteText = text == null ? null : PersonalDataMask.mask(text);
            return this;
        }

        /** The operation in which it happened. */
        public Builder operation(@Nullable OperationId value) {
            this.operation = value;
            return this;
        }

        /** What to do next: one sentence in the imperative. */
        public Builder remedy(String value) {
            this.remedy = Objects.requireNonNull(value, "remedy");
            return this;
        }

        /** The original cause. */
        public Builder cause(@Nullable Throwable value) {
            this.cause = value;
            return this;
        }

        /** The finished value. */
        public Failure build() {
            return new Failure(this);
        }
    }
}
