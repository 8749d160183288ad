package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.Secret;
import cat.eset.testkit.pki.TestIdentity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that never leaves its token, with SoftHSM in the place of the card; skipped where that is not installed. */
class Pkcs11Test {

    private static final List<String> LIBRARIES = List.of(
            "/usr/lib/softhsm/libsofthsm2.so",
            "/usr/lib64/pkcs11/libsofthsm2.so",
            "/usr/local/lib/softhsm/libsofthsm2.so");

    @TempDir
    Path directory;

    @Test
    void keyInATokenSigns() throws Exception {
        Optional<Path> library =
                LIBRARIES.stream().map(Path::of).filter(Files::exists).findFirst();
        assumeTrue(library.isPresent(), "SoftHSM is not installed");
        Path tokens = Files.createDirectory(directory.resolve("tokens"));
        Path settings = Files.writeString(
                directory.resolve("softhsm2.conf"),
                "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
        Path provider = Files.writeString(
                directory.resolve("provider.cfg"), "name = Test\nlibrary = " + library.get() + "\nslotListIndex = 0\n");
        Path pdf = Files.write(directory.resolve("decree.pdf"), Fixture.pdf().readAllBytes());
        Path signed = directory.resolve("signed.pdf");
        TestIdentity mayor = Fixture.PKI.mayor();
        Path keys = mayor.writePkcs12(directory.resolve("mayor.p12"), Secret.of("changeit"));

        run(
                settings,
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "test",
                "--so-pin",
                "4321",
                "--pin",
                "1234");
        run(
                settings,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Pkcs11Program.class.getName(),
                provider.toString(),
                keys.toString(),
                "changeit",
                mayor.name(),
                pdf.toString(),
                signed.toString());

        assertThat(SignAndValidateTest.verdict(Fixture.validator().validate(DocumentContent.of(signed, MediaType.PDF))))
                .isEqualTo("valid");
    }

    private static void run(Path settings, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SOFTHSM2_CONF", settings.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }
}
