package org.rightparty.dialer.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.DeskSnapshot.Line;
import org.rightparty.console.desk.Intent;
import org.rightparty.dialer.pacing.PreviewPace;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Mode;

import java.time.Duration;

/// The softphone in the page, which may be back before the telephone system is heard of, or after.
class SoftphoneTest {
    private static final AgentId ANN = new AgentId(1);
    private static final String HER_LINE = "2001";
    private final SmallFloor floor =
            new SmallFloor(Mode.MANUAL, new PreviewPace(), new CallBook.Abandonment(0, 0));

    @Test
    void a_softphone_that_registers_while_the_telephone_system_is_away_is_called_when_it_is_back() {
        floor.telephone.link(false);
        floor.registers(ANN);
        assertThat(line()).isEqualTo(Line.DOWN);
        floor.telephone.link(true);
        floor.lasts(Duration.ofSeconds(1));
        assertThat(line()).isEqualTo(Line.UP);
        assertThat(floor.ask(ANN, new Intent.GoReady()))
                .isInstanceOfSatisfying(
                        Answer.Declined.class, d -> assertThat(d.code()).isEqualTo("NO_SOUND"));
    }

    @Test
    void a_softphone_whose_line_died_with_the_telephone_system_is_called_again_by_itself() {
        floor.registers(ANN);
        floor.send(new LoopEvent.SoundArrives(ANN, true));
        assertThat(floor.ask(ANN, new Intent.GoReady())).isInstanceOf(Answer.Accepted.class);
        floor.telephone.link(false);
        floor.telephone.phone(HER_LINE, false);
        floor.send(new LoopEvent.LineReady(ANN, false));
        floor.lasts(Duration.ofSeconds(1));
        assertThat(line()).isEqualTo(Line.DOWN);
        floor.telephone.phone(HER_LINE, true);
        floor.send(new LoopEvent.LineReady(ANN, true));
        floor.lasts(Duration.ofSeconds(1));
        assertThat(line()).isEqualTo(Line.DOWN);
        floor.telephone.link(true);
        floor.lasts(Duration.ofSeconds(1));
        assertThat(line()).isEqualTo(Line.UP);
    }

    @Test
    void a_softphone_that_is_not_registered_is_not_called() {
        floor.registers(ANN);
        floor.send(new LoopEvent.LineReady(ANN, false));
        floor.lasts(Duration.ofSeconds(1));
        floor.telephone.link(false);
        floor.telephone.link(true);
        floor.lasts(Duration.ofSeconds(1));
        assertThat(line()).isEqualTo(Line.DOWN);
    }

    private Line line() {
        return floor.desk(ANN).line();
    }
}
