package org.rightparty.vocabulary;

/// Accounts dialed under one policy, with one pace and one abandonment measurement.
public record CampaignId(long value) {
    public CampaignId {
        if (value <= 0) {
            throw new IllegalArgumentException("campaign id must be positive: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
