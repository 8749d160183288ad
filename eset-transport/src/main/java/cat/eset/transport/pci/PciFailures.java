package cat.eset.transport.pci;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.Failure.Effect;
import cat.eset.core.Failure.Fault;
import cat.eset.core.Failure.Retry;
import cat.eset.transport.http.HttpAnswer;
import cat.eset.transport.http.HttpExchangeException;
import cat.eset.transport.http.RequestSent;
import cat.eset.transport.xml.XmlElement;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words the errors of one call (contract pci 11.2). */
final class PciFailures {

    /** The front is up and did not look at the message. */
    private static final Set<Integer> NOT_TAKEN = Set.of(400, 401, 404, 405, 411, 413, 414, 415, 429);

    private final PciCall call;

    PciFailures(PciCall call) {
        this.call = call;
    }

    PciException forbidden() {
        return new PciAccessDeniedException(
                call.without(Fault.CONFIGURATION, "Access was refused before the PCI itself (HTTP 403)")
                        .remote("403", null)
                        .remedy("Ask the consortium to enable the IP address of this machine.")
                        .build());
    }

    PciException fault(XmlElement fault) {
        String code = fault.child("", "faultcode").map(XmlElement::text).orElse("");
        String text = fault.child("", "faultstring").map(XmlElement::text).orElse("");
        if (code.equals("1013")) {
            return new PciAuthenticationException(
                    call.without(Fault.CONFIGURATION, "The PCI saw no acceptable certificate in the request")
                            .remote(code, text)
                            .remedy("Check that the certificate is authorised in the PCI for this town hall.")
                            .build(),
                    code);
        }
        return new PciFaultException(
                call.after(Fault.REMOTE, "The PCI answered with a fault")
                        .remote(code, text)
                        .remedy("Read the text; the list of fault codes is not published.")
                        .build(),
                code);
    }

    PciException status(HttpAnswer answer) {
        int status = answer.status();
        boolean tooFast = status == 429;
        boolean ours = !tooFast && (status / 100 == 4 || status / 100 == 3);
        Failure.Builder failure = NOT_TAKEN.contains(status)
                ? call.without(ours ? Fault.CONFIGURATION : Fault.REMOTE, what(status))
                : call.after(Fault.REMOTE, what(status));
        failure.remote(Integer.toString(status), null);
        if (tooFast) {
            failure.retry(Retry.LATER).remedy("Call more slowly: give the client a throttle.");
        } else {
            failure.remedy(ours ? "Check the address of the environment." : "Wait until the service is up again.");
        }
        retryAfter(answer).ifPresent(failure::retryAfter);
        return new PciTransportException(failure.build(), RequestSent.UNKNOWN);
    }

    private static String what(int status) {
        return "What stands in front of the PCI answered HTTP " + status + " without a SOAP message";
    }

    PciException protocol(String why, @Nullable Throwable cause) {
        return new PciProtocolException(call.after(Fault.REMOTE, "The answer of the PCI cannot be used: " + why)
                .remedy("Keep the wire capture and tell the consortium.")
                .cause(cause)
                .build());
    }

    /** A codec could not read a payload. Only our own errors are safe to print; of others the place is kept. */
    PciException unreadable(RuntimeException e) {
        if (e instanceof EsetException ours) {
            return protocol("its payload cannot be read, " + ours.failure().what(), ours);
        }
        RuntimeException place = new IllegalStateException(e.getClass().getName());
        place.setStackTrace(e.getStackTrace());
        return protocol("its payload cannot be read", place);
    }

    PciException signature(SignatureProblem problem) {
        return new PciSignatureException(
                call.after(Fault.REMOTE, "The answer of the PCI is not to be trusted: " + problem.getMessage())
                        .remedy("Check who signs in this environment before trusting any answer.")
                        .build());
    }

    /** No whole answer came. */
    PciException transport(HttpExchangeException e) {
        Failure cause = e.failure();
        boolean sent = e.requestSent() == RequestSent.UNKNOWN;
        Failure.Builder failure = call.without(cause.fault(), cause.what())
                .retry(cause.retry())
                .effect(sent && call.effect() ? Effect.UNKNOWN : Effect.NONE)
                .cause(e);
        cause.remedy().ifPresent(failure::remedy);
        return new PciTransportException(failure.build(), e.requestSent());
    }

    PciException tooLarge(long limit) {
        return new PciLimitException(call.without(
                        Fault.CALLER,
                        "The XML of the request is larger than the " + limit + " bytes that the PCI takes")
                .remedy("Send documents as attachments, not inside the XML.")
                .build());
    }

    private static Optional<Duration> retryAfter(HttpAnswer answer) {
        String value = answer.header("retry-after").orElse("").strip();
        if (value.matches("\\d{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Instant now = answer.header("date")
                    .map(d -> ZonedDateTime.parse(d, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .orElse(until);
            return Optional.of(Duration.between(now, until)).filter(d -> !d.isNegative());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
