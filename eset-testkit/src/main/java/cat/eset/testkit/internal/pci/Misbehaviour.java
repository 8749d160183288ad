package cat.eset.testkit.internal.pci;

import cat.eset.core.TownHall;
import cat.eset.testkit.pci.PciFault;
import cat.eset.testkit.pki.CertificateProfile;
import cat.eset.testkit.pki.TestIdentity;
import cat.eset.testkit.pki.TestPki;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Spoils the content of an answer: its signature, its structure, its echo. */
final class Misbehaviour {

    private final TestPki pki;
    private final AnswerSigner signer = new AnswerSigner();
    private final Map<PciFault.Kind, TestIdentity> wrongSigners = new ConcurrentHashMap<>();

    Misbehaviour(TestPki pki) {
        this.pki = pki;
    }

    /** The well-behaved answer. */
    String sign(String body) {
        return signer.sign(body, pki.pciResponseSigner());
    }

    /** The answer with this fault in it. Faults of the connection leave it good. */
    String spoil(PciFault fault, String body) {
        return switch (fault.kind()) {
            case UNSIGNED -> AnswerSigner.unsigned(body);
            case UNTRUSTED_SIGNER, OTHER_SIGNER, EXPIRED_SIGNER -> signer.sign(body, wrongSigner(fault.kind()));
            case WRONG_ECHO -> sign(body.replaceFirst("(<ns3:IdPeticion>)[^<]*", "$1another-request"));
            case WRONG_ITEM_COUNT -> sign(repeatItem(body));
            case TAMPERED -> sign(body).replaceFirst("<ns3:CodigoProducto>", "<ns3:CodigoProducto>X");
            case MOVED_BODY -> moveBody(sign(body));
            case DUPLICATE_ID -> duplicateId(sign(body));
            case SECOND_SIGNATURE -> secondSignature(sign(body));
            case TRUNCATED -> half(sign(body));
            case DUPLICATED -> sign(body).repeat(2);
            case DOCTYPE -> "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>" + sign(body);
            case DEEP -> nest((int) fault.amount());
            default -> sign(body);
        };
    }

    private TestIdentity wrongSigner(PciFault.Kind kind) {
        return wrongSigners.computeIfAbsent(kind, k -> {
            CertificateProfile good =
                    CertificateProfile.seal("Serveis simulats", "Consorci AOC (simulat)", "VATES-Q0801175A");
            return switch (k) {
                case UNTRUSTED_SIGNER ->
                    TestPki.create(List.of(firstTownHall()), java.util.Optional.empty())
                            .pciResponseSigner();
                case OTHER_SIGNER ->
                    pki.issue("wrong-signer-other", good.withOrganization("Un altre organisme", "VATES-Q9999999Z"));
                default ->
                    pki.issue(
                            "wrong-signer-expired",
                            good.withValidity(
                                    Instant.now().minus(Duration.ofDays(30)),
                                    Instant.now().minus(Duration.ofDays(1))));
            };
        });
    }

    private TownHall firstTownHall() {
        return pki.townHalls().get(0);
    }

    private static String repeatItem(String body) {
        int from = body.indexOf("<ns3:TransmisionDatos>");
        int to = body.indexOf("</ns3:Transmisiones>");
        return from < 0 ? body : body.substring(0, to) + body.substring(from, to) + body.substring(to);
    }

    private static String moveBody(String signed) {
        int body = signed.indexOf("<SOAP-ENV:Body");
        int end = signed.indexOf("</SOAP-ENV:Body>") + "</SOAP-ENV:Body>".length();
        String good = signed.substring(body, end);
        String evil =
                good.replaceFirst(" wsu:Id=\"[^\"]*\"", "").replace("<ns3:CodigoProducto>", "<ns3:CodigoProducto>X");
        String header = signed.substring(0, body)
                .replace(
                        "</SOAP-ENV:Header>",
                        "<w:Wrapper xmlns:w=\"urn:w\">" + good + "</w:Wrapper></SOAP-ENV:Header>");
        return header + evil + signed.substring(end);
    }

    private static String duplicateId(String signed) {
        int at = signed.indexOf("<SOAP-ENV:Body");
        String id = signed.substring(at).replaceFirst("(?s)^.*?wsu:Id=\"([^\"]*)\".*$", "$1");
        return signed.replace(
                "</SOAP-ENV:Header>",
                "<w:Extra xmlns:w=\"urn:w\" xmlns:wsu=\"" + WssVerifier.WSU + "\" wsu:Id=\"" + id
                        + "\"/></SOAP-ENV:Header>");
    }

    private static String secondSignature(String signed) {
        int from = signed.indexOf("<ds:Signature ");
        int to = signed.indexOf("</ds:Signature>") + "</ds:Signature>".length();
        return signed.substring(0, to) + signed.substring(from, to) + signed.substring(to);
    }

    private static String half(String text) {
        return text.substring(0, text.length() / 2);
    }

    private static String nest(int depth) {
        return "<a>".repeat(depth) + "</a>".repeat(depth);
    }
}
