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

    /// @param pace of the agent's own talks, compared with the team's
    void saw(News.TalkEnded talk, double pace) {
        double length = Slices.seconds(talk.length()) / pace;
        Optional<Double> at =
                talk.stages().stream()
                        .filter(p -> p.stage() == Stage.VERIFIED)
                        .findFirst()
                        .map(p -> Math.min(length, Slices.seconds(p.from()) / pace));
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
