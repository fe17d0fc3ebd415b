package org.rightparty.dialer.demo;

import java.util.random.RandomGenerator;

/// What demo debts arise from, how often and how much: assumptions, not statistics.
public enum DebtType {
    CARD(38, 145_000, Creditor.BANK),
    MEDICAL(22, 42_000, Creditor.HOSPITAL),
    TELECOM(8, 31_000, Creditor.SERVICES),
    UTILITY(6, 38_000, Creditor.SERVICES),
    AUTO(8, 680_000, Creditor.BANK),
    RETAIL(8, 62_000, Creditor.BANK),
    RENT(4, 210_000, Creditor.SERVICES),
    GOVERNMENT(3, 27_000, Creditor.SERVICES),
    COMMERCIAL(3, 540_000, Creditor.BANK);

    private static final double SPREAD = 0.9;
    private static final int LEAST_MINOR = 1_500;
    private static final int MOST_MINOR = 9_000_000;

    private final int hundredths;
    private final int medianMinor;
    private final Creditor creditor;

    DebtType(int hundredths, int medianMinor, Creditor creditor) {
        this.hundredths = hundredths;
        this.medianMinor = medianMinor;
        this.creditor = creditor;
    }

    public Creditor creditor() {
        return creditor;
    }

    static DebtType any(RandomGenerator chance) {
        int rest = chance.nextInt(100);
        for (DebtType type : values()) {
            rest -= type.hundredths;
            if (rest < 0) {
                return type;
            }
        }
        return CARD;
    }

    /// Log-normal about the type's median, in cents.
    long amount(RandomGenerator chance) {
        double amount = medianMinor * Math.exp(SPREAD * chance.nextGaussian());
        return Math.clamp(Math.round(amount), LEAST_MINOR, MOST_MINOR);
    }

    /// The demo's three clients, each with one portfolio and one campaign.
    public enum Creditor {
        BANK("Harborlight Bank", "Harborlight Bank N.A. (fictitious)", "CREDITOR"),
        HOSPITAL("Juniper Vale Health", "Juniper Vale Health System (fictitious)", "HEALTH"),
        SERVICES("Cedarfall Services", "Cedarfall Services LLC (fictitious)", "CREDITOR");

        private final String words;
        private final String legalName;
        private final String kind;

        Creditor(String words, String legalName, String kind) {
            this.words = words;
            this.legalName = legalName;
            this.kind = kind;
        }

        public String words() {
            return words;
        }

        public String legalName() {
            return legalName;
        }

        public String kind() {
            return kind;
        }
    }
}
