package cat.eset.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The work model, the law and the adapters in memory need no network, no database and no thread. */
class CoreIsPureTest {

    private static final Pattern NETWORK =
            Pattern.compile("(java|javax)\\.net\\..*|java\\.nio\\.channels\\..*|com\\.sun\\.net\\..*");
    private static final Pattern DATABASE = Pattern.compile("(java|javax)\\.sql\\..*|javax\\.persistence\\..*");
    private static final Pattern THREAD = Pattern.compile(
            "java\\.lang\\.(Thread|ThreadGroup)|java\\.util\\.Timer.*|java\\.util\\.concurrent\\.(?!locks\\.|ConcurrentHashMap).*");

    @Test
    void nothingInTheCoreKnowsASocketADatabaseOrAThread() {
        List<JavaClass> core = ReactorModule.CORE.classes().stream().toList();
        assertThat(core).hasSizeGreaterThan(300);
        assertThat(core.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(dependency ->
                                isForbidden(dependency.getTargetClass().getName()))
                        .map(dependency -> dependency.getDescription()))
                .isEmpty();
    }

    @Test
    void theRuleSeesWhatItForbids() {
        assertThat(List.of(
                        "java.net.Socket", "javax.sql.DataSource", "java.lang.Thread", "java.util.concurrent.Executor"))
                .allMatch(CoreIsPureTest::isForbidden);
        assertThat(List.of(
                        "java.util.concurrent.ConcurrentHashMap",
                        "java.lang.String",
                        "java.util.concurrent.locks.ReentrantLock"))
                .noneMatch(CoreIsPureTest::isForbidden);
    }

    private static boolean isForbidden(String name) {
        return NETWORK.matcher(name).matches()
                || DATABASE.matcher(name).matches()
                || THREAD.matcher(name).matches();
    }
}
