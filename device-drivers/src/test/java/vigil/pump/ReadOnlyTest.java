package vigil.pump;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.fazecast.jSerialComm.SerialPort;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Tag;
import vigil.pump.line.Line;

/**
 * That every byte sent in any test of this module is held against the printed list of its protocol, and that the control
 * lines of a port stay down.
 */
@Tag("B12")
@AnalyzeClasses(packages = "vigil.pump", importOptions = ReadOnlyTest.Tests.class)
class ReadOnlyTest {
    /** The tests of this module, and the serial line. */
    static final class Tests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return location.contains("/test-classes/") || location.contains("/vigil/pump/line/");
        }
    }

    @ArchTest
    static final ArchRule onlyWatchedLinksAreMadeInTests = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("vigil.pump.WatchedLink")
            .should()
            .callMethod(PumpModel.class, "newLink")
            .orShould()
            .callConstructorWhere(DescribedPredicate.describe(
                    "a link is made",
                    call -> call.getTargetOwner().isAssignableTo(PumpLink.class)
                            && call.getTargetOwner().getSimpleName().endsWith("Link")
                            && !call.getTargetOwner().getSimpleName().equals("WatchedLink")));

    /** A line writes a query and nothing else; only tests of lines themselves and the loop write one. */
    @ArchTest
    static final ArchRule onlyLinesAndTheLoopWrite = noClasses()
            .that()
            .resideOutsideOfPackage("vigil.pump.line")
            .should()
            .callMethod(Line.class, "write", Query.class);

    @ArchTest
    static final ArchRule controlLinesAreClearedBeforeOpeningAndNeverSet = classes()
            .that()
            .haveFullyQualifiedName("vigil.pump.line.SerialLine")
            .should(callMethod(SerialPort.class, "clearDTR"))
            .andShould(callMethod(SerialPort.class, "clearRTS"));

    @ArchTest
    static final ArchRule controlLinesAreNeverSet = noClasses()
            .should()
            .callMethod(SerialPort.class, "setDTR")
            .orShould()
            .callMethod(SerialPort.class, "setRTS")
            .orShould()
            .callMethod(SerialPort.class, "setBreak");
}
