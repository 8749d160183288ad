package cat.eset.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.Actor;
import cat.eset.core.Credentials;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.Secret;
import cat.eset.core.TownHall;
import cat.eset.core.id.Nif;
import cat.eset.core.memory.MemoryStore;
import cat.eset.core.registry.Direction;
import cat.eset.endpoint.jdk.EndpointServer;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.mux.MuxExecution;
import cat.eset.testkit.mux.MuxTransaction;
import cat.eset.testkit.mux.VendorRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class AcceptRegistryEntriesTest {

    /** Kept, because the JDK lets go of loggers nobody holds. Tomcat tells at length how it starts and stops. */
    private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

    @Test
    void anApplicationThatMuxPostsIsInTheRegistryOfTheServletContainer(@TempDir Path folder) throws Exception {
        TOMCAT_LOG.setLevel(Level.SEVERE);
        Secret secret = Secret.of("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9w");
        Tomcat tomcat = new Tomcat();
        try (Consortium consortium =
                Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0)))) {
            TownHall town = consortium.townHalls().get(0);
            Actor registrar = new Actor(new Person(Nif.of("00000000T"), "Registre"), Office.AUTOMATED, town);
            MemoryStore store = MemoryStore.create(consortium.clock());
            try (AcceptRegistryEntries example = new AcceptRegistryEntries(
                    registrar, secret, store.unitOfWork(), store.registryBook(), store.inboundLedger())) {
                tomcat.setBaseDir(folder.toString());
                tomcat.setPort(0);
                tomcat.addContext("", folder.toString())
                        .addServletContainerInitializer((classes, context) -> example.mount(context), null);
                tomcat.start();
                URI address =
                        URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + "/registry");
                consortium
                        .mux()
                        .register(VendorRegistry.at(address, "MUX", town.ine10().value(), secret));

                MuxExecution execution = consortium
                        .mux()
                        .execute(MuxTransaction.entry("0ba6-8133-af41-6006", "Llicència d'obres menors")
                                .build());

                assertThat(execution.auxiliary()).isFalse();
                assertThat(store.registryBook().year(town, Direction.ENTRY, 2026))
                        .extracting(entry -> entry.number().text())
                        .containsExactly(execution.number());
            }
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
    }

    @Test
    void anApplicationThatMuxPostsIsInTheRegistryOnTheServerOfTheJdk() {
        Secret secret = Secret.of("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9w");
        try (Consortium consortium =
                Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0)))) {
            TownHall town = consortium.townHalls().get(0);
            Actor registrar = new Actor(new Person(Nif.of("00000000T"), "Registre"), Office.AUTOMATED, town);
            MemoryStore store = MemoryStore.create(consortium.clock());
            Credentials certificate = consortium.pki().tlsServer().credentials();
            try (AcceptRegistryEntries example = new AcceptRegistryEntries(
                            registrar, secret, store.unitOfWork(), store.registryBook(), store.inboundLedger());
                    EndpointServer server =
                            example.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), certificate)) {
                consortium
                        .mux()
                        .register(VendorRegistry.at(
                                server.uri("/registry"), "MUX", town.ine10().value(), secret));

                MuxExecution execution = consortium
                        .mux()
                        .execute(MuxTransaction.entry("0ba6-8133-af41-6006", "Llicència d'obres menors")
                                .build());

                assertThat(execution.auxiliary()).isFalse();
                assertThat(execution.number()).isEqualTo("2026/E/000001");
            }
        }
    }
}
