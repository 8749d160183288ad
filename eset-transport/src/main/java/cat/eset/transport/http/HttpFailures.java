package cat.eset.transport.http;

import cat.eset.core.Credentials;
import cat.eset.core.Failure;
import cat.eset.core.Failure.Effect;
import cat.eset.core.Failure.Fault;
import cat.eset.core.Failure.Retry;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Says in words that a support person can act on why an exchange gave no answer. */
final class HttpFailures {

    private HttpFailures() {}

    static HttpExchangeException tooLarge(HttpCall call, long limit) {
        return new HttpAnswerTooLargeException(
                Failure.of(Fault.REMOTE, "The answer is longer than the limit of " + limit + " bytes")
                        .service(call.service())
                        .operation(call.operationId().orElse(null))
                        .effect(call.hasEffect() ? Effect.UNKNOWN : Effect.NONE)
                        .remedy("Raise the limit if such answers are expected.")
                        .build());
    }

    static HttpExchangeException of(
            HttpCall call, IOException thrown, Progress progress, @Nullable Credentials clientCertificate) {
        IOException e = withoutTls(thrown);
        boolean refusedUs = isAboutOurCertificate(thrown);
        RequestSent sent = progress.sent && !refusedUs ? RequestSent.UNKNOWN : RequestSent.NO;
        boolean unknown = sent == RequestSent.UNKNOWN && call.hasEffect();
        Failure.Builder failure = explain(call, e, progress, clientCertificate, refusedUs)
                .service(call.service())
                .operation(call.operationId().orElse(null))
                .effect(unknown ? Effect.UNKNOWN : Effect.NONE)
                .cause(progress.handshaking && !(thrown instanceof SSLException) ? handshakeFailure(thrown) : thrown);
        return new HttpExchangeException(failure.build(), sent);
    }

    private static Failure.Builder explain(
            HttpCall call, IOException e, Progress progress, @Nullable Credentials own, boolean refusedUs) {
        String host = call.uri().getHost()
                + (call.uri().getPort() < 0 ? "" : ":" + call.uri().getPort());
        if (isInterrupt(e)) {
            return Failure.of(Fault.CALLER, "The thread was interrupted while it waited for " + host)
                    .remedy(progress.sent ? again(call) : "Nothing was sent; call again.");
        }
        if (progress.contentFailed) {
            return Failure.of(Fault.CALLER, "What was to be sent to " + host + " could not be read: " + text(e))
                    .remedy("Check the document and where it is kept.");
        }
        if (progress.sinkFailed) {
            return Failure.of(Fault.CALLER, "The answer of " + host + " could not be written: " + text(e))
                    .remedy("Check where it is written to.");
        }
        CertificateException serverProblem = find(e, CertificateException.class);
        if (serverProblem != null) {
            return Failure.of(
                            Fault.CONFIGURATION,
                            "The certificate of " + host + " is not trusted: " + text(serverProblem))
                    .remedy("Add its authority to the server trust of the environment, if it is the right server.");
        }
        if (e instanceof SSLPeerUnverifiedException) {
            return Failure.of(Fault.CONFIGURATION, "The certificate of " + host + " is for another name")
                    .remedy("Check the address; for a tunnel, say the expected name in the server trust.");
        }
        if (refusedUs) {
            String what = own == null
                    ? host + " asks for a client certificate and this client has none"
                    : host + " refused the client certificate " + own;
            return Failure.of(Fault.CONFIGURATION, what)
                    .remedy(own == null ? "Give the client its credentials." : "Ask whether it is authorised there.");
        }
        if (e instanceof SSLException) {
            return Failure.of(
                            progress.sent ? Fault.NETWORK : Fault.CONFIGURATION,
                            "The TLS connection to " + host + " failed: " + text(e))
                    .retry(progress.sent ? Retry.SAME_OPERATION : Retry.NEVER)
                    .remedy("Check that the address speaks TLS 1.2 or 1.3 and that nothing in between intercepts it.");
        }
        if (progress.handshakeLate) {
            return network(host + " did not speak TLS in time", "Check that the address and its port are of https.");
        }
        if (progress.handshaking && !(e instanceof InterruptedIOException)) {
            // Whoever refuses a certificate may hang up before its reason can be read.
            String remedy = own == null
                    ? "Perhaps it wants a client certificate, and this client has none."
                    : "Ask whether it takes the client certificate " + own + ".";
            return network(host + " broke off the TLS handshake, before anything was sent", remedy);
        }
        if (e instanceof UnknownHostException) {
            return network("The name " + host + " cannot be resolved", "Check the address and the name servers.");
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return network(
                    host + " cannot be reached", "Check the address, the firewall and whether the service is up.");
        }
        if (e instanceof InterruptedIOException) {
            return timeout(call, host, progress);
        }
        String stage = !progress.sent
                ? "before anything was sent"
                : progress.status > 0
                        ? "in the middle of the answer"
                        : progress.bodySent ? "before an answer came" : "while the request was being sent";
        return network("The connection to " + host + " broke " + stage, again(call));
    }

    private static String again(HttpCall call) {
        return call.hasEffect()
                ? "Find out what happened before sending again."
                : "It was a question, which changes nothing there: ask again.";
    }

    private static Failure.Builder timeout(HttpCall call, String host, Progress progress) {
        String when = !progress.sent
                ? " did not take the connection in time"
                : progress.status > 0 ? " did not finish its answer in time" : " did not answer in time";
        return network(host + when, progress.sent ? again(call) : "Check the firewall and whether the service is up.");
    }

    private static Failure.Builder network(String what, String remedy) {
        return Failure.of(Fault.NETWORK, what).retry(Retry.SAME_OPERATION).remedy(remedy);
    }

    /** An interrupt closes the socket under a call that waits, and okio looks at the flag when it does not. */
    private static boolean isInterrupt(IOException e) {
        return Thread.currentThread().isInterrupted()
                && (e instanceof InterruptedIOException || find(e, ClosedByInterruptException.class) != null);
    }

    /** TLS puts the errors of its line into errors of its own. */
    private static IOException withoutTls(IOException e) {
        return e instanceof SSLException && e.getCause() instanceof IOException line ? withoutTls(line) : e;
    }

    private static IOException handshakeFailure(IOException e) {
        SSLException failure = new SSLHandshakeException("the handshake did not end");
        failure.initCause(e);
        return failure;
    }

    /**
     * Whether the other side broke off TLS because of the certificate that we showed or did not show. Its alert may come
     * only when the request is already on its way, and then hangs on the error of that as a suppressed one.
     */
    private static boolean isAboutOurCertificate(Throwable e) {
        String m = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        boolean alert = e instanceof SSLException && m.contains("received fatal alert");
        if (alert && (m.contains("certificate") || m.contains("unknown_ca") || m.contains("access_denied"))) {
            return true;
        }
        return Arrays.stream(e.getSuppressed()).anyMatch(HttpFailures::isAboutOurCertificate);
    }

    private static String text(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        String own = e.getMessage();
        String root = deepest.getMessage();
        return own == null || own.equals(root) || root == null ? String.valueOf(root) : own;
    }

    private static <T> @Nullable T find(Throwable e, Class<T> type) {
        for (Throwable t = e; t != null && t.getCause() != t; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
