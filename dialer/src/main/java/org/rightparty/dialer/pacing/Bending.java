package org.rightparty.dialer.pacing;

import org.rightparty.dialer.pacing.AgentPaces.Own;
import org.rightparty.dialer.pacing.Floor.Dial;
import org.rightparty.dialer.pacing.Floor.Seat;
import org.rightparty.dialer.pacing.PartBends.Part;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.Stream;

/// How the campaign's curves of ring, talk and wrap-up bend by the part of the list and by the hour
/// at which a piece began, on the clock of UTC:
///
///     hazard = the campaign's · the part's ratio · the hour's ratio
///
/// Each ratio is learned beside the other, so what an hour's mix of parts explains is not its own.
final class Bending {
    private static final int HOURS = 24;

    final PartBends parts = new PartBends();
    private final Bends[] hours = new Bends[HOURS];
    private final Learned usual;

    /// Whose tables are still to be made anew. One at each look, so that no decision waits for all.
    private final Deque<Part> due = new ArrayDeque<>();

    Bending(Learned usual) {
        this.usual = usual;
        Arrays.setAll(hours, _ -> Bends.ofHour());
    }

    /// Looks ahead by the campaign's curves as they stand.
    void begin() {
        parts.rest().own().rebuild(usual, parts.rest().bends, parts.rest().bends);
    }

    Bends hour(int hour) {
        return hours[hour];
    }

    private Bends begun(double at) {
        return hours[HourLevels.hour(at)];
    }

    Outlook outlook(String segment) {
        return parts.of(segment).outlook();
    }

    void talked(String segment, TalkCurves.Talk talk, double began) {
        Bends part = parts.of(segment).bends;
        Bends hour = begun(began);
        usual.talks.tell(talk, hour, part);
        if (parts.count(segment)) {
            usual.talks.tell(talk, parts.of(segment).bends, hour);
        }
    }

    void wrappedUp(String segment, double length, double began) {
        Bends part = parts.of(segment).bends;
        Bends hour = begun(began);
        usual.wrap.tell(length, true, hour.wrap, part.wrap);
        if (parts.count(segment)) {
            usual.wrap.tell(length, true, parts.of(segment).bends.wrap, hour.wrap);
        }
    }

    /// @param level how many answers there are now of such numbers, compared with the long run
    void rang(Lead lead, double rung, boolean answered, double level, double now) {
        Bends part = parts.of(lead.segment()).bends;
        Bends hour = begun(now - rung);
        usual.calls.tell(lead, rung, answered, level, hour, part);
        if (parts.count(lead.segment())) {
            Bends own = parts.of(lead.segment()).bends;
            usual.calls.tell(lead, rung, answered, level, own, hour);
        }
    }

    /// Makes the campaign's tables anew; those of the parts follow one by one.
    void rebuild(Floor floor, double now) {
        Stream.concat(Arrays.stream(hours), parts.all().stream().map(p -> p.bends))
                .forEach(Bends::clearUnderWay);
        for (Dial dial : floor.dials()) {
            if (dial.phase() == Floor.Phase.RINGING) {
                rings(dial, now);
            }
        }
        for (Seat seat : floor.agents()) {
            works(seat, now);
        }
        due.clear();
        due.addAll(parts.all());
        rebuild(parts.rest(), now);
    }

    private void rebuild(Part part, double now) {
        part.own().rebuild(usual, part.bends, begun(now));
    }

    /// Makes the tables of the next part, if one is still due.
    void next(double now) {
        if (!due.isEmpty()) {
            rebuild(due.remove(), now);
        }
    }

    void all(double now) {
        while (!due.isEmpty()) {
            next(now);
        }
    }

    private void rings(Dial dial, double now) {
        Lead lead = dial.lead();
        Part part = parts.of(lead.segment());
        double rung = usual.calls.rung(dial);
        double level = usual.level().value() * usual.segments.odds(lead.segment());
        Bends hour = begun(now - rung);
        usual.calls.goesOn(lead, rung, level, hour, part.bends);
        if (part != parts.rest()) {
            usual.calls.goesOn(lead, rung, level, part.bends, hour);
        }
    }

    private void works(Seat seat, double now) {
        Part part = parts.of(seat.segment());
        double age = Slices.seconds(seat.age());
        Bends hour = begun(now - age);
        works(seat, age, hour, part.bends);
        if (part != parts.rest()) {
            works(seat, age, part.bends, hour);
        }
    }

    private void works(Seat seat, double age, Bends own, Bends other) {
        Own agent = usual.agents.of(seat.agent());
        switch (seat.work()) {
            case TALKING -> {
                double stageAge = Slices.seconds(seat.stageAge()) / agent.talk;
                usual.talks.goesOn(age / agent.talk, seat.stage(), stageAge, own, other);
            }
            case WRAPPING_UP -> usual.wrap.expect(age / agent.wrap, other.wrap, own.wrap::goesOn);
            case READY, CONNECTING, OWN_CALL, PAUSED -> {}
        }
    }
}
