package org.rightparty.compliance.abandonment;

/// What was measured over a window.
///
/// A person whom the screening takes for a machine is hung up on and heard nobody: she counts as
/// answered and as abandoned. How many there were nobody knows; they are estimated from the calls
/// that the screening ended and the share of people among them, rounded up.
///
/// @param answered calls that a person is known to have answered
/// @param abandoned those of them for whom no agent was on in time
/// @param takenForMachines calls that the screening ended
/// @param falsePositivePpm the estimated share of people among those, in parts per million
public record AbandonmentTally(
        long answered, long abandoned, long takenForMachines, int falsePositivePpm) {
    public static final AbandonmentTally NONE = new AbandonmentTally(0, 0, 0, 0);

    public AbandonmentTally {
        if (abandoned < 0 || abandoned > answered || takenForMachines < 0) {
            throw new IllegalArgumentException(
                    "more abandoned than answered: " + abandoned + " of " + answered);
        }
    }

    public long falsePositives() {
        return Math.ceilDiv(Math.multiplyExact(takenForMachines, (long) falsePositivePpm), PPM);
    }

    public long answeredByPeople() {
        return answered + falsePositives();
    }

    public long abandonedPeople() {
        return abandoned + falsePositives();
    }

    /// Parts per million, rounded up; none of none.
    public int ratePpm() {
        return answeredByPeople() == 0
                ? 0
                : (int) Math.ceilDiv(abandonedPeople() * PPM, answeredByPeople());
    }

    /// What was measured over both. Each is estimated with its own share.
    public AbandonmentTally plus(AbandonmentTally other) {
        return new AbandonmentTally(
                answered + other.answered,
                abandoned + other.abandoned,
                falsePositives() + other.falsePositives(),
                SafeHarbour.PPM);
    }

    private static final long PPM = SafeHarbour.PPM;
}
