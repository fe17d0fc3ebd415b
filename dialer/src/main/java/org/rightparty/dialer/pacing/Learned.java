package org.rightparty.dialer.pacing;

import org.rightparty.dialer.pacing.AgentPaces.Own;
import org.rightparty.dialer.pacing.Floor.Dial;
import org.rightparty.dialer.pacing.Floor.Seat;

import java.util.List;

/// Everything a pace has learned of its campaign, and the tables made from it.
final class Learned {
    private static final double REBUILD_SECONDS = 20;

    final CallCurves calls = new CallCurves();
    final TalkCurves talks = new TalkCurves();
    final WorkCurve wrap = new WorkCurve(30);
    final PauseHabit pauses = new PauseHabit();
    final AgentPaces agents = new AgentPaces();
    final Segments segments = new Segments();
    final HourLevels hours = new HourLevels();
    final Bending bending = new Bending(this);
    private final AnswerLevel level = new AnswerLevel();
    private double rebuiltAt = Double.NEGATIVE_INFINITY;
    private double rebuiltResolved;
    private double resolved;
    private double answered;

    /// Answers that were to be expected of the calls that ended since the last refresh.
    private double ended;

    /// Answers since then.
    private int answers;

    /// Answers that were to be expected so far of the calls in flight at the last refresh.
    private double flying;

    Learned() {
        bending.begin();
    }

    AnswerLevel level() {
        return level;
    }

    /// Whether enough was seen to dial ahead on it: 40 calls with 10 answers, or 120 calls.
    boolean isKnown() {
        return (resolved >= 40 && answered >= 10) || resolved >= 120;
    }

    double[] counts() {
        return new double[] {resolved, answered};
    }

    void restoreCounts(double[] counts) {
        resolved = counts[0];
        answered = counts[1];
    }

    void saw(News news, double now) {
        switch (news) {
            case News.Answered n -> answered(n, now);
            case News.Unanswered n -> unanswered(n, now);
            case News.TalkEnded n -> {
                double own = Slices.seconds(n.length());
                TalkCurves.Talk talk = TalkCurves.Talk.of(n, agents.of(n.agent()).talk);
                talks.saw(talk);
                bending.talked(n.segment(), talk, now - own);
                agents.talked(n.agent(), own);
            }
            case News.WrapUpEnded n -> {
                double own = Slices.seconds(n.length());
                double length = own / agents.of(n.agent()).wrap;
                wrap.saw(length);
                bending.wrappedUp(n.segment(), length, now - own);
                agents.wrapped(n.agent(), own);
                pauses.saw(n.next());
            }
            case News.Served _, News.Abandoned _ -> {}
        }
    }

    private void answered(News.Answered n, double now) {
        double rung = Slices.seconds(n.ring());
        resolve(n.lead(), rung, true, now);
        calls.answered(n.lead(), Slices.seconds(n.setUp()), rung, Slices.seconds(n.screening()));
    }

    private void unanswered(News.Unanswered n, double now) {
        double rung = Slices.seconds(n.ring());
        if (n.phase() != Floor.Phase.SET_UP) {
            resolve(n.lead(), rung, false, now);
        } else {
            resolved++;
        }
        calls.unanswered(
                n.lead(),
                n.phase(),
                Slices.seconds(n.setUp()),
                rung,
                Slices.seconds(n.screening()));
    }

    private void resolve(Lead lead, double rung, boolean answer, double now) {
        resolved++;
        answered += answer ? 1 : 0;
        double expected = expected(lead, rung);
        double own = segments.odds(lead.segment());
        bending.rang(lead, rung, answer, level.value() * own, now);
        segments.saw(lead.segment(), expected * level.value(), answer);
        ended += expected * own;
        answers += answer ? 1 : 0;
        hours.saw(HourLevels.hour(now), expected * own, answer);
    }

    private double expected(Lead lead, double rung) {
        return calls.expected(bending.outlook(lead.segment()).answers, lead, rung);
    }

    /// Makes the tables anew when they are due.
    void refresh(Floor floor, double now) {
        level.usually(hours.usual(HourLevels.hour(now)));
        double flies = flying(floor);
        level.saw(ended + flies - flying, answers, now);
        flying = flies;
        ended = 0;
        answers = 0;
        if (now >= rebuiltAt + REBUILD_SECONDS || resolved > rebuiltResolved * 1.1 + 10) {
            rebuild(floor, now);
        } else {
            bending.next(now);
        }
    }

    private void rebuild(Floor floor, double now) {
        rebuiltAt = now;
        rebuiltResolved = resolved;
        double before = calls.fromSetUp.chance[0];
        fillTables(floor);
        level.measureBy(calls.fromSetUp.chance[0] / before);
        bending.rebuild(floor, now);
        flying = flying(floor);
    }

    private void fillTables(Floor floor) {
        calls.rebuild(floor.dials());
        rebuildWork(floor);
    }

    /// Makes the tables anew so that they follow from what was learned and this floor alone: one
    /// that is given both has the same.
    void renew(Floor floor) {
        double before = calls.fromSetUp.chance[0];
        calls.rebuild(List.of());
        double alone = calls.fromSetUp.chance[0];
        level.measureBy(alone / before);
        double now = Slices.seconds(floor.at());
        rebuild(floor, now);
        bending.all(now);
        flying = flying(floor);
    }

    /// Has the tables that [#renew] made, when it was given what was learned there.
    void resume(Floor floor) {
        double now = Slices.seconds(floor.at());
        calls.rebuild(List.of());
        fillTables(floor);
        bending.rebuild(floor, now);
        bending.all(now);
    }

    /// What is under way since the tables were made.
    double[] underWay() {
        return new double[] {rebuiltAt, rebuiltResolved, ended, answers, flying};
    }

    void restoreUnderWay(double[] f) {
        rebuiltAt = f[0];
        rebuiltResolved = f[1];
        ended = f[2];
        answers = (int) f[3];
        flying = f[4];
    }

    /// What the ringing of calls in flight leads to expect until now. It must count as it passes,
    /// not when they end: of calls placed together the answered end first.
    private double flying(Floor floor) {
        double sum = 0;
        for (Dial dial : floor.dials()) {
            if (dial.phase() != Floor.Phase.SET_UP) {
                double own = segments.odds(dial.lead().segment());
                sum += expected(dial.lead(), calls.rung(dial)) * own;
            }
        }
        return sum;
    }

    private void rebuildWork(Floor floor) {
        double[] talking = new double[WorkCurve.BINS];
        double[] opening = new double[WorkCurve.BINS];
        double[] verified = new double[WorkCurve.BINS];
        double[] wrapping = new double[WorkCurve.BINS];
        for (Seat seat : floor.agents()) {
            double age = Slices.seconds(seat.age());
            Own own = agents.of(seat.agent());
            switch (seat.work()) {
                case TALKING -> {
                    WorkCurve.spend(talking, age / own.talk);
                    boolean late = seat.stage() == Floor.Stage.VERIFIED;
                    double stageAge = Slices.seconds(seat.stageAge()) / own.talk;
                    WorkCurve.spend(late ? verified : opening, stageAge);
                }
                case WRAPPING_UP -> WorkCurve.spend(wrapping, age / own.wrap);
                case READY, CONNECTING, OWN_CALL, PAUSED -> {}
            }
        }
        talks.rebuild(talking, opening, verified);
        wrap.rebuild(wrapping);
    }
}
