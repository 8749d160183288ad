package cat.eset.core.work;

import cat.eset.core.OperationId;
import cat.eset.core.notification.Notification;
import cat.eset.core.notification.PaperNotification;
import cat.eset.core.registry.RegistryExchange;
import java.util.Objects;
import java.util.function.Function;

/** A document on its way out, by the channel of its recipient; its exit is registered and nothing is sent yet. */
public sealed interface PreparedExit {

    /**
     * By electronic notification: go on with {@link NotificationCircuit#send}.
     *
     * @param notification prepared
     */
    record Electronic(Notification notification) implements PreparedExit {
        /** Checks the value. */
        public Electronic {
            Objects.requireNonNull(notification, "notification");
        }

        @Override
        public <T> T fold(
                Function<Electronic, T> electronic, Function<OnPaper, T> onPaper, Function<Exchange, T> exchange) {
            return electronic.apply(this);
        }
    }

    /**
     * On paper: go on with {@link PaperCircuit#handOver}.
     *
     * @param notification prepared
     */
    record OnPaper(PaperNotification notification) implements PreparedExit {
        /** Checks the value. */
        public OnPaper {
            Objects.requireNonNull(notification, "notification");
        }

        @Override
        public <T> T fold(
                Function<Electronic, T> electronic, Function<OnPaper, T> onPaper, Function<Exchange, T> exchange) {
            return onPaper.apply(this);
        }
    }

    /**
     * By registry exchange: go on with {@link ExchangeCircuit#send}.
     *
     * @param exchange prepared
     */
    record Exchange(RegistryExchange exchange) implements PreparedExit {
        /** Checks the value. */
        public Exchange {
            Objects.requireNonNull(exchange, "exchange");
        }

        @Override
        public <T> T fold(
                Function<Electronic, T> electronic, Function<OnPaper, T> onPaper, Function<Exchange, T> exchange) {
            return exchange.apply(this);
        }
    }

    /** Identity of what was prepared. */
    default OperationId operation() {
        return fold(
                e -> e.notification().operation(),
                p -> p.notification().operation(),
                x -> x.exchange().operation());
    }

    /** One function per case. */
    <T> T fold(Function<Electronic, T> electronic, Function<OnPaper, T> onPaper, Function<Exchange, T> exchange);
}
