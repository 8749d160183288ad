package cat.eset.endpoint.internal;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.endpoint.EndpointHandler;
import cat.eset.endpoint.EndpointLimits;
import cat.eset.endpoint.EndpointRequest;
import cat.eset.endpoint.EndpointResponse;
import cat.eset.endpoint.WireTap;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a request costs before anybody knows who sent it. */
class ExchangesTest {

    private static final int LARGE = 8 << 20;
    private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final EndpointHandler forNobody = new EndpointHandler() {
        @Override
        public Optional<EndpointResponse> answerHead(EndpointRequest head) {
            return Optional.of(EndpointResponse.empty(403));
        }

        @Override
        public EndpointResponse handle(EndpointRequest request) {
            throw new AssertionError("nobody is handled");
        }
    };

    private static long allocatedBy(EndpointHandler handler, InputStream body) {
        Exchanges exchanges = new Exchanges(handler, EndpointLimits.defaults(), WireTap.NONE);
        long before = MEMORY.getCurrentThreadAllocatedBytes();
        exchanges.answer(EndpointRequest.builder("POST", "/"), body, LARGE);
        return MEMORY.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void the_body_of_a_stranger_is_read_to_its_end_and_kept_nowhere() {
        InputStream body = new ByteArrayInputStream(new byte[LARGE]);

        assertThat(allocatedBy(forNobody, body)).isLessThan(LARGE / 8);
        assertThat(body).isEmpty();
    }

    @Test
    void nothing_large_is_set_aside_for_what_is_only_announced() {
        assertThat(allocatedBy(request -> EndpointResponse.empty(200), InputStream.nullInputStream()))
                .isLessThan(LARGE / 8);
    }
}
