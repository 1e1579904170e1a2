package vigil.pump.bcc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.pump.LinkCounters;
import vigil.pump.LinkState;
import vigil.pump.PumpEvent;
import vigil.pump.PumpModel;
import vigil.pump.Query;
import vigil.pump.WatchedLink;

/** The link against a script: what it sends, when, and what it makes of each answer. */
class BccLinkTest extends BccScript {
    @Test
    void conversationBeginsWithAliveToBedOneInTheBytesOfTheSpecification() {
        open();
        Optional<Query> first = link.due(now, events::add);
        assertThat(first.orElseThrow().bytes()).isEqualTo(BccVector.ALIVE.wire());
    }

    @Test
    void learnedBedIdIsUsedFromThenOn() {
        open();
        sentWithin(0);
        answer(BccVector.ACKNOWLEDGED.wire());
        now = now.plus(Duration.ofMillis(100));
        assertThat(link.due(now, events::add).orElseThrow().bytes()).containsExactly(0x06);
        assertThat(link.due(now, events::add).orElseThrow().bytes()).isEqualTo(BccVector.VERSION.wire());
        answer(BccVector.VERSION_TOLD.wire());
        now = now.plus(Duration.ofMillis(100));
        assertThat(link.due(now, events::add).orElseThrow().bytes()).containsExactly(0x06);
        assertThat(link.due(now, events::add).orElseThrow().bytes()).isEqualTo(BccVector.EVERYTHING.wire());
    }

    @Test
    void everyBlockIsAcknowledgedATenthOfASecondAfterItCameTheLastOneToo() {
        polling();
        answer(BccVector.RACK.wire());
        assertThat(sentWithin(99)).isEmpty();
        assertThat(sentWithin(1)).containsExactly("ACK@1");
        answer(BccVector.PUMP.wire());
        assertThat(sentWithin(100)).containsExactly("ACK@100");
    }

    @Test
    void pollsStartOneSecondApart() {
        polling();
        answer(BccVector.PUMP.wire());
        assertThat(sentWithin(1_000)).containsExactly("ACK@100", "MEM:GET@1000");
    }

    @Test
    void halfASecondIsLeftAfterASlowAnswer() {
        polling();
        sentWithin(1_200);
        answer(BccVector.PUMP.wire());
        assertThat(sentWithin(700)).containsExactly("ACK@100", "MEM:GET@600");
    }

    @Test
    @Tag("A3")
    void damagedBlockIsAskedForAgain() {
        polling();
        byte[] damaged = BccVector.PUMP.wire();
        damaged[60] ^= 1;
        answer(damaged);
        assertThat(sentWithin(100)).containsExactly("NAK@100");
        answer(BccVector.PUMP.wire());
        assertThat(readings()).hasSize(1);
        assertThat(link.counters().framesRejected()).isEqualTo(1);
        assertThat(state()).isEqualTo(new LinkState.Live());
    }

    @Test
    void blockDamagedFourTimesMakesTheLinkBeginAnew() {
        polling();
        byte[] damaged = BccVector.PUMP.wire();
        damaged[60] ^= 1;
        for (int i = 0; i < 3; i++) {
            answer(damaged);
            assertThat(sentWithin(100)).containsExactly("NAK@100");
        }
        answer(damaged);
        assertThat(sentWithin(5_000)).containsExactly("MEM:GET@1500", "ADMIN:ALIVE@3500");
    }

    @Test
    @Tag("A1")
    void noiseIsNeverAnswered() {
        polling();
        answer(new byte[] {0x55, 0x04, (byte) 0xFF});
        assertThat(sentWithin(1_000)).isEmpty();
        answer(BccVector.PUMP.wire());
        assertThat(readings()).hasSize(1);
    }

    @Test
    @Tag("A2")
    void partOfAMessageAndThenSilenceIsDroppedAndAskedForAgain() {
        polling();
        byte[] part = Arrays.copyOf(BccVector.PUMP.wire(), 50);
        answer(part);
        assertThat(sentWithin(1_500)).containsExactly("MEM:GET@1500");
        assertThat(events.stream().filter(PumpEvent.Rejected.class::isInstance)).hasSize(1);
        answer(BccVector.PUMP.wire());
        assertThat(readings()).hasSize(1);
    }

    @Test
    void silenceIsToldAfterASecondTryAndTheLinkBeginsAnew() {
        polling();
        answer(BccVector.PUMP.wire());
        assertThat(sentWithin(6_000)).containsExactly("ACK@100", "MEM:GET@1000", "MEM:GET@2500", "ADMIN:ALIVE@4500");
        assertThat(state()).isEqualTo(new LinkState.Silent());
        assertThat(link.counters().timeouts()).isEqualTo(3);
    }

    @Test
    @Tag("A11")
    void bytesWithoutAnyMessageAreGarbled() {
        open();
        sentWithin(0);
        answer(new byte[] {(byte) 0xF3, 0x12, 0x7F});
        sentWithin(1_500);
        assertThat(state()).isEqualTo(new LinkState.Garbled());
    }

    @Test
    @Tag("A7")
    void babbleIsGarbledFiveSecondsAfterTheRequest() {
        polling();
        byte[] babble = "babble ".repeat(10).getBytes(ISO_8859_1);
        for (int i = 0; i < 51; i++) {
            answer(babble);
            sentWithin(100);
        }
        assertThat(state()).isEqualTo(new LinkState.Garbled());
    }

    @Test
    void refusalOfAliveIsToldInWordsAndTriedAgain() {
        open();
        sentWithin(0);
        answer("1,50100,GNERR,68", true);
        assertThat(sentWithin(700)).containsExactly("ACK@100", "ADMIN:ALIVE@600");
        assertThat(state()).isEqualTo(new LinkState.Refused("the ComDevice did not understand the request (GNERR 68)"));
    }

    @Test
    void unansweredAliveTriesTheOtherStuffingWhenTheSettingIsUnknown() {
        link = WatchedLink.of(PumpModel.BCC);
        open();
        assertThat(link.due(now, events::add).orElseThrow().bytes()).isEqualTo(BccVector.ALIVE.wire());
        sentWithin(1_999);
        now = now.plus(Duration.ofMillis(1));
        assertThat(link.due(now, events::add).orElseThrow().bytes()).isEqualTo(BccVector.ALIVE.unstuffed());
    }

    @Test
    @Tag("B3")
    void anotherBedIdMakesTheLinkBeginAnew() {
        polling();
        answer(BccVector.ALL_STUFFED_LETTERS.wire());
        assertThat(readings()).isEmpty();
        assertThat(sentWithin(500)).containsExactly("ADMIN:ALIVE@500");
    }

    @Test
    void blockThatComesUnaskedIsReadAndAcknowledged() {
        polling();
        answer(BccVector.PUMP.wire());
        sentWithin(300);
        answer(BccVector.PUMP.wire());
        assertThat(readings()).hasSize(2);
        assertThat(sentWithin(700)).containsExactly("ACK@100", "MEM:GET@700");
    }

    @Test
    @Tag("B1")
    void closedLineGivesUpTheHalfMessageAndSendsNothing() {
        polling();
        answer(new byte[] {0x01, '0'});
        link.closed(new LinkState.Unreachable("cable"), now, events::add);
        assertThat(events.getLast()).isEqualTo(new PumpEvent.LinkChanged(now, new LinkState.Unreachable("cable")));
        assertThat(events.stream().filter(PumpEvent.Rejected.class::isInstance)).hasSize(1);
        assertThat(sentWithin(10_000)).isEmpty();
    }

    @Test
    void countersCountWhatPassed() {
        polling();
        answer(BccVector.PUMP.wire());
        int bytes = BccVector.PUMP.wire().length
                + new BccFrame("SpaceCOM", "1,50100,GNACK,0", true).bytes(true).length
                + new BccFrame("SpaceCOM", "1,50100,V3.30", true).bytes(true).length;
        assertThat(link.counters()).isEqualTo(new LinkCounters(bytes, 3, 0, 5, 0));
    }
}
