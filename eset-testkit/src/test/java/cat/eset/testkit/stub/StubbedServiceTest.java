package cat.eset.testkit.stub;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.testkit.pki.TestPki;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

class StubbedServiceTest {

    @Test
    void answersWhatItWasToldToClientsThatTrustTheTestPki()
            throws IOException, InterruptedException, GeneralSecurityException {
        TestPki pki = TestPki.create();
        try (StubbedService service = StubbedService.start(pki)) {
            service.wireMock().stubFor(get("/state").willReturn(okJson("{\"state\":\"open\"}")));
            HttpClient client =
                    HttpClient.newBuilder().sslContext(trusting(pki)).build();

            HttpResponse<String> told = client.send(
                    HttpRequest.newBuilder(service.uri("/state")).build(), HttpResponse.BodyHandlers.ofString());
            HttpResponse<String> untold = client.send(
                    HttpRequest.newBuilder(service.uri("/other")).build(), HttpResponse.BodyHandlers.ofString());

            assertThat(told.body()).isEqualTo("{\"state\":\"open\"}");
            assertThat(untold.statusCode()).isEqualTo(404);
            service.wireMock().verify(1, getRequestedFor(urlEqualTo("/state")));
        }
    }

    private static SSLContext trusting(TestPki pki) throws GeneralSecurityException, IOException {
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("root", pki.root());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
