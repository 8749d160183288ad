package cat.eset.examples.torture;

import cat.eset.core.Office;
import cat.eset.core.Secret;
import cat.eset.endpoint.jdk.EndpointServer;
import cat.eset.registry.mux.MuxInbound;
import cat.eset.registry.mux.TokenRules;
import cat.eset.store.JdbcStore;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A registry for MUX V3 as a program of its own, on a database that it shares with others. Says where it is, and waits to be killed. */
public final class RegistryProcess {

    private RegistryProcess() {}

    /** Arguments: URL of the database, and what is to be taken for now. */
    public static void main(String[] args) throws Exception {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse(args[1])));
        JdbcStore store =
                JdbcStore.builder(TortureDatabase.pool(args[0]), clock).build().of(TownHallProcess.TOWN_HALL);
        MuxInbound inbound = MuxInbound.builder(
                        TownHallProcess.actor("00000003A", Office.REGISTRAR),
                        TokenRules.builder(Secret.of(TownHallProcess.SHARED_SECRET))
                                .issuer("MUX")
                                .build(),
                        store.unitOfWork(),
                        store.registryBook(),
                        store.inboundLedger())
                .clock(clock)
                .answerBudget(Duration.ofSeconds(2))
                .staleAfter(Duration.ofSeconds(1))
                .build();
        EndpointServer server = EndpointServer.builder(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .route("/registre", inbound)
                .start();
        System.out.println(server.uri("/registre"));
        System.out.flush();
        // Until whoever started it is gone.
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }
}
