package vigil.pump.bcc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.PumpReading;
import vigil.pump.Quality;
import vigil.pump.Remark;
import vigil.pump.Volume;

/** What single values and flags of a ComDevice mean (protocol page, section 2.7), and where they are none. */
class BccValuesTest extends BccScript {
    @BeforeEach
    void beginPolling() {
        polling();
    }

    private PumpReading told(String... values) {
        StringBuilder block = new StringBuilder();
        for (String value : values) {
            block.append(block.isEmpty() ? "" : "|").append("9,50111,").append(value);
        }
        answer(block.toString(), true);
        return readings().getLast();
    }

    private List<Remark> remarks(String value) {
        return told(value).remarks();
    }

    @Test
    void numbersAreToldInTheirUnits() {
        PumpReading reading = told(
                "INRT,2.5", "INVI,3.25", "INVTB,50", "INVOLACT,40.5", "INSYR,50", "INRMT,90", "INAKKU,75", "INP2,12");
        assertThat(reading.flowRate()).contains(FlowRate.ofMlPerH("2.5"));
        assertThat(reading.volumeInfused()).contains(Volume.ofMl("3.25"));
        assertThat(reading.vtbi()).contains(Volume.ofMl("50"));
        assertThat(reading.volumeRemaining()).contains(Volume.ofMl("40.5"));
        assertThat(reading.syringe()).contains(Volume.ofMl("50"));
        assertThat(reading.timeRemaining()).contains(Duration.ofSeconds(90));
        assertThat(reading.batteryRemaining()).contains(Duration.ofMinutes(75));
        assertThat(reading.pressurePercent())
                .hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("12"));
        assertThat(reading.remarks()).isEmpty();
    }

    @Test
    void volumeInTheSyringeCountsBeforeTheVolumeLeft() {
        assertThat(told("INVOLACT,40.5", "VOLREMAIN,30").volumeRemaining()).contains(Volume.ofMl("40.5"));
        assertThat(told("VOLREMAIN,30").volumeRemaining()).contains(Volume.ofMl("30"));
    }

    @Test
    void syringeOfNoSizeIsNoSyringe() {
        assertThat(told("INSYR,0").syringe()).isEmpty();
    }

    @Test
    @Tag("A15")
    void greatestRateIsReadAndAGreaterOneIsNot() {
        assertThat(told("INRT,1800").flowRate()).contains(FlowRate.ofMlPerH("1800"));
        PumpReading above = told("INRT,1800.1");
        assertThat(above.flowRate()).isEmpty();
        assertThat(above.remarks()).containsExactly(new Remark("INRT", Quality.UNREADABLE, "1800.1"));
    }

    @ParameterizedTest
    @CsvSource({"INVI,9999.9", "INVI,10000", "INRMT,65535", "INTIME,6000"})
    void counterThatStaysAtItsEndIsRemarked(String name, String value) {
        assertThat(remarks(name + "," + value)).containsExactly(new Remark(name, Quality.SATURATED, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INVI,9999.8", "INRMT,65534", "INTIME,5999", "INVTB,9999.9"})
    void counterBelowItsEndIsNot(String value) {
        assertThat(remarks(value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"_NV,NO_VALUE", "_NA,UNAVAILABLE", "_XX,UNREADABLE", "_,UNREADABLE"})
    @Tag("A14")
    void valueThatIsNoneIsAbsentAndSaysWhy(String value, Quality quality) {
        PumpReading reading = told("INRT," + value);
        assertThat(reading.flowRate()).isEmpty();
        assertThat(reading.remarks()).containsExactly(new Remark("INRT", quality, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INA6", "INA10", "INA13", "INM4", "INM9"})
    void flagThatNoPumpGivesIsNotRemarkedWithoutValue(String flag) {
        assertThat(remarks(flag + ",_NV")).isEmpty();
        assertThat(remarks(flag + ",_NA")).containsExactly(new Remark(flag, Quality.UNAVAILABLE, "_NA"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INA5", "INA9", "INM6", "INM10", "INRT"})
    void anyOtherIs(String name) {
        assertThat(remarks(name + ",_NV")).containsExactly(new Remark(name, Quality.NO_VALUE, "_NV"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "/", "01", "x", ""})
    void flagIsOneOrNought(String value) {
        assertThat(remarks("INM3," + value)).containsExactly(new Remark("INM3", Quality.UNREADABLE, value));
    }

    @ParameterizedTest
    @CsvSource({
        "'INM3,1|INM14,0',DELIVERING",
        "'INM3,1|INM14,1',PURGING",
        "'INM14,1',PURGING",
        "'INM10,1|INM3,1|INM14,0',KVO",
        "'INM3,0|INM6,1',STANDBY",
        "'INM3,0',NOT_DELIVERING",
        "'INM3,1',UNKNOWN",
        "'INRT,1',UNKNOWN"
    })
    void modeFlagsTellDelivery(String flags, DeliveryStatus status) {
        assertThat(told(flags.split("\\|")).deliveryStatus()).isEqualTo(status);
    }

    /** Bits of STATUS1: 1 mains, 2 standby, 4 priming, 7 infusing, 13 KVO. */
    @ParameterizedTest
    @CsvSource({
        "00000080,DELIVERING",
        "00000090,PURGING",
        "00002080,KVO",
        "00000004,STANDBY",
        "00000084,DELIVERING",
        "00000000,NOT_DELIVERING"
    })
    void statusBitsTellDeliveryWhateverTheFlagsSay(String bits, DeliveryStatus status) {
        assertThat(told("STATUS1," + bits, "INM3,0", "INM14,1", "INM10,1").deliveryStatus())
                .isEqualTo(status);
    }

    /** Bits of RUNSTATE: 1 running, 3 KVO. */
    @ParameterizedTest
    @CsvSource({"2,DELIVERING", "8,KVO", "A,KVO", "0,NOT_DELIVERING"})
    void runStateTellsDeliveryWithoutStatus(String bits, DeliveryStatus status) {
        assertThat(told("RUNSTATE," + bits).deliveryStatus()).isEqualTo(status);
    }

    @Test
    void mainsAreKnownFromTheStatusOrTheirFlag() {
        assertThat(told("STATUS1,2").onMains()).contains(true);
        assertThat(told("STATUS1,0").onMains()).contains(false);
        assertThat(told("INM8,1").onMains()).contains(true);
        assertThat(told("INM8,0").onMains()).contains(false);
        assertThat(told("INRT,1").onMains()).isEmpty();
    }

    /** Bits 19 and 20 of STATUS1. */
    @ParameterizedTest
    @CsvSource({"00080000,true", "00100000,true", "00000000,false"})
    void silenceIsKnownFromTheStatusAlone(String bits, boolean silenced) {
        assertThat(told("STATUS1," + bits).silenced()).contains(silenced);
        assertThat(told("INM3,1").silenced()).isEmpty();
    }

    @Test
    void serialNumberCountsBeforeTheUniqueId() {
        assertThat(told("INNR,77", "INSERNUM,123").pump().serialNumber()).contains("123");
        assertThat(told("INNR,77").pump().serialNumber()).contains("77");
    }

    @Test
    void longNameOfTheDrugCountsBeforeTheShortOneAndTheId() {
        assertThat(told("INSOLID,5", "INSOLSN,Keta", "INSOL,Ketamine").drug()).contains("Ketamine");
        assertThat(told("INSOLID,5", "INSOLSN,Keta").drug()).contains("Keta");
        assertThat(told("INSOLID,5").drug()).contains("5");
        assertThat(told("INSOL,").drug()).isEmpty();
    }

    @Test
    void newestTimeOfThePollCounts() {
        answer("9,50111,INRT,1|11,50111,INVI,1|10,50111,INVTB,1", true);
        assertThat(readings().getLast().deviceTimeS()).hasValue(11L);
    }
}
