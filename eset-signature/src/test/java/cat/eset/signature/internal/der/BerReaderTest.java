package cat.eset.signature.internal.der;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BerReaderTest {

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "020107, 020107, DER stays as it is",
        "30800201070000, 3003020107, indefinite length",
        "3080308002010700000000, 30053003020107, indefinite inside indefinite",
        "248004020102040103 0000, 0403010203, octet string in pieces",
        "24070402010204010 3, 0403010203, octet string in pieces of known length",
        "308103020107, 3003020107, length longer than needed",
        "0201070000, 020107, what follows is left out"
    })
    void everyFormBecomesDer(String ber, String der, String name) throws Exception {
        assertThat(hex(BerReader.toDer(bytes(ber)))).isEqualTo(der);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30",
                "3003",
                "300302",
                "3080",
                "30800201",
                "3080020107",
                "308002010700",
                "028000",
                "3f0101",
                "30850100000000",
                "3084ffffffff00",
                "240302010700",
                "3002020107"
            })
    void whatIsCutOffOrNotBerIsRefused(String ber) {
        assertThatThrownBy(() -> BerReader.toDer(bytes(ber))).isInstanceOf(DerException.class);
    }

    @Test
    void depthIsLimited() {
        byte[] deep = bytes("3080".repeat(100_000));
        assertThatThrownBy(() -> BerReader.toDer(deep)).isInstanceOf(DerException.class);
    }

    @Test
    void garbageEndsInAnAnswerOrARefusal() {
        long seed = 20261122;
        Random random = new Random(seed);
        byte[] valid = bytes("3080308002010700002480040201020401030000020107");
        for (int i = 0; i < 20_000; i++) {
            byte[] mutated = valid.clone();
            for (int j = 0; j <= random.nextInt(3); j++) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(BerReader.toDer(mutated)).as("seed %d", seed).isNotEmpty();
            } catch (DerException e) {
                assertThat(e).hasMessageMatching(".+");
            }
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
