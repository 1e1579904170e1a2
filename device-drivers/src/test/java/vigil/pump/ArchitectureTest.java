package vigil.pump;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;

/** What may know what in this module. */
@AnalyzeClasses(packages = "vigil.pump", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final DescribedPredicate<JavaClass> A_PROTOCOL_OR_SIMULATOR =
            JavaClass.Predicates.resideInAnyPackage(
                    "vigil.pump.bcc..",
                    "vigil.pump.alaris..",
                    "vigil.pump.fresenius..",
                    "vigil.pump.newera..",
                    "vigil.pump.sim..");

    @ArchTest
    static final ArchRule onlySerialLineKnowsTheSerialLibrary = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("vigil.pump.line.SerialLine")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fazecast..");

    @ArchTest
    static final ArchRule noScreenNoDatabase = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "java.sql..", "javax.sql..", "java.awt..", "java.util.logging..");

    @ArchTest
    static final ArchRule noClockIsRead = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule noThreadIsMade = noClasses()
            .should()
            .callConstructorWhere(DescribedPredicate.describe(
                    "a thread is made", call -> call.getTargetOwner().isAssignableTo(Thread.class)))
            .orShould()
            .callMethod(Thread.class, "ofVirtual")
            .orShould()
            .callMethod(Thread.class, "ofPlatform")
            .orShould()
            .callMethod(Thread.class, "startVirtualThread", Runnable.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Executors.class);

    @ArchTest
    static final ArchRule protocolsDoNotKnowEachOther = slices().matching("vigil.pump.(bcc|alaris|fresenius|newera)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule protocolsKnowNoPort = noClasses()
            .that()
            .resideInAnyPackage(
                    "vigil.pump.bcc..", "vigil.pump.alaris..", "vigil.pump.fresenius..", "vigil.pump.newera..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vigil.pump.line..", "vigil.pump.sim..", "java.net..", "java.io..");

    @ArchTest
    static final ArchRule onlyTheRegistryKnowsTheProtocols = noClasses()
            .that()
            .resideInAPackage("vigil.pump")
            .and()
            .haveNameNotMatching("vigil\\.pump\\.PumpModel(\\$.*)?")
            .should()
            .dependOnClassesThat(A_PROTOCOL_OR_SIMULATOR);

    @ArchTest
    static final ArchRule whatIsCommonKnowsNoProtocol = noClasses()
            .that()
            .resideInAnyPackage("vigil.pump.wire..", "vigil.pump.line..")
            .should()
            .dependOnClassesThat(A_PROTOCOL_OR_SIMULATOR);

    @ArchTest
    static final ArchRule noStandardStreams =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");
}
