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
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Locale;
import javax.net.ssl.SSLException;
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
                        .effect(call.operationId().isPresent() ? Effect.UNKNOWN : Effect.NONE)
                        .remedy("Raise the limit if such answers are expected.")
                        .build());
    }

    static HttpExchangeException of(
            HttpCall call, IOException e, Progress progress, @Nullable Credentials clientCertificate) {
        boolean refusedUs = e instanceof SSLException && isAboutOurCertificate(e);
        RequestSent sent = progress.sent && !refusedUs ? RequestSent.UNKNOWN : RequestSent.NO;
        boolean unknown = sent == RequestSent.UNKNOWN && call.operationId().isPresent();
        String host = call.uri().getHost()
                + (call.uri().getPort() < 0 ? "" : ":" + call.uri().getPort());
        Failure.Builder failure = explain(host, e, progress, clientCertificate, refusedUs)
                .service(call.service())
                .operation(call.operationId().orElse(null))
                .effect(unknown ? Effect.UNKNOWN : Effect.NONE)
                .cause(e);
        return new HttpExchangeException(failure.build(), sent);
    }

    private static Failure.Builder explain(
            String host, IOException e, Progress progress, @Nullable Credentials own, boolean refusedUs) {
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
        if (e instanceof UnknownHostException) {
            return network("The name " + host + " cannot be resolved", "Check the address and the name servers.");
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return network(
                    host + " cannot be reached", "Check the address, the firewall and whether the service is up.");
        }
        if (e instanceof SocketTimeoutException || e instanceof InterruptedIOException) {
            return timeout(host, progress);
        }
        String stage = !progress.sent
                ? "before anything was sent"
                : progress.status > 0
                        ? "in the middle of the answer"
                        : progress.bodySent ? "before an answer came" : "while the request was being sent";
        return network("The connection to " + host + " broke " + stage, "Find out what happened before sending again.");
    }

    private static Failure.Builder timeout(String host, Progress progress) {
        if (Thread.currentThread().isInterrupted()) {
            return Failure.of(Fault.CALLER, "The thread was interrupted while it waited for " + host)
                    .remedy("Find out what happened before sending again.");
        }
        String when = !progress.sent
                ? " did not take the connection in time"
                : progress.status > 0 ? " did not finish its answer in time" : " did not answer in time";
        return network(
                host + when,
                progress.sent
                        ? "Find out what happened before sending again."
                        : "Check the firewall and whether the service is up.");
    }

    private static Failure.Builder network(String what, String remedy) {
        return Failure.of(Fault.NETWORK, what).retry(Retry.SAME_OPERATION).remedy(remedy);
    }

    /** Whether the other side broke off TLS because of the certificate that we showed or did not show. */
    private static boolean isAboutOurCertificate(Throwable e) {
        String m = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return m.contains("alert")
                && (m.contains("certificate") || m.contains("unknown_ca") || m.contains("access_denied"));
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
