package cat.eset.testkit.junit;

import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.SimulatedConsortium;
import java.time.LocalDateTime;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives test methods and lifecycle methods a {@link SimulatedConsortium}, one per test class, started with the first
 * that asks and closed with the last test. After each test the scripted faults are forgotten and the line is whole again;
 * what the services hold stays, because a real service does not forget either.
 *
 * <pre>{@code
 * @ExtendWith(ConsortiumExtension.class)
 * class SendTest {
 *     @Test
 *     void sends(SimulatedConsortium consortium) { ... }
 * }
 * }</pre>
 *
 * <p>Other options: {@code @RegisterExtension static final ConsortiumExtension CONSORTIUM =
 * ConsortiumExtension.with(options);}
 */
public final class ConsortiumExtension implements ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ConsortiumExtension.class);
    private static final String KEY = "consortium";

    private final ConsortiumOptions options;

    /** With the virtual clock at 9:00 of Monday, 2 March 2026. */
    public ConsortiumExtension() {
        this(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0)));
    }

    private ConsortiumExtension(ConsortiumOptions options) {
        this.options = options;
    }

    /** With these options. */
    public static ConsortiumExtension with(ConsortiumOptions options) {
        return new ConsortiumExtension(options);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(SimulatedConsortium.class);
    }

    @Override
    public SimulatedConsortium resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = classContext(context).getStore(NAMESPACE);
        return store.getOrComputeIfAbsent(KEY, key -> new Running(Consortium.start(options)), Running.class).consortium;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Running running = classContext(context).getStore(NAMESPACE).get(KEY, Running.class);
        if (running != null) {
            running.consortium.pci().clearScript();
            running.consortium.network().restoreLine();
            running.consortium.network().slowTo(0);
            running.consortium.network().torture(0, 0);
        }
    }

    private static ExtensionContext classContext(ExtensionContext context) {
        ExtensionContext here = context;
        while (here.getTestMethod().isPresent() && here.getParent().isPresent()) {
            here = here.getParent().get();
        }
        return here;
    }

    private static final class Running implements AutoCloseable {

        private final Consortium consortium;

        private Running(Consortium consortium) {
            this.consortium = consortium;
        }

        @Override
        public void close() {
            consortium.close();
        }
    }
}
