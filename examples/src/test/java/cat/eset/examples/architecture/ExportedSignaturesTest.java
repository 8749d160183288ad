package cat.eset.examples.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a vendor sees is made of the JDK's types and ours: no library of ours becomes a library of theirs. And what is
 * not exported does not show through.
 */
class ExportedSignaturesTest {

    /** Packages whose whole purpose is to join us to somebody else's types. */
    private static final Map<String, String> ADAPTERS = Map.of(
            "cat.eset.endpoint.servlet", "jakarta.servlet.",
            "cat.eset.json", "com.fasterxml.jackson.",
            "cat.eset.testkit.junit", "org.junit.jupiter.");

    /** The one place where the testkit shows the server below its REST services. */
    private static final String ESCAPE_HATCH = "wireMock";

    private static final Set<String> EXPORTED = ReactorModule.all()
            .flatMap(module -> module.exportedPackages().stream())
            .collect(Collectors.toSet());

    @ParameterizedTest
    @EnumSource
    void anExportedSignatureHoldsNoForeignAndNoInternalType(ReactorModule module) {
        Set<String> exported = module.exportedPackages();

        Stream<String> strangers = module.classes().stream()
                .filter(type -> exported.contains(type.getPackageName()))
                .filter(ExportedSignaturesTest::isVisible)
                .flatMap(ExportedSignaturesTest::strangersIn);

        assertThat(strangers).isEmpty();
    }

    private static Stream<String> strangersIn(JavaClass type) {
        Stream<String> ofTheType = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
                .flatMap(parent -> parent.getAllInvolvedRawTypes().stream())
                .filter(used -> !isWelcome(type, used))
                .map(used -> type.getName() + " extends " + used.getName());
        Stream<String> ofItsMembers = type.getMembers().stream()
                .filter(ExportedSignaturesTest::isVisible)
                .filter(member -> !member.getName().equals(ESCAPE_HATCH))
                .flatMap(member -> typesIn(member)
                        .flatMap(used -> used.getAllInvolvedRawTypes().stream())
                        .filter(used -> !isWelcome(type, used))
                        .map(used -> member.getFullName() + " shows " + used.getName()));
        return Stream.concat(ofTheType, ofItsMembers);
    }

    private static Stream<JavaType> typesIn(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        JavaCodeUnit code = (JavaCodeUnit) member;
        return Stream.of(
                        Stream.of(code.getReturnType()),
                        code.getParameterTypes().stream(),
                        code.getExceptionTypes().stream().map(JavaType.class::cast))
                .flatMap(types -> types);
    }

    private static boolean isWelcome(JavaClass owner, JavaClass used) {
        JavaClass type = used.getBaseComponentType();
        if (type.isPrimitive() || type.getName().startsWith("org.jspecify.") || isOfTheJdk(type.getName())) {
            return true;
        }
        if (type.getName().startsWith("cat.eset.")) {
            return EXPORTED.contains(type.getPackageName()) && isVisible(type);
        }
        String adapted = ADAPTERS.get(owner.getPackageName());
        return adapted != null && type.getName().startsWith(adapted);
    }

    private static boolean isOfTheJdk(String className) {
        try {
            ClassLoader.getPlatformClassLoader().loadClass(className);
            return true;
        } catch (ClassNotFoundException foreign) {
            return false;
        }
    }

    private static boolean isVisible(JavaClass type) {
        return (type.getModifiers().contains(PUBLIC) || type.getModifiers().contains(PROTECTED))
                && type.getEnclosingClass()
                        .map(ExportedSignaturesTest::isVisible)
                        .orElse(true);
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(PUBLIC) || member.getModifiers().contains(PROTECTED);
    }
}
