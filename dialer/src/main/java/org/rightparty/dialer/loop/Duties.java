package org.rightparty.dialer.loop;

import org.rightparty.compliance.gate.Obligation;
import org.rightparty.compliance.rules.Duty;
import org.rightparty.console.desk.DeskSnapshot;

import java.util.List;

/// What the permit of one call obliges to: what its agent is to say or heed, and whether it may be
/// recorded. Touched by the loop's thread alone.
///
/// 1. where recording is forbidden it never begins;
/// 2. where all must be told it begins when the agent says that they were;
/// 3. otherwise it begins with the conversation, when the campaign records or a row demands it.
final class Duties {
    static final String NO_VOICEMAIL = "NO_VOICEMAIL";
    static final String ANNOUNCEMENT = "RECORDING_ANNOUNCEMENT";
    static final String REQUIRED = "RECORDING_REQUIRED";
    static final String FORBIDDEN = "RECORDING_FORBIDDEN";

    /// Says who is calling, so it is shown to whoever is not verified yet too.
    private static final String IDENTIFY = "IDENTIFY_CALLER";

    private final List<Obligation> all;
    private boolean announced;

    Duties(List<Obligation> all) {
        this.all = List.copyOf(all);
    }

    /// Of a call from before a restart, whose permit is gone: as if all had to be told.
    static Duties unknown() {
        return new Duties(
                List.of(
                        new Obligation(
                                ANNOUNCEMENT,
                                Duty.BEFORE_RECORDING,
                                "GATE",
                                "",
                                "the permit of this call is not known any more",
                                "Say that the call is recorded.")));
    }

    boolean has(String code) {
        return all.stream().anyMatch(duty -> duty.code().equals(code));
    }

    /// Whether it may be recorded from now on.
    boolean mayRecord(CampaignPolicy policy) {
        return wanted(policy) && !has(FORBIDDEN) && (announced || !has(ANNOUNCEMENT));
    }

    /// Whether nothing but the agent's word is missing.
    boolean wantsAnnouncement(CampaignPolicy policy) {
        return wanted(policy) && !has(FORBIDDEN) && has(ANNOUNCEMENT) && !announced;
    }

    void announce() {
        announced = true;
    }

    private boolean wanted(CampaignPolicy policy) {
        return policy.recording() || has(REQUIRED);
    }

    /// What the agent is to say or heed. What is due in the call may rest on something known of the
    /// person, so most of it is shown once it is verified that it is the consumer.
    List<DeskSnapshot.Duty> spoken(boolean verified) {
        return all.stream()
                .filter(duty -> isSpoken(duty, verified))
                .map(duty -> new DeskSnapshot.Duty(duty.code(), duty.sentence()))
                .toList();
    }

    private static boolean isSpoken(Obligation duty, boolean verified) {
        return switch (duty.due()) {
            case BEFORE_CONTENT -> true;
            case BEFORE_RECORDING -> !duty.code().equals(REQUIRED);
            case ON_CALL -> verified || duty.code().equals(IDENTIFY);
            case ON_MESSAGE, WITHIN_5_DAYS -> false;
        };
    }
}
