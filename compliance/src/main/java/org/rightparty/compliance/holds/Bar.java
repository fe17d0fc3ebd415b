package org.rightparty.compliance.holds;

/// What may be set against calling somebody, and how far each reaches by itself.
public enum Bar {
    CEASE("Asked that contact cease", Reach.CONSUMER),
    ATTORNEY("Has an attorney", Reach.CONSUMER),
    BANKRUPTCY("Bankruptcy", Reach.CONSUMER),
    DECEASED("Has died", Reach.CONSUMER),
    DISPUTE("Disputes the debt", Reach.ACCOUNT),
    IDENTITY_THEFT("Identity was stolen", Reach.ACCOUNT),
    SCRA("Military service: review first", Reach.CONSUMER),
    MINOR("Is a minor", Reach.CONSUMER),
    LITIGATION("In court", Reach.ACCOUNT),
    INCARCERATED("In prison", Reach.CONSUMER),
    COMPLAINT("Complained", Reach.ACCOUNT),
    BEREAVEMENT("Bereavement, wedding or festival", Reach.CONSUMER),
    DO_NOT_CALL_NUMBER("Do not call this number", Reach.NUMBER),
    WRONG_NUMBER("Wrong number", Reach.NUMBER),
    EMPLOYER_PROHIBITS("Employer forbids calls", Reach.NUMBER),
    INCONVENIENT_TIME("Inconvenient time", Reach.CONSUMER),
    INCONVENIENT_PLACE("Inconvenient place", Reach.CONSUMER);

    private final String label;
    private final Reach reach;

    Bar(String label, Reach reach) {
        this.label = label;
        this.reach = reach;
    }

    /// What staff call it.
    public String label() {
        return label;
    }

    public Reach reach() {
        return reach;
    }

    /// Whether it is a wish of the consumer (12 CFR 1006.6(b)(1)) rather than a hold.
    public boolean isWish() {
        return this == INCONVENIENT_TIME || this == INCONVENIENT_PLACE;
    }

    /// What a bar covers unless it is set for less.
    public enum Reach {
        CONSUMER,
        ACCOUNT,
        NUMBER
    }
}
