package cat.eset.transport.pci;

import cat.eset.core.Credentials;
import cat.eset.core.TownHall;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Modality;
import cat.eset.transport.http.ExchangeListener;
import cat.eset.transport.http.Timeouts;
import cat.eset.transport.http.WireTap;
import cat.eset.transport.xml.XmlLimits;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What {@link PciClient.Builder} collects. A client has a copy of its own, into which nobody writes any more. */
final class PciSettings {

    final AocEnvironment environment;
    final Credentials credentials;
    final TownHall townHall;

    @Nullable Purpose purpose;

    Consent consent = Consent.LAW;

    @Nullable CivilServant civilServant;

    Issuer issuer = Issuer.CONSORTIUM;
    Timeouts timeouts = Timeouts.standard();
    Map<String, Timeouts> productTimeouts = Map.of();
    Timeouts documentTimeouts = Timeouts.documents();
    SignatureVerification verification = SignatureVerification.REQUIRE;
    WsSecurity wsSecurity = WsSecurity.documented();
    boolean tlsOnly;
    long inlineUpTo;
    long maxRequestXml = 2048L * 1024;
    long maxResponseBytes = 32L << 20;
    XmlLimits responseLimits = XmlLimits.standard();
    RetryPolicy retry = RetryPolicy.standard();
    Map<String, Throttle> throttles = Map.of();

    @Nullable WireTap wireTap;

    @Nullable ExchangeListener listener;

    Clock clock = Clock.systemUTC();
    RandomGenerator random = new SecureRandom();

    PciSettings(AocEnvironment environment, Credentials credentials, TownHall townHall) {
        this.environment = Objects.requireNonNull(environment, "environment");
        this.credentials = Objects.requireNonNull(credentials, "credentials");
        this.townHall = Objects.requireNonNull(townHall, "townHall");
    }

    PciSettings copy() {
        return onBehalfOf(townHall, credentials);
    }

    PciSettings onBehalfOf(TownHall otherTownHall, Credentials otherCredentials) {
        PciSettings other = new PciSettings(environment, otherCredentials, otherTownHall);
        other.purpose = purpose;
        other.consent = consent;
        other.civilServant = civilServant;
        other.issuer = issuer;
        other.timeouts = timeouts;
        other.productTimeouts = productTimeouts;
        other.documentTimeouts = documentTimeouts;
        other.verification = verification;
        other.wsSecurity = wsSecurity;
        other.tlsOnly = tlsOnly;
        other.inlineUpTo = inlineUpTo;
        other.maxRequestXml = maxRequestXml;
        other.maxResponseBytes = maxResponseBytes;
        other.responseLimits = responseLimits;
        other.retry = retry;
        other.throttles = throttles;
        other.wireTap = wireTap;
        other.listener = listener;
        other.clock = clock;
        other.random = random;
        return other;
    }

    /** Timeouts of a request without files. */
    Timeouts timeouts(Modality modality) {
        return productTimeouts.getOrDefault(modality.product().code(), timeouts);
    }

    Purpose purpose() {
        return Objects.requireNonNull(purpose, "purpose");
    }
}
