package cat.eset.testkit.internal.enotum;

import cat.eset.testkit.enotum.ReportDelivery;
import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.MalformedXmlException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.w3c.dom.Element;

/** Brings reports to the vendor and repeats them until they are acknowledged (contract enotum 7). */
final class Reporter {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http;
    private final Agenda agenda;
    private final List<Duration> retries;
    private final List<ReportDelivery> deliveries = new CopyOnWriteArrayList<>();
    private volatile Optional<URI> vendor = Optional.empty();

    Reporter(HttpClient http, Agenda agenda, List<Duration> retries) {
        this.http = http;
        this.agenda = agenda;
        this.retries = List.copyOf(retries);
    }

    /** A report that waits to be sent. */
    record Outgoing(String ids, String kind, String states, String soap) {}

    void reportTo(Optional<URI> address) {
        vendor = address;
    }

    boolean isOn() {
        return vendor.isPresent();
    }

    List<ReportDelivery> deliveries() {
        return List.copyOf(deliveries);
    }

    void send(Outgoing report) {
        attempt(report, 1);
    }

    private void attempt(Outgoing report, int number) {
        Optional<URI> target = vendor;
        if (target.isEmpty()) {
            return;
        }
        ReportDelivery delivery = post(target.get(), report, number);
        deliveries.add(delivery);
        if (!delivery.acknowledged() && number <= retries.size()) {
            agenda.at(agenda.now().plus(retries.get(number - 1)), at -> attempt(report, number + 1));
        }
    }

    private ReportDelivery post(URI target, Outgoing report, int number) {
        HttpRequest request = HttpRequest.newBuilder(target)
                .timeout(PATIENCE)
                .header("Content-Type", "text/xml; charset=UTF-8")
                .header("SOAPAction", "\"http://www.openuri.org/clientRequestwithReturn\"")
                .POST(HttpRequest.BodyPublishers.ofString(report.soap()))
                .build();
        int status = 0;
        String answer = "";
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            status = response.statusCode();
            answer = response.body();
        } catch (IOException e) {
            answer = "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        boolean acknowledged = status == 200 && isAcknowledgement(answer);
        return new ReportDelivery(
                report.ids(), report.kind(), report.states(), number, report.soap(), status, answer, acknowledged);
    }

    /** A {@code RespostaReport} without {@code Error}; an empty {@code Error} is still one. */
    private static boolean isAcknowledgement(String answer) {
        try {
            Optional<Element> report = Dom.at(
                    Dom.parse(answer.getBytes(StandardCharsets.UTF_8)).getDocumentElement(),
                    "Body",
                    "clientRequestwithReturnResponse",
                    "RespostaReport");
            return report.filter(r -> ReportText.NT.equals(r.getNamespaceURI()))
                    .filter(r -> Dom.child(r, "Error").isEmpty())
                    .isPresent();
        } catch (MalformedXmlException e) {
            return false;
        }
    }
}
