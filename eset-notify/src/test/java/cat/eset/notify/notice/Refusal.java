package cat.eset.notify.notice;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.notify.error.NoticeRefusedException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What is refused before sending carries the number that the service would have answered. */
final class Refusal {

    private Refusal() {}

    static void assertRefused(int code, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOf(NoticeRefusedException.class)
                .hasMessageContaining("error " + code)
                .asInstanceOf(InstanceOfAssertFactories.type(NoticeRefusedException.class))
                .extracting(e -> e.error().code())
                .isEqualTo((long) code);
    }
}
