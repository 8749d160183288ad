package cat.eset.signature.validador;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.core.Failure.Fault;
import cat.eset.core.Failure.Retry;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import cat.eset.signature.timestamp.TimeStamp;
import cat.eset.signature.timestamp.TimeStampAuthority;
import cat.eset.signature.timestamp.TimeStampException;
import cat.eset.signature.validador.ValidadorAnswer.Question;
import cat.eset.transport.http.HttpAnswer;
import cat.eset.transport.http.HttpCall;
import cat.eset.transport.http.HttpExchangeClient;
import cat.eset.transport.http.Timeouts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Client of the Validador. Every call only asks, so it may be repeated. Immutable and thread-safe.
 *
 * <p>The town hall must be registered with AOC for the service; no credentials are sent, but the HTTP client may carry a
 * client certificate. A valid certificate is not a proof of who is at the other end.
 */
public final class Validador {

    private static final String SERVICE = "Validador";

    private final Builder settings;

    private Validador(Builder settings) {
        this.settings = settings;
    }

    /**
     * Starts a client.
     *
     * @param endpoints where it listens
     * @param http shared client, which stays the caller's to close
     */
    public static Builder builder(ValidadorEndpoints endpoints, HttpExchangeClient http) {
        return new Builder(endpoints, http);
    }

    /**
     * Asks about a certificate.
     *
     * @param certificate which
     * @param attributes names of what to read out of it, for instance {@link CertificateAttributes#municipal()}
     */
    public ValidadorAnswer certificate(X509Certificate certificate, List<String> attributes) {
        return ask(
                settings.endpoints.dss(),
                Question.CERTIFICATE,
                "certificate",
                VerifyRequest.certificate(certificate, attributes, settings.options()),
                MediaType.BINARY);
    }

    /** Asks about a CMS or CAdES signature that carries its content. */
    public ValidadorAnswer cms(DocumentContent signature) {
        return cms(signature, Optional.empty(), "");
    }

    /** Asks about a CMS or CAdES signature beside its content, of which only the digest is sent. */
    public ValidadorAnswer cms(DocumentContent signature, DocumentContent content) {
        return cms(signature, Optional.of(content), "");
    }

    /** Asks about the signatures in an XML document. */
    public ValidadorAnswer xml(DocumentContent xml) {
        return ask(
                settings.endpoints.dss(),
                Question.SIGNATURE,
                "xml",
                VerifyRequest.xml(xml, settings.options(), settings.inlineXml),
                MediaType.XML);
    }

    /**
     * Asks about an XML signature beside its content, of which only the digest is sent.
     *
     * @param address what the signature calls its content: the {@code URI} of its {@code ds:Reference}
     */
    public ValidadorAnswer xml(DocumentContent signature, DocumentContent content, String address) {
        return ask(
                settings.endpoints.dss(),
                Question.SIGNATURE,
                "xml",
                VerifyRequest.xml(signature, content.sha256(), address, settings.options(), settings.inlineXml),
                MediaType.XML);
    }

    /** Asks about the signatures in a PDF. */
    public ValidadorAnswer pdf(DocumentContent pdf) {
        return ask(
                settings.endpoints.pdf(),
                Question.SIGNATURE,
                "pdf",
                VerifyRequest.pdf(pdf, settings.options()),
                MediaType.PDF);
    }

    /**
     * Has the signatures of an XML document completed for the long term, as {@link Builder#upgradeType} says. What comes
     * back is compared with what was sent.
     */
    public Upgrade upgradeXml(DocumentContent xml) {
        ValidadorAnswer answer = ask(
                settings.endpoints.dss(),
                Question.SIGNATURE,
                "upgrade xml",
                VerifyRequest.xml(
                        xml, settings.options() + VerifyRequest.upgrade(settings.upgradeType), settings.inlineXml),
                MediaType.XML);
        return UpgradeCheck.XML.judge(xml, answer);
    }

    /** The same for a PDF. */
    public Upgrade upgradePdf(DocumentContent pdf) {
        ValidadorAnswer answer = ask(
                settings.endpoints.pdf(),
                Question.SIGNATURE,
                "upgrade pdf",
                VerifyRequest.pdf(pdf, settings.options() + VerifyRequest.upgrade(settings.upgradeType)),
                MediaType.PDF);
        return UpgradeCheck.PDF.judge(pdf, answer);
    }

    /** The same for a CMS or CAdES signature that carries its content. */
    public Upgrade upgradeCms(DocumentContent signature) {
        return UpgradeCheck.CMS.judge(
                signature, cms(signature, Optional.empty(), VerifyRequest.upgrade(settings.upgradeType)));
    }

    /** The same for a CMS or CAdES signature beside its content. */
    public Upgrade upgradeCms(DocumentContent signature, DocumentContent content) {
        return UpgradeCheck.CMS.judge(
                signature, cms(signature, Optional.of(content), VerifyRequest.upgrade(settings.upgradeType)));
    }

    /**
     * Its time stamps as an authority like any other (validador 4.6). {@link cat.eset.signature.timestamp.TimeStampClient}
     * asks the same authority in the standard way; prefer it.
     *
     * @param anchors authorities that issue the certificates of the service
     */
    public TimeStampAuthority timeStamps(Collection<X509Certificate> anchors) {
        List<X509Certificate> trusted = List.copyOf(anchors);
        return new TimeStampAuthority() {
            @Override
            public String name() {
                return SERVICE;
            }

            @Override
            public TimeStamp stamp(Sha256 imprint) {
                return Validador.this.stamp(imprint, trusted);
            }
        };
    }

    private TimeStamp stamp(Sha256 imprint, List<X509Certificate> anchors) {
        ValidadorAnswer answer = ask(
                settings.endpoints.dss(),
                Question.TIME_STAMP,
                "timestamp",
                VerifyRequest.timeStamp(imprint),
                MediaType.BINARY);
        DocumentContent token = answer.document()
                .filter(any -> answer.major().is(ResultUrn.SUCCESS))
                .orElseThrow(() -> TimeStampException.of(
                        TimeStampException.Problem.REFUSED,
                        Failure.of(Fault.REMOTE, "The Validador gave no time stamp")
                                .service(SERVICE)
                                .remote(
                                        answer.major().value(),
                                        answer.minor().map(ResultUrn::value).orElse(""))
                                .retry(Retry.LATER)
                                .remedy("Ask the authority by RFC 3161 instead.")));
        try {
            return TimeStamp.checked(SERVICE, token.readAllBytes(), imprint, anchors, settings.clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ValidadorAnswer cms(DocumentContent signature, Optional<DocumentContent> content, String more) {
        return ask(
                settings.endpoints.dss(),
                Question.SIGNATURE,
                "cms",
                VerifyRequest.cms(signature, content.map(DocumentContent::sha256), settings.options() + more),
                MediaType.BINARY);
    }

    private ValidadorAnswer ask(
            URI address, Question question, String operation, VerifyRequest request, MediaType documentType) {
        HttpCall call = HttpCall.post(address, SERVICE, operation, request)
                .header("SOAPAction", "\"\"")
                .timeouts(settings.timeouts)
                .maxResponseBytes(settings.largestAnswer)
                .build();
        HttpAnswer answer = settings.http.send(call);
        try {
            return VerifyReply.parse(answer.body(), question, documentType).orElseThrow(() -> noAnswer(answer, null));
        } catch (XMLStreamException e) {
            throw noAnswer(answer, e);
        }
    }

    private static ValidadorException noAnswer(HttpAnswer answer, @org.jspecify.annotations.Nullable Exception cause) {
        return new ValidadorException(
                Failure.of(Fault.REMOTE, "The Validador answered HTTP " + answer.status() + " without a result")
                        .service(SERVICE)
                        .retry(Retry.LATER)
                        .remedy("Check that the town hall is registered for the service; try again later.")
                        .cause(cause)
                        .build());
    }

    /** Builds a {@link Validador}; not thread-safe. */
    public static final class Builder {
        private final ValidadorEndpoints endpoints;
        private final HttpExchangeClient http;
        private Timeouts timeouts = Timeouts.standard()
                .withConnect(Duration.ofSeconds(30))
                .withRead(Duration.ofMinutes(5))
                .withWhole(Duration.ofMinutes(10));
        private long largestAnswer = 200L * 1024 * 1024;
        private boolean signedReply;
        private Optional<String> claimedIdentity = Optional.empty();
        private Optional<Instant> verificationTime = Optional.empty();
        private boolean inlineXml;
        private Clock clock = Clock.systemUTC();
        private String upgradeType = "urn:oasis:names:tc:dss:1.0:profiles:XAdES:forms:ES-LTV";

        private Builder(ValidadorEndpoints endpoints, HttpExchangeClient http) {
            this.endpoints = Objects.requireNonNull(endpoints, "endpoints");
            this.http = Objects.requireNonNull(http, "http");
        }

        /** How long to wait; 30 s to connect and 5 minutes without a byte when not said, as clients in production do. */
        public Builder timeouts(Timeouts value) {
            this.timeouts = Objects.requireNonNull(value, "timeouts");
            return this;
        }

        /** Largest reply that is read, in bytes; 200 MB when not said. */
        public Builder largestAnswer(long bytes) {
            this.largestAnswer = bytes;
            return this;
        }

        /** Asks for replies that are signed, to be archived as evidence. */
        public Builder withSignedReplies() {
            this.signedReply = true;
            return this;
        }

        /** The name of the caller, should AOC ask for it. */
        public Builder claimedIdentity(String name) {
            this.claimedIdentity = Optional.of(name);
            return this;
        }

        /**
         * Asks what was true at that instant; now when not said. Whether the service heeds it is not known (validador 8.10):
         * for old signatures rely on the time stamps inside them.
         */
        public Builder verificationTime(Instant at) {
            this.verificationTime = Optional.of(at);
            return this;
        }

        /**
         * Sends XML as XML, for a service that does not take it in Base64 (validador 4.3). A parser on the way may then break
         * signatures. Documents have to be in UTF-8.
         */
        public Builder sendingXmlInline() {
            this.inlineXml = true;
            return this;
        }

        /** What upgrades are asked for; {@code ES-LTV} when not said, the only form seen in production. */
        public Builder upgradeType(String urn) {
            this.upgradeType = Objects.requireNonNull(urn, "urn");
            return this;
        }

        /** The clock by which time stamps are judged; the real one, except in tests. */
        public Builder clock(Clock value) {
            this.clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /** The client. */
        public Validador build() {
            return new Validador(copy());
        }

        /** What is done to this builder afterwards does not reach the client. */
        private Builder copy() {
            Builder copy = new Builder(endpoints, http);
            copy.timeouts = timeouts;
            copy.largestAnswer = largestAnswer;
            copy.signedReply = signedReply;
            copy.claimedIdentity = claimedIdentity;
            copy.verificationTime = verificationTime;
            copy.inlineXml = inlineXml;
            copy.clock = clock;
            copy.upgradeType = upgradeType;
            return copy;
        }

        private String options() {
            String identity = claimedIdentity
                    .map(name -> "<dss:ClaimedIdentity><dss:Name>" + VerifyRequest.escape(name)
                            + "</dss:Name></dss:ClaimedIdentity>")
                    .orElse("");
            String time = verificationTime
                    .map(at -> "<dss:VerificationTime>" + at + "</dss:VerificationTime>")
                    .orElse("");
            return identity + time + (signedReply ? "<xss:ReturnSignedResponse/>" : "");
        }
    }
}
