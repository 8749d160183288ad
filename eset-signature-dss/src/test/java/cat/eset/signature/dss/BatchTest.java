package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.signature.BatchItem;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SigningException.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {

    @TempDir
    Path temporary;

    @Test
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
    void anEmptyBatchReportsNothing() {
        Fixture.mayor().build().signAll(List.of(), outcome -> {
            throw new AssertionError("nothing was asked");
        });
    }
}
