package org.rightparty.dialer.pacing;

/// A pace that learns from what it is shown, also while another one decides.
public interface LearningPace extends Pace {
    /// Learns from the news of a floor for which it does not decide.
    void watch(Floor floor);

    /// The other pace decides and this one learns: whoever changes the mode goes on with what the
    /// hours before have taught.
    default Pace beside(Pace other) {
        return floor -> {
            watch(floor);
            return other.decide(floor);
        };
    }
}
