package cat.eset.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.Secret;
import cat.eset.core.Sha256;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test vectors of contract desal 3, with the public example keys of AWS. */
class SigV4Test {

    private static final Instant NOW = Instant.parse("2024-03-01T08:30:00Z");

    @ParameterizedTest(name = "desal 3: {0}")
    @CsvSource(
            quoteCharacter = '~',
            delimiter = ';',
            value = {
                "GET;https://desalpre.aoc.cat/document/11111111-1111-1111-1111-111111111111/download?codiINE=0899990001&codiServei=VENDOR&modality=2;~~"
                        + ";fb6274525543cb39b097f702f4a388f71d80dc6565a96e1c122108a55e397073"
                        + ";4c72e085d942a89044a37aacb7451d3fc5a65f5c4335a444bcc2ed13b725424b",
                "POST;https://desalpre.aoc.cat/fitxer;{\"codiServei\":\"VENDOR\",\"codiINE\":\"0899990001\",\"nomFitxer\":\"prova.pdf\",\"formatFitxer\":\"application/pdf\",\"mida\":1234}"
                        + ";2d1c61b6969c06b20dbc1f30da2e6e9d0e3b45aceeafa1b54a65fa5fead85036"
                        + ";26551c460e571f3869227a605ec2bec35ea00f200bc56247b6dea1f32a006d5e"
            })
    void signs_as_published(String method, URI address, String body, String canonicalHash, String signature) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        SigV4 signer = new SigV4(
                "AKIDEXAMPLE", Secret.of("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), "eu-west-1", "execute-api");

        String canonical = SigV4.canonical(method, address, bytes, SigV4.date(NOW));

        assertThat(Sha256.of(canonical.getBytes(StandardCharsets.UTF_8)).hex()).isEqualTo(canonicalHash);
        assertThat(signer.authorization(method, address, bytes, NOW))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20240301/eu-west-1/execute-api/aws4_request, "
                        + "SignedHeaders=content-type;host;x-amz-date, Signature=" + signature);
    }

    /** Contract desal 3: sorted query, the path as it is, the host without its port. */
    @Test
    void what_is_signed_is_the_path_as_written_and_the_query_in_order() {
        URI address =
                URI.create("https://localhost:8443/document/a%20b%2Fc/download?modality=2&attachment&codiServei=A%20B");

        assertThat(SigV4.canonical("GET", address, new byte[0], SigV4.date(NOW)))
                .startsWith("GET\n/document/a%20b%2Fc/download\nattachment=&codiServei=A%20B&modality=2\n")
                .contains("\nhost:localhost\n");
    }
}
