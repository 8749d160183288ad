package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.signature.BatchItem;
import cat.eset.signature.BatchOutcome;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.SigningException;
import cat.eset.signature.SigningException.Problem;
import cat.eset.signature.dss.internal.BatchRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {

    @TempDir
    Path temporary;

    @Test
    @Timeout(60)
    void everyDocumentIsReportedOnceAndABadOneDoesNotStopTheOthers() throws Exception {
        List<BatchItem> items = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            DocumentContent document = i % 7 == 3 ? DocumentContent.of(new byte[0], MediaType.PDF) : Fixture.pdf();
            items.add(new BatchItem("d" + i, document, Pades.level(SignatureLevel.T)));
        }
        Map<String, String> outcomes = new HashMap<>();
        Set<Thread> threads = new HashSet<>();
        DssSigner signer = Fixture.mayor()
                .settings(DssSettings.defaults().temporaryDirectory(temporary).inMemoryUpTo(0))
                .build();

        signer.signAll(items, outcome -> {
            threads.add(Thread.currentThread());
            String text = outcome.fold(
                    signed -> {
                        try (var document = signed.document()) {
                            return SignAndValidateTest.verdict(
                                    Fixture.validator().validate(document.content()));
                        }
                    },
                    failed -> failed.error().problem().name());
            assertThat(outcomes.put(outcome.id(), text)).isNull();
        });

        assertThat(outcomes).hasSize(20);
        for (int i = 0; i < 20; i++) {
            assertThat(outcomes.get("d" + i)).isEqualTo(i % 7 == 3 ? Problem.EMPTY_DOCUMENT.name() : "valid");
        }
        assertThat(threads).containsExactly(Thread.currentThread());
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    @Timeout(60)
    void anErrorOfTheMachineOverOneDocumentIsReportedToo() {
        List<BatchItem> items = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            DocumentContent poison =
                    DocumentContent.of(1000, MediaType.PDF, Fixture.pdf().sha256(), () -> {
                        throw new StackOverflowError("nested too deep");
                    });
            items.add(new BatchItem("d" + i, i % 2 == 0 ? poison : Fixture.pdf(), Pades.level(SignatureLevel.B)));
        }
        Map<String, Boolean> signed = new HashMap<>();

        signer().signAll(items, outcome -> signed.put(outcome.id(), wasSigned(outcome)));

        assertThat(signed).hasSize(6);
        signed.forEach((id, good) -> assertThat(good).as(id).isEqualTo(Integer.parseInt(id.substring(1)) % 2 == 1));
    }

    @Test
    @Timeout(60)
    void aBatchThatIsInterruptedOrWhoseReportFailsLeavesNoFile() throws IOException {
        List<BatchItem> items = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            items.add(new BatchItem("d" + i, Fixture.pdf(), Pades.level(SignatureLevel.B)));
        }

        assertThatThrownBy(() -> signer().signAll(items, outcome -> {
                    wasSigned(outcome);
                    Thread.currentThread().interrupt();
                }))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(() -> signer().signAll(items, outcome -> {
                    wasSigned(outcome);
                    throw new IllegalStateException("the report failed");
                }))
                .hasMessage("the report failed");

        awaitNoFile();
    }

    /** Libraries and keys may swallow the interruption that ends a batch. */
    @Test
    @Timeout(60)
    void whoeverIsDeafToTheEndOfABatchLeavesNoFileEither() throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        assumeThat(threads).as("threads of a batch").isGreaterThan(1);
        List<BatchItem> items = new ArrayList<>();
        for (int i = 0; i <= 2 * threads; i++) {
            items.add(new BatchItem(Integer.toString(i), Fixture.pdf(), Pades.level(SignatureLevel.B)));
        }
        CountDownLatch allInHand = new CountDownLatch(threads);
        CountDownLatch over = new CountDownLatch(1);
        BatchRun batch = BatchRun.of(
                item -> {
                    SignedDocument signed = inFile(item);
                    if (Integer.parseInt(item.id()) > threads) { // as many are laid down, and one is reported
                        allInHand.countDown();
                        awaitDeaf(over);
                    }
                    return signed;
                },
                outcome -> {
                    wasSigned(outcome);
                    awaitDeaf(allInHand);
                    throw new IllegalStateException("the report failed");
                });

        assertThatThrownBy(() -> batch.run(items)).hasMessage("the report failed");
        over.countDown();

        awaitNoFile();
    }

    private SignedDocument inFile(BatchItem item) {
        try {
            Path file = Files.createFile(temporary.resolve(item.id()));
            return SignedDocument.of(item.document(), Optional.of(file), Optional.empty(), Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitDeaf(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            Thread.interrupted();
            Thread.onSpinWait();
        }
    }

    /** The documents that were in hand are finished first. */
    private void awaitNoFile() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!isEmpty(temporary)) {
            assertThat(System.nanoTime()).as("instant of waiting").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    private DssSigner signer() {
        return Fixture.mayor()
                .settings(DssSettings.defaults().temporaryDirectory(temporary).inMemoryUpTo(0))
                .build();
    }

    private static boolean wasSigned(BatchOutcome outcome) {
        return outcome.fold(
                signed -> {
                    signed.document().close();
                    return true;
                },
                failed -> false);
    }

    @Test
    void anEmptyBatchReportsNothing() {
        Fixture.mayor().build().signAll(List.of(), outcome -> {
            throw new AssertionError("nothing was asked");
        });
    }
}
