package cat.eset.registry.reconciliation;

import cat.eset.core.LegalTime;
import cat.eset.core.TownHall;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryBook;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.registry.mux2.FoundEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which entries of ours look like one of the auxiliary registry: same subject, same instant of presentation, and a person in common if both name
 * one (contract mux 12.1, step 5). Reads a year of the book once. Not thread-safe: made for one run.
 */
final class Matching {

    private final RegistryBook book;
    private final TownHall townHall;
    private final Duration tolerance;
    private final Map<String, List<RegistryEntry>> years = new HashMap<>();

    Matching(RegistryBook book, TownHall townHall, Duration tolerance) {
        this.book = book;
        this.townHall = townHall;
        this.tolerance = tolerance;
    }

    static boolean isReadable(FoundEntry auxiliary) {
        return auxiliary.number().isPresent()
                && auxiliary.subject().isPresent()
                && auxiliary.presentedAt().isPresent();
    }

    List<RegistryEntry> candidates(FoundEntry auxiliary) {
        return Stream.of(Direction.values())
                .flatMap(direction -> near(direction, auxiliary.presentedAt().orElseThrow()))
                .filter(ours -> isAlike(ours, auxiliary))
                .toList();
    }

    boolean isAlike(RegistryEntry ours, FoundEntry auxiliary) {
        return auxiliary
                        .content()
                        .map(content ->
                                content.value().direction() == ours.number().direction())
                        .orElse(true)
                && auxiliary
                        .subject()
                        .filter(s -> isSame(ours.content().extract(), s))
                        .isPresent()
                && auxiliary.presentedAt().filter(at -> isNear(at, ours)).isPresent()
                && sharesSomebody(ours, auxiliary.identities());
    }

    /** Ours may have been cut when it came in. */
    private static boolean isSame(String extract, String subject) {
        boolean cut = extract.length() >= EntryDraft.MAX_EXTRACT - 1 && extract.endsWith("…");
        return cut
                ? subject.startsWith(extract.substring(0, extract.length() - 1))
                : subject.strip().equals(extract);
    }

    private boolean isNear(Instant at, RegistryEntry ours) {
        return Duration.between(at, ours.presentedAt()).abs().compareTo(tolerance) <= 0;
    }

    private static boolean sharesSomebody(RegistryEntry ours, List<String> identities) {
        List<String> parties = ours.content().parties().stream()
                .map(party -> party.identity().value())
                .toList();
        return identities.isEmpty() || parties.isEmpty() || parties.stream().anyMatch(identities::contains);
    }

    /** A number is given at or after the presentation, so perhaps in the year after. */
    private Stream<RegistryEntry> near(Direction direction, Instant presentedAt) {
        int year = LegalTime.yearOf(presentedAt.minus(tolerance));
        return Stream.of(year, year + 1)
                .flatMap(y -> year(direction, y).stream())
                .filter(entry -> isNear(presentedAt, entry));
    }

    private List<RegistryEntry> year(Direction direction, int year) {
        return years.computeIfAbsent(direction.letter() + year, key -> book.year(townHall, direction, year));
    }
}
