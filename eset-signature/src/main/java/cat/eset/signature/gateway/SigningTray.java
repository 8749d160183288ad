package cat.eset.signature.gateway;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.core.InvalidValueException;
import cat.eset.core.OperationId;
import cat.eset.core.id.Nif;
import cat.eset.core.signature.SignatureGateway;
import cat.eset.core.signature.SignatureReport;
import cat.eset.core.signature.SignatureResult;
import cat.eset.core.signature.Signer;
import cat.eset.signature.signador.CertificateFilter;
import cat.eset.signature.signador.Delivery;
import cat.eset.signature.signador.JobToken;
import cat.eset.signature.signador.PdfAppearance;
import cat.eset.signature.signador.Signador;
import cat.eset.signature.signador.SignadorException;
import cat.eset.signature.signador.SignadorJob;
import cat.eset.signature.signador.SignadorMode;
import cat.eset.signature.signador.SignadorOutcome;
import cat.eset.signature.validation.SignatureFinding;
import cat.eset.signature.validation.SignatureFinding.Coverage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signature tray of a town hall: what officials have to sign waits here until they sign it at the Signador, or refuse with
 * a reason. Order, groups and delegates are the work model's: it asks for one signature at a time, and for the next one when
 * that is given. Seals sign at once, with the keys of another gateway. Thread-safe.
 *
 * <p>A screen of the vendor calls {@link #waitingFor}, {@link #page} and {@link #reject}; the work model calls the rest.
 */
public final class SigningTray implements SignatureGateway {

    private static final Logger LOG = LoggerFactory.getLogger(SigningTray.class);
    private static final String NAME = "document.pdf";

    private final SignatureGateway seals;
    private final Signador signador;
    private final Delivery delivery;
    private final TrayRequests requests;
    private final SignadorMode mode;
    private final Function<Actor, PdfAppearance> appearance;
    private final Clock clock;

    private SigningTray(Builder builder) {
        this.seals = builder.seals;
        this.signador = builder.signador;
        this.delivery = builder.delivery;
        this.requests = builder.requests;
        this.mode = builder.mode;
        this.appearance = builder.appearance;
        this.clock = builder.clock;
    }

    /**
     * Starts a tray.
     *
     * @param seals signs for seals and indexes, and judges
     * @param signador where officials sign
     * @param delivery how the application learns that one has finished
     */
    public static Builder builder(SignatureGateway seals, Signador signador, Delivery delivery) {
        return new Builder(seals, signador, delivery);
    }

    /**
     * {@inheritDoc} An official's waits in the tray; a seal's is made at once. Asked again for another official, as when a
     * delegate takes the place of the mayor, the document passes to that one's tray.
     */
    @Override
    public SignatureResult signPdf(OperationId operation, DocumentContent pdf, Signer signer) {
        if (signer instanceof Signer.Official official) {
            requests.add(TrayRequest.waiting(operation, pdf, official.who(), clock.instant()));
            handOver(operation, official.who());
            return result(operation);
        }
        return seals.signPdf(operation, pdf, signer);
    }

    /** Asked again for another official, who acts in the place of the first: the document changes hands. */
    private void handOver(OperationId operation, Actor other) {
        requests.find(operation)
                .filter(request -> request.isOpen() && !request.signer().equals(other))
                .filter(request -> requests.replace(
                        request, TrayRequest.waiting(operation, request.document(), other, clock.instant())))
                .flatMap(TrayRequest::token)
                .ifPresent(signador::forget);
    }

    /** {@inheritDoc} Always made at once: the Signador cannot sign an element inside a document for us. */
    @Override
    public SignatureResult signXml(OperationId operation, DocumentContent xml, String elementId, Signer signer) {
        return seals.signXml(operation, xml, elementId, signer);
    }

    /** What waits for an official to sign or refuse, oldest first. */
    public List<TrayRequest> waitingFor(Actor official) {
        return requests.all().stream()
                .filter(request -> request.isOpen() && request.signer().equals(official))
                .toList();
    }

    /**
     * Sends a document to the Signador, and says to which page the official has to be sent. The token is in the address;
     * keep it in the official's session. An official who lets the five minutes pass is sent there again by calling this
     * again.
     *
     * @param operation one of {@link #waitingFor}
     */
    public java.net.URI page(OperationId operation) {
        TrayRequest request = open(operation);
        Nif nif = request.signer().person().nif();
        JobToken token = signador.start(SignadorJob.builder(mode, delivery, NAME, request.document())
                .certificates(CertificateFilter.any().nif(nif))
                .appearance(appearance.apply(request.signer()))
                .build());
        if (!requests.replace(request, request.sentAs(token))) {
            signador.forget(token); // somebody ended it, passed it on or was sent there meanwhile: look again
            return page(operation);
        }
        request.token().ifPresent(signador::forget);
        return signador.page(token);
    }

    /**
     * The official refuses.
     *
     * @param reason for whoever wrote the document
     * @param by the official who was to sign
     */
    public void reject(OperationId operation, String reason, Actor by) {
        TrayRequest request = open(operation);
        if (!request.signer().equals(by)) {
            throw InvalidValueException.of("SigningTray", "the official who has to sign, to refuse");
        }
        if (!requests.replace(request, request.refused(reason, clock.instant()))) {
            reject(operation, reason, by); // it changed meanwhile: look again
        }
    }

    @Override
    public SignatureResult result(OperationId operation) {
        Optional<TrayRequest> found = requests.find(operation);
        if (found.isEmpty()) {
            return seals.result(operation);
        }
        TrayRequest request = found.get();
        if (request.refusal().isPresent()) {
            return new SignatureResult.Rejected(
                    request.refusal().get(), request.endedAt().orElse(request.askedAt()));
        }
        if (request.signed().isPresent()) {
            return signed(request, request.signed().get());
        }
        return request.token().map(token -> ask(request, token)).orElse(new SignatureResult.Waiting(operation));
    }

    /** What cannot be believed is not a signature: the document goes on waiting for one. */
    private SignatureResult ask(TrayRequest request, JobToken token) {
        SignadorOutcome outcome;
        try {
            outcome = signador.result(token, Map.of(NAME, request.document()));
        } catch (SignadorException e) {
            if (e.failure().fault() != Failure.Fault.CALLER) {
                throw e;
            }
            LOG.warn("operation {}: its job at the Signador is not remembered: sign there again", request.operation());
            return new SignatureResult.Waiting(request.operation());
        }
        if (outcome instanceof SignadorOutcome.Signed signed) {
            SignadorOutcome.Result result = signed.result(NAME);
            SignatureFinding last = newest(result.validation().signatures());
            Instant at = last.claimedTime().orElse(clock.instant());
            TrayRequest ended = request.signedAs(result.content(), at, last.provenTime());
            if (!requests.replace(request, ended)) {
                return result(request.operation()); // it changed meanwhile, and that counts
            }
            signador.forget(token); // not before the signature is stored
            return signed(ended, result.content());
        }
        if (outcome instanceof SignadorOutcome.Distrusted distrusted) {
            LOG.warn(
                    "operation {}: the result of the Signador is not used: {}",
                    request.operation(),
                    distrusted.reasons());
        }
        return new SignatureResult.Waiting(request.operation());
    }

    /** The one that covers all the others: they come in the order of the clocks of those who signed, and clocks go wrong. */
    private static SignatureFinding newest(List<SignatureFinding> findings) {
        return findings.stream()
                .filter(finding -> finding.coverage() == Coverage.FULL)
                .findFirst()
                .orElseGet(() -> findings.get(findings.size() - 1));
    }

    private static SignatureResult signed(TrayRequest request, DocumentContent content) {
        return new SignatureResult.Signed(
                content,
                Signer.official(request.signer()),
                request.endedAt().orElse(request.askedAt()),
                request.stampedAt());
    }

    @Override
    public SignatureReport verify(DocumentContent signed) {
        return seals.verify(signed);
    }

    private TrayRequest open(OperationId operation) {
        return requests.find(operation)
                .filter(TrayRequest::isOpen)
                .orElseThrow(() -> InvalidValueException.of(
                        "SigningTray", "the operation of a document that waits for a signature"));
    }

    /** Builds a {@link SigningTray}; not thread-safe. */
    public static final class Builder {
        private final SignatureGateway seals;
        private final Signador signador;
        private final Delivery delivery;
        private TrayRequests requests = TrayRequests.inMemory();
        private SignadorMode mode = SignadorMode.PADES_T;
        private Function<Actor, PdfAppearance> appearance = official -> PdfAppearance.invisible();
        private Clock clock = Clock.systemUTC();

        private Builder(SignatureGateway seals, Signador signador, Delivery delivery) {
            this.seals = Objects.requireNonNull(seals, "seals");
            this.signador = Objects.requireNonNull(signador, "signador");
            this.delivery = Objects.requireNonNull(delivery, "delivery");
        }

        /** Where requests are kept; in memory when not said, so that a restart empties the tray. */
        public Builder requests(TrayRequests value) {
            this.requests = Objects.requireNonNull(value, "requests");
            return this;
        }

        /** Without time stamp: the instant of a signature is then only what the signer's machine says. */
        public Builder withoutTimeStamp() {
            this.mode = SignadorMode.PADES_BES;
            return this;
        }

        /**
         * How the signature of an official looks; not seen when not said. The service's own mark would stand at the same
         * place for everybody: the second one over the first, which validators take for an alteration.
         */
        public Builder appearance(Function<Actor, PdfAppearance> value) {
            this.appearance = Objects.requireNonNull(value, "appearance");
            return this;
        }

        /** The real clock, except in tests. */
        public Builder clock(Clock value) {
            this.clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /** The tray. */
        public SigningTray build() {
            return new SigningTray(this);
        }
    }
}
