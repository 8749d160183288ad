package cat.eset.benchmarks.expedient;

import cat.eset.core.Actor;
import cat.eset.core.MediaType;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.Sha256;
import cat.eset.core.TownHall;
import cat.eset.core.document.ContentRef;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.document.DocumentType;
import cat.eset.core.document.VerificationCodes;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.ClosingReason;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientEvent;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.Opening;
import cat.eset.core.expedient.Series;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What an expedient of ten thousand documents costs: to close it (every check and the index; the digests are known, nothing is hashed), and
 * to bring in one more document, beside the first one of an empty expedient.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class ExpedientBenchmark {

    private static final int DOCUMENTS = 10_000;
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final TownHall TOWN =
            TownHall.of("Ajuntament del Bruc", Ine10.of("0802530003"), Dir3.of("L01080253"));
    private static final Actor WHO =
            new Actor(new Person(Nif.of("00000000T"), "Tècnica Fictícia"), Office.TECHNICIAN, TOWN);
    private static final DocumentId LAST = DocumentId.of("LAST");

    private final Expedient empty = open();
    private final List<Document> documents = new ArrayList<>();
    private Expedient full = empty;
    private Expedient almostFull = empty;

    private static Expedient open() {
        return Expedient.open(
                        new ExpedientNumber(2026, 1, "0001/2026"),
                        Opening.exOfficio("Gran", Series.of("1373", "Llicències"), Assignee.group("Urbanisme"))
                                .build(),
                        WHO,
                        AT)
                .state();
    }

    @Setup
    public void fill() {
        VerificationCodes codes = VerificationCodes.random("Decret fictici 1/2026", new Random(7));
        for (int i = 0; i < DOCUMENTS; i++) {
            Document document = Document.capture(
                            DocumentId.of("D" + i),
                            DocumentMetadata.ofTownHall("Informe " + i, DocumentType.REPORT),
                            new ContentRef(
                                    Sha256.of(("document " + i).getBytes(StandardCharsets.UTF_8)), 1000, MediaType.PDF),
                            codes.next(TOWN),
                            WHO,
                            AT)
                    .state();
            documents.add(document);
            almostFull = full;
            full = full.incorporate(document.id(), WHO, AT).state();
        }
    }

    @Benchmark
    public Change<Expedient, ExpedientEvent> closeTenThousand() {
        return full.beginClosing(ClosingReason.RESOLUTION_EXECUTED, documents, List.of(), WHO, AT);
    }

    @Benchmark
    public Change<Expedient, ExpedientEvent> addTheTenThousandth() {
        return almostFull.incorporate(LAST, WHO, AT);
    }

    @Benchmark
    public Change<Expedient, ExpedientEvent> addTheFirst() {
        return empty.incorporate(LAST, WHO, AT);
    }
}
