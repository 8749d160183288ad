package cat.eset.examples.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.work.WorkStore;
import cat.eset.examples.day.TownHallDatabase;
import cat.eset.signature.dss.DssValidator;
import cat.eset.signature.dss.Trust;
import cat.eset.signature.signador.JobToken;
import cat.eset.signature.signador.PendingJobs;
import cat.eset.signature.signador.Signador;
import cat.eset.signature.signador.SignadorException;
import cat.eset.signature.signador.SignadorOutcome;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.HttpExchangeClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signing job that one process started, and was gone, is ended by another with nothing but the database of the town hall. */
class SigningAcrossProcessesTest {

    @TempDir
    Path folder;

    @Test
    void aJobOfADeadProcessIsTakenUpByAnotherAndEndedOnce() throws Exception {
        try (Consortium consortium = Consortium.start(ConsortiumOptions.startingAt(Instant.now()));
                HttpExchangeClient http = HttpExchangeClient.builder(
                                ServerTrust.anchors(List.of(consortium.pki().root())))
                        .build();
                TownHallDatabase database = TownHallDatabase.of("h2")) {
            consortium.signador().register(SigningProcess.DOMAIN, SigningProcess.KEY);
            DocumentContent document = DocumentContent.of("<decret/>".getBytes(StandardCharsets.UTF_8), MediaType.XML);
            JobToken token = startedByAnother(consortium, document);
            consortium.signador().sign(token.value(), consortium.pki().mayor());

            WorkStore store = database.open(folder, TestPki.VILAPROVA, Clock.systemUTC());
            DssValidator validator = DssValidator.builder(
                            Trust.anchors(List.of(consortium.pki().root())))
                    .build();
            Signador signador = Signador.builder(
                            consortium.endpoints().signador(),
                            SigningProcess.DOMAIN,
                            SigningProcess.KEY,
                            http,
                            validator)
                    .jobs(PendingJobs.in(store.trackingState()))
                    .build();
            SignadorOutcome outcome = signador.result(token, Map.of("decret", document));

            assertThat(outcome).isInstanceOf(SignadorOutcome.Signed.class);
            assertThat(((SignadorOutcome.Signed) outcome)
                            .result("decret")
                            .validation()
                            .signatures()
                            .get(0)
                            .signer()
                            .orElseThrow()
                            .personId())
                    .as("whom the other process asked for")
                    .contains("00000001R");
            assertThat(signador.forget(token)).isTrue();
            assertThat(signador.forget(token)).isFalse();
            assertThatThrownBy(() -> signador.result(token, Map.of("decret", document)))
                    .isInstanceOf(SignadorException.class);
        }
    }

    private JobToken startedByAnother(Consortium consortium, DocumentContent document) throws Exception {
        Path anchor = Files.write(
                folder.resolve("anchor.crt"), consortium.pki().root().getEncoded());
        Path file = Files.write(folder.resolve("decret.xml"), document.readAllBytes());
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(new ChildJvm(folder).flags());
        command.addAll(List.of(
                SigningProcess.class.getName(),
                consortium.endpoints().signador().toString(),
                anchor.toString(),
                folder.toString(),
                file.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said.toString()).isEqualTo(137);
        return new JobToken(said.get(said.size() - 1));
    }
}
