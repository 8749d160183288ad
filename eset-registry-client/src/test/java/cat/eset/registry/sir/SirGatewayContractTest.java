package cat.eset.registry.sir;

import cat.eset.core.OperationId;
import cat.eset.core.registry.RegistryGateway;
import cat.eset.testkit.contract.RegistryGatewayContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The gateway of SIR keeps every promise of the port, over the sockets of the simulated service. */
class SirGatewayContractTest implements RegistryGatewayContract {

    private static Town town;
    private static SirClient sir;

    @BeforeAll
    static void open() {
        town = new Town();
        sir = town.client();
    }

    @AfterAll
    static void close() {
        sir.close();
        town.close();
    }

    @Override
    public RegistryGateway newGateway() {
        return SirGateway.of(sir, Town.ORIGIN);
    }

    @Override
    public OperationId newOperation() {
        return town.operation();
    }
}
