package cat.eset.notify;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.OperationId;
import cat.eset.core.Secret;
import cat.eset.endpoint.EndpointRequest;
import cat.eset.endpoint.EndpointResponse;
import cat.eset.endpoint.jdk.EndpointServer;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.mux.VendorRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who registers the exit (contract enotum 5.3; design: exit entries). */
class ExitRegistrationTest {

    private static final Pattern ID = Pattern.compile("\"idTransaccio\"\\s*:\\s*\"([^\"]+)\"");

    private final AtomicBoolean sending = new AtomicBoolean();
    private final List<Boolean> calledWhileSending = new CopyOnWriteArrayList<>();

    /** A registry that numbers everything. */
    private EndpointResponse register(EndpointRequest request) {
        calledWhileSending.add(sending.get());
        Matcher id = ID.matcher(new String(request.body(), StandardCharsets.UTF_8));
        assertThat(id.find()).isTrue();
        return EndpointResponse.of(
                200,
                "application/json",
                "{\"resultat\":true,\"idTransaccio\":\"" + id.group(1) + "\",\"tipus\":\"S\",\"numeroAssentament\":"
                        + "\"S/000777-2026\",\"dataAssentament\":\"02/03/2026T09:00:00.000+01:00\","
                        + "\"dataPresentacio\":\"02/03/2026T09:00:00.000+01:00\"}");
    }

    @Test
    void theServiceMayAskOurRegistryWhileOurSendIsOpen() {
        try (Desk desk = Desk.open(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0))
                        .withExitRegisteredInCall());
                EndpointServer registry = EndpointServer.builder(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .route("/registre", this::register)
                        .start();
                ENotum enotum = desk.client()) {
            desk.consortium()
                    .mux()
                    .register(VendorRegistry.at(
                            registry.uri("/registre"), "MUX", "0899990001", Secret.of("a".repeat(64))));
            OperationId operation = desk.operation();

            sending.set(true);
            SendResult result = enotum.send(operation, Desk.notice());
            sending.set(false);

            assertThat(result).isInstanceOf(SendResult.Queued.class);
            assertThat(calledWhileSending).containsExactly(true);
            desk.consortium().clock().advanceBy(Duration.ofMinutes(30));
            assertThat(desk.held(operation).get(0).registryNumber()).isEqualTo("S/000777-2026");
        }
    }

    @Test
    void withOurOwnEntryNobodyAsks() {
        try (Desk desk = Desk.open(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0))
                        .withExitRegisteredInCall());
                EndpointServer registry = EndpointServer.builder(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .route("/registre", this::register)
                        .start();
                ENotum enotum = desk.client()) {
            desk.consortium()
                    .mux()
                    .register(VendorRegistry.at(
                            registry.uri("/registre"), "MUX", "0899990001", Secret.of("a".repeat(64))));
            OperationId operation = desk.operation();

            enotum.send(operation, desk.registeredNotice());
            desk.consortium().clock().advanceBy(Duration.ofMinutes(30));

            assertThat(calledWhileSending).isEmpty();
            assertThat(desk.held(operation).get(0).registryNumber()).isEqualTo("S/000456-2026");
        }
    }
}
