package cat.eset.core.representation;

import cat.eset.core.InvalidValueException;
import cat.eset.core.id.Nif;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A power entered in an electronic register (Llei 39/2015 arts. 6.3-6.7).
 *
 * @param grantor who grants it
 * @param attorney who may act
 * @param scope for what
 * @param registeredOn the day of registration, from which it counts
 * @param until the end it was given, not included
 * @param extendedOn the day of its last extension, which lasts five years at most again
 * @param revokedOn the day of its revocation
 */
public record Power(
        Nif grantor,
        Nif attorney,
        Scope scope,
        LocalDate registeredOn,
        Optional<LocalDate> until,
        Optional<LocalDate> extendedOn,
        Optional<LocalDate> revokedOn) {

    /** The longest a power, or an extension of it, may last (art. 6.6). */
    public static final int LONGEST_YEARS = 5;

    /** For what a power counts (art. 6.4). */
    public sealed interface Scope {}

    /** Type A: any matter, before any administration. */
    public record AnyMatter() implements Scope {}

    /**
     * Type B: any matter, before one administration or body.
     *
     * @param body code of the body, for example its DIR3
     */
    public record OneBody(String body) implements Scope {
        /** Checks the value. */
        public OneBody {
            Objects.requireNonNull(body, "body");
        }
    }

    /**
     * Type C: certain procedures.
     *
     * @param procedures codes of the procedures, at least one
     */
    public record Procedures(Set<String> procedures) implements Scope {
        /** Checks the value. */
        public Procedures {
            procedures = Set.copyOf(procedures);
            if (procedures.isEmpty()) {
                throw InvalidValueException.of("Power", "a power for certain procedures names at least one");
            }
        }
    }

    /** Checks the values. */
    public Power {
        Objects.requireNonNull(grantor, "grantor");
        Objects.requireNonNull(attorney, "attorney");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(registeredOn, "registeredOn");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(extendedOn, "extendedOn");
        Objects.requireNonNull(revokedOn, "revokedOn");
        if (extendedOn.filter(registeredOn::isAfter).isPresent()) {
            throw InvalidValueException.of("Power", "it is extended after it is registered");
        }
    }

    /** A power as registered, without end, extension or revocation. */
    public static Power registered(Nif grantor, Nif attorney, Scope scope, LocalDate on) {
        return new Power(grantor, attorney, scope, on, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** With an end. */
    public Power until(LocalDate end) {
        return new Power(grantor, attorney, scope, registeredOn, Optional.of(end), extendedOn, revokedOn);
    }

    /** Extended. */
    public Power extended(LocalDate on) {
        return new Power(grantor, attorney, scope, registeredOn, until, Optional.of(on), revokedOn);
    }

    /** Revoked. */
    public Power revoked(LocalDate on) {
        return new Power(grantor, attorney, scope, registeredOn, until, extendedOn, Optional.of(on));
    }

    /** The first day on which it no longer counts: its own end, or five years. */
    public LocalDate lapsesOn() {
        LocalDate limit = extendedOn.orElse(registeredOn).plusYears(LONGEST_YEARS);
        LocalDate end = until.filter(limit::isAfter).orElse(limit);
        return revokedOn.filter(end::isAfter).orElse(end);
    }

    /** Does not print who they are. */
    @Override
    public String toString() {
        return "Power[" + scope.getClass().getSimpleName() + ", registered " + registeredOn + "]";
    }
}
