package cat.eset.notify;

import cat.eset.core.OperationId;
import cat.eset.core.notification.NotificationGateway;
import cat.eset.testkit.contract.NotificationGatewayContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The gateway of e-NOTUM keeps every promise of the port, over the sockets of the simulated service. */
class ENotumGatewayContractTest implements NotificationGatewayContract {

    private static Desk desk;
    private static ENotum enotum;

    @BeforeAll
    static void open() {
        desk = Desk.open();
        enotum = desk.client();
    }

    @AfterAll
    static void close() {
        enotum.close();
        desk.close();
    }

    @Override
    public NotificationGateway newGateway() {
        return ENotumGateway.of(enotum);
    }

    @Override
    public OperationId newOperation() {
        return desk.operation();
    }
}
