package cat.eset.transport.pci;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeMessageTest {

    private static final String TYPE = "multipart/related; type=\"application/xop+xml\"; start=\"<root@x>\";"
            + " start-info=\"text/xml\"; boundary=\"B-1\"";
    private static final String ROOT = "Content-Type: application/xop+xml\r\nContent-ID: <root@x>\r\n\r\n<a/>";
    private static final String PART =
            "content-id:\r\n <p@x>\r\nContent-Transfer-Encoding: binary\r\n\r\n\r\n--B\0\r\n";
    private static final String GOOD = "--B-1\r\n" + ROOT + "\r\n--B-1\r\n" + PART + "\r\n--B-1--\r\n";

    private static MimeMessage parse(String body) {
        return MimeMessage.parse(TYPE, body.getBytes(ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {GOOD, "A preamble.\r\n" + GOOD + "and an epilogue"})
    void rootAndPartsAreTakenApart(String body) {
        MimeMessage message = parse(body);
        assertThat(message.root()).asString(ISO_8859_1).isEqualTo("<a/>");
        assertThat(message.parts().get("p@x")).asString(ISO_8859_1).isEqualTo("\r\n--B\0\r\n");
    }

    @Test
    void theFirstPartIsTheRootWhenNoneIsNamed() {
        byte[] body = ("--B-1  \r\n\r\nfirst\r\n--B-1\r\n" + ROOT + "\r\n--B-1--").getBytes(ISO_8859_1);
        MimeMessage message = MimeMessage.parse("Multipart/Related; Boundary=B-1", body);
        assertThat(message.root()).asString(ISO_8859_1).isEqualTo("first");
    }

    @Test
    void aMessageThatEndsAnywhereBeforeItsLastBoundaryIsRefused() {
        byte[] whole = GOOD.getBytes(ISO_8859_1);
        for (int length = 0; length < whole.length - 2; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatIllegalArgumentException()
                    .as("cut after %d bytes", length)
                    .isThrownBy(() -> MimeMessage.parse(TYPE, cut));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<a/>",
                "--B-1--\r\n",
                "--B-1\n" + ROOT + "\n--B-1--",
                "--B-1\r\n" + ROOT + "\r\n--B-10\r\n" + PART + "\r\n--B-1--\r\n",
                "--B-1\r\n" + PART + "\r\n--B-1--\r\n",
                "--B-1\r\n" + ROOT + "\r\n--B-1\r\n" + ROOT + "\r\n--B-1--\r\n",
                "--B-1\r\nContent-ID: <root@x>\r\n--B-1--\r\n",
                "--B-1\r\nContent-Transfer-Encoding: base64\r\n" + ROOT + "\r\n--B-1--\r\n"
            })
    void whatIsNotWellFramedIsRefused(String body) {
        assertThatIllegalArgumentException().isThrownBy(() -> parse(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/related", "multipart/related; boundary=\"\"", "multipart/related; boundary"})
    void aMessageWithoutBoundaryIsRefused(String type) {
        assertThatIllegalArgumentException().isThrownBy(() -> MimeMessage.parse(type, GOOD.getBytes(ISO_8859_1)));
    }

    @Test
    void moreThanAHundredPartsAreRefused() {
        StringBuilder many = new StringBuilder("--B-1\r\n").append(ROOT);
        for (int i = 0; i < 100; i++) {
            many.append("\r\n--B-1\r\nContent-ID: ").append(i).append("\r\n\r\n");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(many.append("\r\n--B-1--").toString()));
    }

    @Test
    void nothingElseIsEverThrown() {
        long seed = Long.getLong("eset.seed", 20_261_122L);
        Random random = new Random(seed);
        byte[] good = GOOD.getBytes(ISO_8859_1);
        for (int round = 0; round < 20_000; round++) {
            byte[] bad = good.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                bad[random.nextInt(bad.length)] = "\r\n-B1:<>\0 ".getBytes(ISO_8859_1)[random.nextInt(10)];
            }
            try {
                assertThat(MimeMessage.parse(TYPE, bad).root()).isNotNull();
            } catch (IllegalArgumentException expected) {
                assertThat(expected).hasMessageContaining("MIME message");
            } catch (RuntimeException other) {
                fail("seed " + seed + ", round " + round, other);
            }
        }
    }
}
