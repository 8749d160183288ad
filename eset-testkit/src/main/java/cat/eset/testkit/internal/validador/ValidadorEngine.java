package cat.eset.testkit.internal.validador;

import cat.eset.testkit.internal.http.Exchanges;
import cat.eset.testkit.internal.tsa.SignatureStamps;
import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.MalformedXmlException;
import cat.eset.testkit.pki.TestPki;
import cat.eset.testkit.validador.ValidadorDesk;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.UnaryOperator;
import org.w3c.dom.Element;

/** Reads requests as contract 4 writes them, and answers as contract 5 reads them. */
public final class ValidadorEngine implements ValidadorDesk {

    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private final TestPki pki;
    private final UnaryOperator<byte[]> stamps;
    private final Signatures signatures = new Signatures(this::certificate);
    private final List<String> requests = new ArrayList<>();
    private final Queue<Finding> scripted = new ArrayDeque<>();
    private final Queue<Integer> broken = new ArrayDeque<>();

    /**
     * Judges by this infrastructure.
     *
     * @param stamps makes a time stamp token over a SHA-256 digest
     */
    public ValidadorEngine(TestPki pki, UnaryOperator<byte[]> stamps) {
        this.pki = pki;
        this.stamps = stamps;
    }

    @Override
    public synchronized void answerNext(String major, String minor) {
        scripted.add(new Finding(major, minor));
    }

    @Override
    public synchronized void breakNext(int status) {
        broken.add(status);
    }

    @Override
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /** Answers one request. */
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = Exchanges.read(exchange.getRequestBody(), MOST_BYTES);
        Integer status;
        synchronized (this) {
            status = broken.poll();
        }
        if (status != null) {
            Exchanges.answer(exchange, status, "text/html", "<html>proxy error</html>");
            return;
        }
        try {
            Element message = Dom.children(Dom.need(Dom.parse(body).getDocumentElement(), "Body"))
                    .get(0);
            boolean pdf = exchange.getRequestURI().getPath().endsWith("/dsspdf");
            Exchanges.answer(exchange, 200, "text/xml; charset=UTF-8", answer(message, pdf));
        } catch (MalformedXmlException | RuntimeException e) {
            Exchanges.answer(
                    exchange,
                    500,
                    "text/xml; charset=UTF-8",
                    "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body><e:Fault><faultcode>"
                            + "e:Client</faultcode><faultstring>bad request</faultstring></e:Fault></e:Body></e:Envelope>");
        }
    }

    private String answer(Element message, boolean pdf) {
        if (message.getLocalName().equals("SignRequest")) {
            record("timestamp");
            return stamp(message);
        }
        String kind = pdf ? "pdf" : kind(message);
        record(kind);
        Finding found = judge(kind, message);
        synchronized (this) {
            found = scripted.isEmpty() ? found : scripted.remove();
        }
        VerifyAnswer answer = new VerifyAnswer(message.getAttribute("Profile"), found);
        if (kind.equals("certificate")) {
            certificateOf(message).ifPresent(certificate -> answer.attributes(message, certificate));
        } else if (found.isValid()) {
            Dom.at(message, "OptionalInputs", "ReturnUpdatedSignature")
                    .ifPresent(asked -> answer.updated(upgraded(kind, signatureOf(message), asked)));
        }
        return answer.write();
    }

    /** A time stamp is as far as it goes; for the levels without one, and where there is no place for it, nothing. */
    private byte[] upgraded(String kind, byte[] signature, Element asked) {
        if (asked.getAttribute("Type").endsWith("BES")
                || asked.getAttribute("Type").endsWith("EPES")) {
            return signature;
        }
        try {
            SignatureStamps all = new SignatureStamps(stamps);
            return switch (kind) {
                case "cms" -> all.cms(signature);
                case "pdf" -> all.pdf(signature);
                default -> all.xml(signature);
            };
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a signature that was verified cannot be stamped", e);
        }
    }

    private synchronized void record(String kind) {
        requests.add(kind);
    }

    private static String kind(Element message) {
        if (Dom.at(message, "SignatureObject", "Other").isPresent()) {
            return "certificate";
        }
        return Dom.at(message, "SignatureObject", "Base64Signature").isPresent() ? "cms" : "xml";
    }

    private Finding judge(String kind, Element message) {
        return switch (kind) {
            case "certificate" -> certificateOf(message).map(this::certificate).orElse(Finding.UNSUITABLE);
            case "cms" ->
                signatures.cms(
                        signatureOf(message), digests(message).values().stream().findFirst());
            case "pdf" -> signatures.pdf(signatureOf(message));
            default -> signatures.xml(signatureOf(message), digests(message));
        };
    }

    /** Good if the root of the tests issued it, it is within its time by the real clock, and nobody revoked it. */
    private Finding certificate(X509Certificate certificate) {
        try {
            certificate.verify(pki.root().getPublicKey());
        } catch (GeneralSecurityException e) {
            return Finding.NO_PATH;
        }
        if (pki.isRevoked(certificate)) {
            return Finding.REVOKED;
        }
        boolean expired = certificate.getNotAfter().toInstant().isBefore(Instant.now());
        return expired ? Finding.EXPIRED : Finding.DEFINITIVE;
    }

    private static Optional<X509Certificate> certificateOf(Element message) {
        try {
            byte[] der = base64(Dom.text(message, "SignatureObject", "Other", "X509Data", "X509Certificate"));
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    /** The signature: an object, or the document that carries it, in whichever form it came. */
    private static byte[] signatureOf(Element message) {
        String object = Dom.text(message, "SignatureObject", "Base64Signature");
        if (!object.isEmpty()) {
            return base64(object);
        }
        Element document = Dom.need(message, "InputDocuments", "Document");
        String xml = Dom.text(document, "Base64XML");
        return base64(xml.isEmpty() ? Dom.text(document, "Base64Data") : xml);
    }

    /** Digests of the documents beside the signature, by their addresses. */
    private static Map<String, byte[]> digests(Element message) {
        Map<String, byte[]> found = new HashMap<>();
        for (Element documents : Dom.children(message, "InputDocuments")) {
            for (Element hash : Dom.children(documents, "DocumentHash")) {
                found.put(hash.getAttribute("RefURI"), base64(Dom.text(hash, "DigestValue")));
            }
        }
        return found;
    }

    private String stamp(Element message) {
        byte[] digest = base64(Dom.text(message, "InputDocuments", "DocumentHash", "DigestValue"));
        String token = Base64.getEncoder().encodeToString(stamps.apply(digest));
        return VerifyAnswer.envelope("<dss:SignResponse xmlns:dss=\"" + VerifyAnswer.DSS + "\" Profile=\""
                + message.getAttribute("Profile") + "\"><dss:Result><dss:ResultMajor>" + VerifyAnswer.URN
                + "resultmajor:Success</dss:ResultMajor></dss:Result><dss:SignatureObject><dss:Timestamp>"
                + "<dss:RFC3161TimeStampToken>" + token
                + "</dss:RFC3161TimeStampToken></dss:Timestamp></dss:SignatureObject></dss:SignResponse>");
    }

    private static byte[] base64(String text) {
        return Base64.getMimeDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
    }
}
