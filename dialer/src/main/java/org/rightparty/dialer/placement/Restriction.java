package org.rightparty.dialer.placement;

/// What a creditor tells us stops or limits contact, with the code of the hold it becomes.
public enum Restriction {
    CEASE("cease", "CEASE", "ceaseanddesist", "donotcontact", "ceasecontact", "cnd"),
    ATTORNEY("attorney", "ATTORNEY", "attorneyrepresented", "represented", "atty"),
    BANKRUPTCY("bankruptcy", "BANKRUPTCY", "bankrupt", "bk", "bkflag", "bankruptcyflag"),
    DECEASED("deceased", "DECEASED", "deceasedflag", "dead"),
    DISPUTE("dispute", "DISPUTE", "disputed", "disputeflag", "priordispute"),
    SCRA("scra", "SCRA", "activeduty", "military"),
    IDENTITY_THEFT("identity_theft", "IDENTITY_THEFT", "fraud", "idtheft", "fraudflag"),
    INSURANCE("insurance", "INSURANCE", "insurancepending"),
    LITIGATION("litigation", "LITIGATION", "judgmentpending", "legal");

    private final String field;
    private final String holdCode;
    private final String dateField;
    private final String noteField;
    private final String aliases;

    Restriction(String field, String holdCode, String... aliases) {
        this.field = field;
        this.dateField = field + "_date";
        this.noteField = field + "_note";
        this.holdCode = holdCode;
        this.aliases = String.join(" ", aliases);
    }

    public String field() {
        return field;
    }

    String dateField() {
        return dateField;
    }

    String noteField() {
        return noteField;
    }

    /// As in the table of holds.
    public String holdCode() {
        return holdCode;
    }

    String[] aliases() {
        return aliases.split(" ");
    }

    /// Whether it covers this account alone; the others protect the person in every account.
    public boolean isOfAccount() {
        return switch (this) {
            case DISPUTE, IDENTITY_THEFT, INSURANCE, LITIGATION -> true;
            case CEASE, ATTORNEY, BANKRUPTCY, DECEASED, SCRA -> false;
        };
    }
}
