package cat.eset.registry.mux;

import cat.eset.core.Secret;
import cat.eset.registry.internal.jwt.Hs256;
import cat.eset.registry.internal.jwt.Jwt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the token of a call that says it comes from MUX must fulfil (contract mux 7.1): a JWT signed with HMAC-SHA256 and the
 * shared secret, not expired, and with the issuer, subject and audience that were agreed, as far as they are given here.
 * Immutable and thread-safe as long as its secret is not closed.
 */
public final class TokenRules {

    private static final String SCHEME = "bearer ";

    private final Hs256 hmac;
    private final Clock clock;
    private final Duration clockSkew;
    private final @Nullable String issuer;
    private final @Nullable String subject;
    private final @Nullable String audience;

    private TokenRules(Builder b) {
        this.hmac = Hs256.of(b.secret, b.secretForm == SecretForm.BASE64URL);
        this.clock = b.clock;
        this.clockSkew = b.clockSkew;
        this.issuer = b.issuer;
        this.subject = b.subject;
        this.audience = b.audience;
    }

    /**
     * Rules with this shared secret, which the caller keeps open as long as the rules are used.
     *
     * @param secret as it was received, whatever its form
     */
    public static Builder builder(Secret secret) {
        return new Builder(secret);
    }

    /**
     * What is wrong with the token of a call.
     *
     * @param authorization the {@code Authorization} field, if there is one
     * @return empty if the token is good
     */
    public Optional<TokenProblem> problemOf(Optional<String> authorization) {
        return authorization
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(value -> problemOf(value.substring(SCHEME.length()).trim()))
                .orElse(Optional.of(TokenProblem.MISSING));
    }

    private Optional<TokenProblem> problemOf(String token) {
        return Jwt.parse(token)
                .map(jwt -> signatureProblem(jwt).or(() -> timeProblem(jwt)).or(() -> claimProblem(jwt)))
                .orElse(Optional.of(TokenProblem.MALFORMED));
    }

    private Optional<TokenProblem> signatureProblem(Jwt jwt) {
        if (!jwt.isHs256()) {
            return Optional.of(TokenProblem.ALGORITHM);
        }
        return hmac.verifies(jwt.signed(), jwt.signature()) ? Optional.empty() : Optional.of(TokenProblem.SIGNATURE);
    }

    private Optional<TokenProblem> timeProblem(Jwt jwt) {
        Instant now = clock.instant();
        Instant expires = jwt.instant("exp");
        if (expires == null) {
            return Optional.of(TokenProblem.NO_EXPIRY);
        }
        if (!now.minus(clockSkew).isBefore(expires)) {
            return Optional.of(TokenProblem.EXPIRED);
        }
        Instant latestStart = now.plus(clockSkew);
        return startsAfter(jwt, "nbf", latestStart) || startsAfter(jwt, "iat", latestStart)
                ? Optional.of(TokenProblem.NOT_YET_VALID)
                : Optional.empty();
    }

    /** Whether a start is too late, or makes no sense; it may be absent. */
    private static boolean startsAfter(Jwt jwt, String claim, Instant latest) {
        Instant start = jwt.instant(claim);
        return start == null ? jwt.has(claim) : start.isAfter(latest);
    }

    private Optional<TokenProblem> claimProblem(Jwt jwt) {
        if (issuer != null && !issuer.equals(jwt.text("iss"))) {
            return Optional.of(TokenProblem.ISSUER);
        }
        if (subject != null && !subject.equals(jwt.text("sub"))) {
            return Optional.of(TokenProblem.SUBJECT);
        }
        if (audience != null && !jwt.audience().contains(audience)) {
            return Optional.of(TokenProblem.AUDIENCE);
        }
        return Optional.empty();
    }

    /** Builds {@link TokenRules}; not thread-safe. */
    public static final class Builder {
        private final Secret secret;
        private SecretForm secretForm = SecretForm.TEXT;
        private Clock clock = Clock.systemUTC();
        private Duration clockSkew = Duration.ofSeconds(60);
        private @Nullable String issuer;
        private @Nullable String subject;
        private @Nullable String audience;

        private Builder(Secret secret) {
            this.secret = Objects.requireNonNull(secret, "secret");
        }

        /** How the secret becomes a key; {@link SecretForm#TEXT} when not said. */
        public Builder secretForm(SecretForm value) {
            this.secretForm = Objects.requireNonNull(value, "secretForm");
            return this;
        }

        /** The {@code iss} that was agreed; any when not said. */
        public Builder issuer(String value) {
            this.issuer = Objects.requireNonNull(value, "issuer");
            return this;
        }

        /** The {@code sub} that was agreed; any when not said. */
        public Builder subject(String value) {
            this.subject = Objects.requireNonNull(value, "subject");
            return this;
        }

        /** An {@code aud} that must be among the token's. Tokens that were seen have none, so any is good when not said. */
        public Builder audience(String value) {
            this.audience = Objects.requireNonNull(value, "audience");
            return this;
        }

        /** How far the clocks may be apart; 60 s when not said. */
        public Builder clockSkew(Duration value) {
            this.clockSkew = Objects.requireNonNull(value, "clockSkew");
            return this;
        }

        /** The clock that judges tokens; the system's when not said, also where the law runs on another clock. */
        public Builder clock(Clock value) {
            this.clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /**
         * The finished rules.
         *
         * @throws cat.eset.core.ConfigurationException if the secret cannot be a key of its form
         */
        public TokenRules build() {
            return new TokenRules(this);
        }
    }
}
