package cat.eset.store;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two town halls that use the same identities, numbers and keys in the same tables live as if each had a database of its own: whatever either
 * asks, and whatever comes of what it does, is what it is when the other is not there. One is busy, and the other does less under the same
 * names, so that a change of the one in the rows of the other shows.
 */
class SameNamesTest {

    /** Both ways round, because one of the two comes first in every index, and one acts first. */
    @ParameterizedTest
    @EnumSource
    void nobody_notices_who_else_is_in_the_tables(TestDatabase kind) {
        assertApart(kind, List.of(Town.CLERK, Town.OTHER_CLERK), Town.CLERK);
        assertApart(kind, List.of(Town.CLERK, Town.OTHER_CLERK), Town.OTHER_CLERK);
    }

    private static void assertApart(TestDatabase kind, List<Actor> all, Actor busy) {
        List<List<Object>> alone = new ArrayList<>();
        all.forEach(by -> alone.addAll(seen(kind, List.of(by), busy)));
        assertThat(seen(kind, all, busy)).isEqualTo(alone);
    }

    /** What each of them sees when they take turns. */
    private static List<List<Object>> seen(TestDatabase kind, List<Actor> all, Actor busy) {
        JdbcStore platform = kind.store(Town.CLOCK);
        List<List<Deed>> lives = all.stream()
                .map(by -> Stream.of(
                                SameNamesWork.of(platform, by),
                                SameNamesTraffic.of(platform, by),
                                SameNamesView.of(platform, by))
                        .flatMap(List::stream)
                        .toList())
                .toList();
        List<List<Object>> seen = new ArrayList<>();
        lives.forEach(life -> seen.add(new ArrayList<>()));
        for (int turn = 0; turn < lives.get(0).size(); turn++) {
            for (int i = 0; i < lives.size(); i++) {
                Deed deed = lives.get(i).get(turn);
                if (!deed.ofBusyOnly() || all.get(i).equals(busy)) {
                    seen.get(i).add(deed.done());
                }
            }
        }
        return seen;
    }
}
