package cat.eset.examples;

import cat.eset.core.Actor;
import cat.eset.core.Credentials;
import cat.eset.core.Secret;
import cat.eset.core.registry.RegistryBook;
import cat.eset.core.work.InboundLedger;
import cat.eset.core.work.UnitOfWork;
import cat.eset.endpoint.jdk.EndpointServer;
import cat.eset.endpoint.servlet.EndpointServlet;
import cat.eset.registry.mux.MuxInbound;
import cat.eset.registry.mux.TokenRules;
import jakarta.servlet.ServletContext;
import java.net.InetSocketAddress;

/** The town hall's own registry, called by MUX, in any Jakarta Servlet container or on the server of the JDK. */
public final class AcceptRegistryEntries implements AutoCloseable {

    private final MuxInbound inbound;

    /**
     * Takes what the vendor has already: its registry, its control table and its transactions, or the in-memory ones.
     *
     * @param registrar who the entries are registered by
     * @param mux secret shared with the consortium
     */
    public AcceptRegistryEntries(
            Actor registrar, Secret mux, UnitOfWork unitOfWork, RegistryBook book, InboundLedger ledger) {
        // tag::accept[]
        inbound = MuxInbound.builder(
                        registrar, TokenRules.builder(mux).issuer("MUX").build(), unitOfWork, book, ledger)
                .onRegistered((entry, transaction) -> System.out.println(entry.number() + " " + transaction.id()))
                .build(); // one number for each transaction, however often it is sent
        // end::accept[]
    }

    /** Puts it into the container, for example from a {@code ServletContextListener}. */
    public void mount(ServletContext container) {
        container.addServlet("registry", new EndpointServlet(inbound)).addMapping("/registry");
    }

    /** Or starts a server of the JDK for it alone. */
    public EndpointServer listen(InetSocketAddress address, Credentials certificate) {
        // tag::listen[]
        return EndpointServer.builder(address)
                .tls(certificate)
                .route("/registry", inbound)
                .start();
        // end::listen[]
    }

    /** When the program stops. */
    @Override
    public void close() {
        inbound.close();
    }
}
