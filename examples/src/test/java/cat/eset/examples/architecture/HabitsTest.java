package cat.eset.examples.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import java.security.Provider;
import java.security.Security;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.TimeZone;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;

/** Habits that keep a library a guest in somebody else's process. */
class HabitsTest {

    @Test
    void nothingIsRegisteredForTheWholeProcess() {
        noClasses()
                .should()
                .callMethod(Security.class, "addProvider", Provider.class)
                .orShould()
                .callMethod(Security.class, "insertProviderAt", Provider.class, int.class)
                .orShould()
                .callMethod(Locale.class, "setDefault", Locale.class)
                .orShould()
                .callMethod(TimeZone.class, "setDefault", TimeZone.class)
                .orShould()
                .callMethod(System.class, "setProperty", String.class, String.class)
                .check(Published.CLASSES);
    }

    @Test
    void noStaticFieldChanges() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveName("$jacocoData")
                .should()
                .beFinal()
                .check(Published.CLASSES);
    }

    @Test
    void zonesAndLocalesAreGiven() {
        noClasses()
                .should()
                .callMethod(ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .check(Published.CLASSES);
    }

    @Test
    void clocksAreGiven() {
        noClasses()
                .that()
                // Certificates, tokens and time stamps live by the real clock, also the simulated ones.
                .resideOutsideOfPackage("cat.eset.testkit..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(Published.CLASSES);
    }

    @Test
    void logsGoThroughSlf4jAlone() {
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(Published.CLASSES);
        noClasses()
                .that()
                // The simulator as a program.
                .doNotHaveSimpleName("ConsortiumMain")
                .should(ACCESS_STANDARD_STREAMS)
                .check(Published.CLASSES);
    }

    @Test
    void namesComeFromTheLawTheMethodOrTheProtocol() {
        noClasses()
                .that()
                // The JDK's own words.
                .areNotAssignableTo(TrustManager.class)
                .and()
                .areNotAssignableTo(KeyManager.class)
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Processor")
                .orShould()
                .haveSimpleNameEndingWith("Data")
                .check(Published.CLASSES);
    }
}
