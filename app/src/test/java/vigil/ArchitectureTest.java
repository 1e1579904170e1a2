package vigil;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** Who may know whom (architecture page, "app"; ADR 7 and 8 for what differs). */
@AnalyzeClasses(packages = "vigil", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String PUMP = "vigil.pump";

    @ArchTest
    static final ArchRule doseKnowsOnlyThePumpWords = knowsOnly("vigil.dose");

    @ArchTest
    static final ArchRule sessionKnowsOnlyDose = knowsOnly("vigil.session", "vigil.dose", "vigil.opioid");

    @ArchTest
    static final ArchRule rulesKnowOnlyTheSession =
            knowsOnly("vigil.rules", "vigil.session", "vigil.dose", "vigil.opioid");

    @ArchTest
    static final ArchRule alarmKnowsOnlyTheRules =
            knowsOnly("vigil.alarm", "vigil.rules", "vigil.session", "vigil.dose");

    @ArchTest
    static final ArchRule engineKnowsOnlyTheCore =
            knowsOnly("vigil.engine", "vigil.people", "vigil.alarm", "vigil.rules", "vigil.session", "vigil.dose");

    @ArchTest
    static final ArchRule peopleKnowOnlyTheEvents = knowsOnly("vigil.people", "vigil.session", "vigil.dose");

    /** Hashes of PINs are in the record and where they are checked, and nowhere else. */
    @ArchTest
    static final ArchRule onlyTheRecordKnowsHashes = noClasses()
            .that()
            .resideOutsideOfPackages("vigil.people..", "vigil.session..", "vigil.journal..", "vigil")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("vigil.session.PinHash");

    @ArchTest
    static final ArchRule healthKnowsOnlyWhatItRecords = knowsOnly("vigil.health", "vigil.session");

    @ArchTest
    static final ArchRule soundKnowsOnlyWhatSounds = knowsOnly("vigil.sound", "vigil.alarm", "vigil.session");

    @ArchTest
    static final ArchRule onlyTheSoundKnowsTheSoundLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("vigil.sound")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.sound..", "javafx.scene.media..");

    @ArchTest
    static final ArchRule keysKnowNobody = knowsOnly("vigil.keys");

    @ArchTest
    static final ArchRule journalKnowsOnlyKeysAndTheSession =
            knowsOnly("vigil.journal", "vigil.keys", "vigil.session", "vigil.dose", "vigil.opioid");

    @ArchTest
    static final ArchRule resumePointsKnowTheJournalAndNoSession =
            knowsOnly("vigil.resume", "vigil.journal", "vigil.dose");

    @ArchTest
    static final ArchRule storeKnowsTheStepAndTheSession = knowsOnly(
            "vigil.store",
            "vigil.keys",
            "vigil.engine",
            "vigil.alarm",
            "vigil.rules",
            "vigil.session",
            "vigil.dose",
            "vigil.opioid");

    @ArchTest
    static final ArchRule exportReadsTheStore = knowsOnly(
            "vigil.export",
            "vigil.store",
            "vigil.session",
            "vigil.dose",
            "vigil.look",
            "vigil.opioid",
            "vigil.regimen");

    @ArchTest
    static final ArchRule opioidsKnowNobody = knowsOnly("vigil.opioid");

    @ArchTest
    static final ArchRule theEstimateKnowsNothingOfTheSession = knowsOnly("vigil.kinetics", "vigil.dose");

    @ArchTest
    static final ArchRule onlyAPanelReadsTheEstimate = noClasses()
            .that()
            .resideOutsideOfPackages("vigil.kinetics..", "vigil.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vigil.kinetics..");

    @ArchTest
    static final ArchRule publishedRegimensAreForTheEyeOnly = noClasses()
            .that()
            .resideOutsideOfPackages("vigil.regimen..", "vigil.ui..", "vigil.export..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vigil.regimen..");

    @ArchTest
    static final ArchRule nothingSeesTheViewsButWiringAndCommands = noClasses()
            .that()
            .resideOutsideOfPackages("vigil.ui..", "vigil.cli..", "vigil")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vigil.ui..");

    @ArchTest
    static final ArchRule theViewsSeeNeitherJournalNorStore = noClasses()
            .that()
            .resideInAPackage("vigil.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vigil.journal..", "vigil.store..", "vigil.cli..");

    @ArchTest
    static final ArchRule onlyViewsKnowJavaFx = noClasses()
            .that()
            .resideOutsideOfPackages("vigil.ui..", "vigil.look..")
            .and()
            .doNotHaveFullyQualifiedName("vigil.Main")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "eu.hansolo..", "org.controlsfx..");

    @ArchTest
    static final ArchRule onlyTheStoreKnowsSql = noClasses()
            .that()
            .resideOutsideOfPackages("vigil.store..", "vigil.ward..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.h2..", "org.flywaydb..");

    @ArchTest
    static final ArchRule onlyLinesKnowTheSerialLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("vigil.pump.line")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fazecast..");

    @ArchTest
    static final ArchRule onlyTheTickerReadsClocks = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("vigil.Ticker")
            .should(callAnyOf(
                    "read a clock",
                    access -> isCall(access, Instant.class, "now")
                            || isCall(access, Clock.class, "systemUTC", "systemDefaultZone", "tickMillis")
                            || isCall(access, System.class, "nanoTime", "currentTimeMillis")
                            || (access.getTargetOwner().getPackageName().equals("java.time")
                                    && access.getName().equals("now"))));

    /** Nothing moves but the flash of an alarm and the trend, both drawn by beats: reduced motion is the only one there is. */
    @ArchTest
    static final ArchRule nothingIsAnimated =
            noClasses().should().dependOnClassesThat().resideInAPackage("javafx.animation..");

    @ArchTest
    static final ArchRule onlyTheBridgeHopsToTheFxThread = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("vigil.ui.FxBridge")
            .should(callAnyOf(
                    "call Platform.runLater",
                    access -> access.getTargetOwner().getFullName().equals("javafx.application.Platform")
                            && access.getName().equals("runLater")));

    @ArchTest
    static final ArchRule onlyTheWiringMakesThreads = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("vigil.Wiring")
            .should(callAnyOf(
                    "make a thread",
                    access -> isCall(access, Thread.class, "<init>", "ofPlatform", "ofVirtual", "startVirtualThread")
                            || access.getTargetOwner().isEquivalentTo(Executors.class)));

    @ArchTest
    static final ArchRule noStaticChanges = fields().that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule coreTypesAreValues = classes()
            .that()
            .resideInAnyPackage(
                    "vigil.dose",
                    "vigil.opioid",
                    "vigil.people",
                    "vigil.session",
                    "vigil.rules",
                    "vigil.alarm",
                    "vigil.kinetics",
                    "vigil.regimen")
            .and()
            .areTopLevelClasses()
            .should(beAValue());

    @ArchTest
    static final ArchRule nothingPrintsButCommands = noClasses()
            .that()
            .resideOutsideOfPackages("vigil.cli..", "vigil")
            .should(callAnyOf("print", access -> isCall(access, System.class, "out", "err")));

    @ArchTest
    static final ArchRule noPackageCycles =
            slices().matching("vigil.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule namesSayWhatThingsAre =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)$");

    private static ArchRule knowsOnly(String origin, String... known) {
        Set<String> allowed = Set.of(known);
        DescribedPredicate<JavaClass> strange = resideInAPackage("vigil..")
                .and(DescribedPredicate.not(resideInAnyPackage(origin + "..", PUMP)))
                .and(DescribedPredicate.describe(
                        "outside " + List.of(known),
                        type -> allowed.stream()
                                .noneMatch(name -> type.getPackageName().startsWith(name))));
        return noClasses()
                .that()
                .resideInAPackage(origin + "..")
                .should()
                .dependOnClassesThat(strange)
                .allowEmptyShould(true);
    }

    private static boolean isCall(JavaAccess<?> access, Class<?> owner, String... names) {
        return access.getTargetOwner().isEquivalentTo(owner) && List.of(names).contains(access.getName());
    }

    private static ArchCondition<JavaClass> callAnyOf(String what, Predicate<JavaAccess<?>> forbidden) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAccessesFromSelf().stream().filter(forbidden).forEach(access -> {
                    JavaCodeUnit origin = access.getOrigin();
                    String where = origin.getFullName() + ": " + access.getDescription();
                    events.add(SimpleConditionEvent.satisfied(type, where));
                });
            }
        };
    }

    private static ArchCondition<JavaClass> beAValue() {
        return new ArchCondition<>("be a record, an enum, a sealed interface or a final class with final fields") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean value = type.isRecord()
                        || type.isEnum()
                        || type.isInterface()
                        || type.isAssignableTo(Exception.class)
                        || (type.getModifiers().contains(FINAL) && hasOnlyFinalFields(type));
                if (!value) {
                    events.add(SimpleConditionEvent.violated(type, type.getFullName() + " can change"));
                }
            }
        };
    }

    private static boolean hasOnlyFinalFields(JavaClass type) {
        return type.getFields().stream().allMatch(field -> field.getModifiers().contains(FINAL));
    }
}
