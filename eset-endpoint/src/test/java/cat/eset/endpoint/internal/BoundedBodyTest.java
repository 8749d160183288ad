package cat.eset.endpoint.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.eset.endpoint.EndpointLimits;
import cat.eset.endpoint.Refusal;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What containers may hand over and the sockets of the other tests do not show: those refuse it themselves. */
class BoundedBodyTest {

    private static final EndpointLimits LIMITS = EndpointLimits.defaults().withMaxBodyBytes(100);

    /** Nothing is set aside for what is only announced: the last length is negative as a number of 32 bits. */
    @ParameterizedTest
    @CsvSource({
        "5, 6, BODY_INCOMPLETE",
        "5, 4, BODY_INCOMPLETE",
        "5, 101, BODY_TOO_LARGE",
        "101, -1, BODY_TOO_LARGE",
        "5, 40802189312, BODY_TOO_LARGE"
    })
    void a_body_of_another_length_than_was_said_is_not_handed_over(int sent, long declared, Refusal.Reason reason) {
        BoundedBody.RefusedException refused = catchThrowableOfType(
                BoundedBody.RefusedException.class,
                () -> BoundedBody.read(
                        new ByteArrayInputStream(new byte[sent]),
                        declared,
                        LIMITS,
                        System.nanoTime() + LIMITS.bodyTime().toNanos()));

        assertThat(refused.reason()).isEqualTo(reason);
    }
}
