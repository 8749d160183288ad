package cat.eset.signature.validador;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.core.InvalidValueException;
import cat.eset.core.MediaType;
import cat.eset.signature.validador.ValidadorAnswer.Check;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.HttpExchangeClient;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests as section 4 writes them and replies as section 5 reads them, through sockets. */
class ValidadorTest {

    private static final String DSS = "urn:oasis:names:tc:dss:1.0:";
    private static final TestPki PKI = TestPki.create();

    private final List<String> requests = new ArrayList<>();
    private final List<String> headers = new ArrayList<>();
    private final HttpExchangeClient http =
            HttpExchangeClient.builder(ServerTrust.ofJava()).build();
    private HttpServer server;
    private String reply = "";
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            headers.add(exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + exchange.getRequestHeaders().getFirst("SOAPAction"));
            byte[] body = reply.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        http.close();
    }

    @ParameterizedTest(name = "validador 5: {0} {1} is {2}")
    @CsvSource({
        "Success, profiles:XSS:resultminor:valid:certificate:Definitive, valid",
        "Success, profiles:XSS:resultminor:invalid:certificate:Expired, invalid",
        "Success, profiles:XSS:resultminor:invalid:certificate:Revoked, invalid",
        "Success, profiles:XSS:resultminor:invalid:certificate:CertificatePolicyNotSupported, invalid",
        "Success, profiles:XSS:resultminor:unknown:certificate:Status_NoCertificatePathFound, undetermined",
        "Success, profiles:XSS:resultminor:invalid:certificate:SomethingNew, invalid",
        "Success, profiles:XSS:resultminor:valid:certificate:SomethingNew, undetermined",
        "Success, resultminor:valid:signature:onAllDocuments, valid",
        "Success, resultminor:valid:signature:OnAllDocuments, valid",
        "Success, resultminor:valid:signature:NotAllDocumentsReferenced, undetermined",
        "Success, resultminor:valid:signature:InvalidSignatureTimestamp, undetermined",
        "Success, resultminor:valid:signature:HasManifestResults, undetermined",
        "Success, resultminor:invalid:IncorrectSignature, invalid",
        "Success, , undetermined",
        "RequesterError, resultminor:NotParseableXMLDocument, undetermined",
        "RequesterError, resultminor:valid:signature:onAllDocuments, undetermined",
        "ResponderError, resultminor:GeneralError, undetermined",
        "ResponderError, resultminor:invalid:KeyLookupFailed, undetermined",
        "InsufficientInformation, resultminor:CrlNotAvailiable, undetermined"
    })
    void successDoesNotMeanValid(String major, String minor, String verdict) {
        reply = reply(major, minor == null ? "" : minor, "");
        boolean certificate = String.valueOf(minor).contains(":certificate:");
        assertThat(verdict(certificate ? aboutCertificate() : aboutSignature())).isEqualTo(verdict);
        if ("valid".equals(verdict)) {
            assertThat(verdict(certificate ? aboutSignature() : aboutCertificate()))
                    .as("the answer to another question")
                    .isEqualTo("undetermined");
        }
    }

    @Test
    void certificateIsAskedForWithItsAttributes() throws Exception {
        reply = reply(
                "Success",
                "profiles:XSS:resultminor:valid:certificate:\n      Definitive",
                "<d:ProcessingDetails><d:ValidDetail Type=\"urn:oasis:names:tc:dss:1.0:detail:IssuerTrust\">"
                        + "<d:Message xml:lang=\"en\">trusted</d:Message></d:ValidDetail></d:ProcessingDetails>"
                        + "<x:X509CertificateInfo xmlns:x=\"urn:oasis:names:tc:dss:1.0:profiles:XSS\">"
                        + "<x:Attribute Name=\"" + CertificateAttributes.KEY_OWNER_NIF + "\">"
                        + "<s:AttributeValue xmlns:s=\"urn:oasis:names:tc:SAML:2.0:assertion\">00000000T"
                        + "</s:AttributeValue></x:Attribute>"
                        + "<x:Attribute Name=\"" + CertificateAttributes.TITLE + "\"/></x:X509CertificateInfo>");

        ValidadorAnswer answer =
                client().certificate(PKI.mayor().certificate(), List.of(CertificateAttributes.KEY_OWNER_NIF));

        assertThat(verdict(answer)).as("white space inside the code").isEqualTo("valid");
        assertThat(answer.attributes())
                .containsEntry(CertificateAttributes.KEY_OWNER_NIF, Optional.of("00000000T"))
                .containsEntry(CertificateAttributes.TITLE, Optional.empty());
        assertThat(answer.details())
                .containsExactly(new ValidadorAnswer.Detail(Check.VALID, DSS + "detail:IssuerTrust", "trusted"));
        assertThat(answer.toString()).doesNotContain("00000000T");
        assertThat(new String(answer.evidence().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(reply);
        assertThat(requests.get(0))
                .startsWith("/dss ")
                .contains("Profile=\"urn:oasis:names:tc:dss:1.0:profiles:XSS\"")
                .contains("<xss:AttributeDesignator Name=\"urn:catcert:psis:certificateAttributes:KeyOwnerNIF\"/>")
                .contains("<dss:SignatureObject><dss:Other><ds:X509Data><ds:X509Certificate>"
                        + Base64.getEncoder()
                                .encodeToString(PKI.mayor().certificate().getEncoded()))
                .doesNotContain("InputDocuments");
        assertThat(headers.get(0)).isEqualTo("text/xml; charset=UTF-8 \"\"");
    }

    @Test
    void detachedCmsSendsOnlyTheDigestOfItsContent() {
        reply = reply("Success", "resultminor:valid:signature:onAllDocuments", "");
        DocumentContent content = xml("<content/>");

        client().cms(xml("CMS"), content);

        assertThat(requests.get(0))
                .contains("<ds:DigestValue>" + content.sha256().base64() + "</ds:DigestValue>")
                .contains("<dss:Base64Signature Type=\"urn:ietf:rfc:3369\">Q01T</dss:Base64Signature>");
    }

    @Test
    void pdfGoesToItsOwnAddressWithItsOwnProfile() {
        reply = reply("Success", "resultminor:valid:signature:onAllDocuments", "");
        client().pdf(xml("%PDF"));
        assertThat(requests.get(0))
                .startsWith("/dsspdf ")
                .contains("profiles:DSS_PDF\"")
                .contains("<dss:Base64Data MimeType=\"application/pdf\">JVBERg==</dss:Base64Data>")
                .doesNotContain("SignatureObject");
    }

    @Test
    void upgradedSignatureIsHandedOutOnlyIfItIsTheSameWithATimeStamp() {
        reply = upgraded("resultminor:valid:signature:onAllDocuments", "<b/>");
        assertThat(client().upgradeXml(xml("<a/>")))
                .isInstanceOfSatisfying(
                        Upgrade.Distrusted.class,
                        no -> assertThat(no.answer().document()).isEmpty());
        reply = upgraded("resultminor:valid:signature:onAllDocuments", "<a/>");
        assertThat(client().upgradeXml(xml("<a/>"))).isInstanceOf(Upgrade.Unchanged.class);
        assertThat(requests.get(0))
                .contains("<dss:ReturnUpdatedSignature"
                        + " Type=\"urn:oasis:names:tc:dss:1.0:profiles:XAdES:forms:ES-LTV\"/>");

        reply = upgraded("resultminor:invalid:IncorrectSignature", "<a/>");
        assertThat(client().upgradeXml(xml("<a/>")))
                .isInstanceOfSatisfying(
                        Upgrade.NotValid.class,
                        no -> assertThat(no.answer().document()).isEmpty());
        reply = reply("Success", "resultminor:valid:signature:onAllDocuments", "");
        assertThat(client().upgradeXml(xml("<a/>"))).isInstanceOf(Upgrade.Unchanged.class);
        reply = upgraded("resultminor:valid:signature:onAllDocuments", "no CMS");
        assertThat(client().upgradeCms(xml("no CMS"))).isInstanceOf(Upgrade.Distrusted.class);
        assertThat(client().upgradePdf(xml("%PDF-1.7"))).isInstanceOf(Upgrade.Distrusted.class);
    }

    @Test
    void upgradeThatIsNestedWithoutEndIsDistrusted() {
        String deep = "<a>".repeat(20_000) + "</a>".repeat(20_000);
        reply = upgraded("resultminor:valid:signature:onAllDocuments", deep);
        assertThat(client().upgradeXml(xml("<a/>"))).isInstanceOf(Upgrade.Distrusted.class);
    }

    private static String upgraded(String minor, String document) {
        String base64 = Base64.getEncoder().encodeToString(document.getBytes(StandardCharsets.UTF_8));
        return reply(
                "Success",
                minor,
                "<d:DocumentWithSignature><d:Document><d:Base64Data>" + base64 + "</d:Base64Data></d:Document>"
                        + "</d:DocumentWithSignature>");
    }

    @Test
    void whatIsSaidToTheBuilderAfterwardsDoesNotReachTheClient() {
        reply = reply("Success", "resultminor:valid:signature:onAllDocuments", "");
        Validador.Builder builder = builder();
        Validador before = builder.build();
        builder.claimedIdentity("later").withSignedReplies();
        before.xml(xml("<a/>"));
        assertThat(requests.get(0)).doesNotContain("later", "ReturnSignedResponse");
    }

    @Test
    void instantAndInlineXmlAreSentWhenTold() {
        reply = reply("Success", "resultminor:valid:signature:onAllDocuments", "");
        Validador inline = builder()
                .sendingXmlInline()
                .verificationTime(java.time.Instant.parse("2026-03-02T09:00:00Z"))
                .build();
        inline.xml(xml("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"€\"/>"));
        assertThat(requests.get(0))
                .contains("<dss:VerificationTime>2026-03-02T09:00:00Z</dss:VerificationTime>")
                .contains("<dss:InlineXML>\n<a b=\"€\"/></dss:InlineXML>");
        inline.xml(xml("<a/>"), xml("<content/>"), "c.xml");
        assertThat(requests.get(1)).contains("RefURI=\"c.xml\"", "<dss:InlineXML><a/></dss:InlineXML>");
        assertThatThrownBy(() -> inline.xml(xml("<!DOCTYPE a><a/>"))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> inline.xml(xml("</dss:InlineXML>"))).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void signedRepliesAndIdentityAreAskedForWhenTold() {
        reply = reply("Success", "resultminor:valid:signature:onAllDocuments", "");
        builder().withSignedReplies().claimedIdentity("Vilaprova & co").build().xml(xml("<a/>"));
        assertThat(requests.get(0))
                .contains("<xss:ReturnSignedResponse/>")
                .contains("<dss:Name>Vilaprova &amp; co</dss:Name>");
    }

    @ParameterizedTest
    @CsvSource({
        "500, <s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><s:Fault/></s:Body></s:Envelope>",
        "200, <html>It works</html>",
        "502, Bad gateway",
        "200, <!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"
    })
    void whatIsNoAnswerIsAnErrorAndNeverAVerdict(int code, String text) {
        status = code;
        reply = text;
        ValidadorException error = catchThrowableOfType(ValidadorException.class, () -> client().xml(xml("<a/>")));
        assertThat(error).isNotNull();
        assertThat(error.failure().retry()).isEqualTo(Failure.Retry.LATER);
        assertThat(error.getMessage()).contains("HTTP " + code);
    }

    @Test
    void lengthOfTheRequestIsKnownBeforeItIsSent() throws Exception {
        for (int length = 0; length < 10; length++) {
            VerifyRequest request = VerifyRequest.pdf(DocumentContent.of(new byte[length], MediaType.PDF), "");
            assertThat(request.length()).isEqualTo(request.bytes().length);
        }
    }

    @Test
    void unknownCodeIsKept() {
        assertThat(new ResultUrn("urn:new").isKnown()).isFalse();
        assertThat(ResultUrn.SUCCESS.isKnown()).isTrue();
    }

    private static String reply(String major, String minor, String outputs) {
        return "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body>"
                + "<d:VerifyResponse xmlns:d=\"urn:oasis:names:tc:dss:1.0:core:schema\" Profile=\"p\"><d:Result>"
                + "<d:ResultMajor>" + DSS + "resultmajor:" + major + "</d:ResultMajor>"
                + (minor.isEmpty() ? "" : "<d:ResultMinor>" + DSS + minor + "</d:ResultMinor>")
                + "</d:Result><d:OptionalOutputs>" + outputs + "</d:OptionalOutputs></d:VerifyResponse>"
                + "</e:Body></e:Envelope>";
    }

    private ValidadorAnswer aboutCertificate() {
        return client().certificate(PKI.mayor().certificate(), List.of());
    }

    private ValidadorAnswer aboutSignature() {
        return client().xml(xml("<a/>"));
    }

    private static String verdict(ValidadorAnswer answer) {
        return answer.fold(v -> "valid", i -> "invalid", u -> "undetermined");
    }

    private static DocumentContent xml(String text) {
        return DocumentContent.of(text.getBytes(StandardCharsets.UTF_8), MediaType.XML);
    }

    private Validador client() {
        return builder().build();
    }

    private Validador.Builder builder() {
        String base = "http://localhost:" + server.getAddress().getPort();
        return Validador.builder(new ValidadorEndpoints(URI.create(base + "/dss"), URI.create(base + "/dsspdf")), http);
    }
}
