package org.rightparty.console.desk;

/// Why a consumer fell behind, in the consumer's words as near as a list can come.
public enum DelinquencyReason {
    JOB_LOSS("Lost the job"),
    REDUCED_INCOME("Earns less"),
    ILLNESS("Illness or injury"),
    FAMILY("Divorce or separation"),
    DEATH_IN_FAMILY("Death in the family"),
    INSURANCE_PENDING("Waits for insurance"),
    DISPUTES("Says it is not owed"),
    FORGOT("Forgot or moved"),
    OTHER_DEBTS("Too many debts"),
    DISASTER("Fire, flood or storm"),
    REFUSES_TO_SAY("Would not say"),
    OTHER("Another reason");

    private final String label;

    DelinquencyReason(String label) {
        this.label = label;
    }

    /// What the agent reads.
    public String label() {
        return label;
    }
}
