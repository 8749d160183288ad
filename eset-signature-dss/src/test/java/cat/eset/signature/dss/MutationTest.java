package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.Xades;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A signed byte that is changed never leaves a valid document. {@code -Deset.mutations=10000} runs the whole number; the
 * default is what a build can afford.
 */
class MutationTest {

    private static final int MUTATIONS = Integer.getInteger("eset.mutations", 60);
    private static final long SEED = Long.getLong("eset.mutations.seed", 20_261_122L);

    @Test
    void noMutationOfASignedByteOfAPdfIsValid() throws Exception {
        byte[] pdf;
        try (SignedDocument signed = Fixture.mayor().build().sign(Fixture.pdf(1, 0), Pades.level(SignatureLevel.B))) {
            pdf = signed.content().readAllBytes();
        }
        Matcher range = Pattern.compile("/ByteRange \\[0 (\\d+) (\\d+) (\\d+)]")
                .matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        assertThat(range.find()).isTrue();
        int first = Integer.parseInt(range.group(1));
        int second = Integer.parseInt(range.group(2));
        Random random = new Random(SEED);
        DssValidator validator = Fixture.validator();
        for (int i = 0; i < MUTATIONS; i++) {
            int at = random.nextInt(pdf.length - (second - first));
            at = at < first ? at : at - first + second;
            byte[] mutated = pdf.clone();
            mutated[at] ^= (byte) (1 << random.nextInt(8));

            String verdict =
                    SignAndValidateTest.verdict(validator.validate(DocumentContent.of(mutated, MediaType.PDF)));

            assertThat(verdict)
                    .as("byte %d of %d, seed %d", at, pdf.length, SEED)
                    .isNotEqualTo("valid");
        }
    }

    @Test
    void noMutationOfSignedTextOfAnXmlIsValid() throws Exception {
        String text = "Resolc aprovar la llicencia i notificar-la a la persona interessada";
        byte[] xml;
        try (SignedDocument signed = Fixture.mayor()
                .build()
                .sign(Fixture.xml("<decret><text>" + text + "</text></decret>"), Xades.enveloped(SignatureLevel.B))) {
            xml = signed.content().readAllBytes();
        }
        int from = new String(xml, StandardCharsets.ISO_8859_1).indexOf(text);
        Random random = new Random(SEED);
        DssValidator validator = Fixture.validator();
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = xml.clone();
            int at = from + random.nextInt(text.length());
            mutated[at] ^= (byte) (1 << random.nextInt(5));

            String verdict =
                    SignAndValidateTest.verdict(validator.validate(DocumentContent.of(mutated, MediaType.XML)));

            assertThat(verdict).as("byte %d, seed %d", at, SEED).isNotEqualTo("valid");
        }
    }
}
