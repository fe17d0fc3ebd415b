package org.rightparty.dialer.pacing;

import org.rightparty.dialer.pacing.Floor.Stage;

import java.util.Optional;

/// How long talks last, as a whole and by stage: until somebody is verified, or not at all, and
/// from there to the end. The stages count once enough talks have shown them.
final class TalkCurves {
    private static final double MEAN = 120;
    private static final double ENOUGH = 30;
    private static final double MEMORY = 500;

    final WorkCurve whole = new WorkCurve(MEAN);

    /// Ends of talks in which nobody was verified before; the verified leave it.
    final WorkCurve unverified = new WorkCurve(MEAN);

    /// Verifications; talks that end without one leave it.
    final WorkCurve verifying = new WorkCurve(MEAN);

    /// Ends of talks, counted from the verification.
    final WorkCurve verified = new WorkCurve(MEAN);

    private double verifications;

    /// A talk as it would have been at the team's pace.
    ///
    /// @param at when somebody was verified
    record Talk(double length, Optional<Double> at) {
        /// @param pace of the agent's own talks, compared with the team's
        static Talk of(News.TalkEnded talk, double pace) {
            double length = Slices.seconds(talk.length()) / pace;
            return new Talk(
                    length,
                    talk.stages().stream()
                            .filter(p -> p.stage() == Stage.VERIFIED)
                            .findFirst()
                            .map(p -> Math.min(length, Slices.seconds(p.from()) / pace)));
        }
    }

    void saw(Talk talk) {
        double length = talk.length();
        Optional<Double> at = talk.at();
        whole.saw(length);
        verifications = verifications * (1 - 1 / MEMORY) + (at.isPresent() ? 1 : 0);
        if (at.isPresent()) {
            verifying.saw(at.get());
            unverified.left(at.get());
            verified.saw(length - at.get());
        } else {
            verifying.left(length);
            unverified.saw(length);
        }
    }

    /// What it says of how these curves bend.
    void tell(Talk talk, Bends own, Bends other) {
        double length = talk.length();
        double open = talk.at().orElse(length);
        boolean verifies = talk.at().isPresent();
        whole.tell(length, true, own.talk, other.talk);
        unverified.tell(open, !verifies, own.unverified, other.unverified);
        verifying.tell(open, verifies, own.verifying, other.verifying);
        if (verifies) {
            verified.tell(length - open, true, own.verified, other.verified);
        }
    }

    /// A talk that goes on.
    ///
    /// @param stageAge since this stage began
    void goesOn(double age, Stage stage, double stageAge, Bends own, Bends other) {
        whole.expect(age, other.talk, own.talk::goesOn);
        if (stage == Stage.VERIFIED) {
            verified.expect(stageAge, other.verified, own.verified::goesOn);
        } else {
            unverified.expect(stageAge, other.unverified, own.unverified::goesOn);
            verifying.expect(stageAge, other.verifying, own.verifying::goesOn);
        }
    }

    /// Takes over curves as they bend for a part of the list in an hour.
    void bend(TalkCurves usual, Bends part, Bends hour) {
        verifications = usual.verifications;
        whole.bend(usual.whole, part.talk, hour.talk);
        unverified.bend(usual.unverified, part.unverified, hour.unverified);
        verifying.bend(usual.verifying, part.verifying, hour.verifying);
        verified.bend(usual.verified, part.verified, hour.verified);
    }

    /// Whether the pages show stages.
    boolean areStaged() {
        return verifications >= ENOUGH;
    }

    double[] figures() {
        return new double[] {verifications};
    }

    void restore(double[] figures) {
        verifications = figures[0];
    }

    /// Makes the hazards anew.
    void rebuild(double[] talking, double[] opening, double[] afterwards) {
        whole.rebuild(talking);
        unverified.rebuild(opening);
        verifying.rebuild(opening);
        verified.rebuild(afterwards);
    }
}
