package org.rightparty.console.office;

import org.rightparty.vocabulary.CampaignId;

import java.time.Instant;
import java.util.List;

/// Why not everybody is being called: all accounts of a campaign, less those that each reason keeps
/// back, leave those that may be dialed now. Each account is counted once, at the first reason
/// that holds for it.
///
/// @param accounts all accounts of the campaign's portfolios
/// @param steps the reasons in precedence
/// @param dialable due now and inside calling hours; the gate has the last word when it dials
public record Funnel(
        CampaignId campaign, Instant at, long accounts, List<Step> steps, long dialable) {
    /// Stands beside the codes of the reasons for accounts that none keeps back.
    public static final String DIALABLE = "DIALABLE";

    public Funnel {
        steps = List.copyOf(steps);
        long kept = steps.stream().mapToLong(Step::accounts).sum();
        if (accounts != kept + dialable) {
            throw new IllegalArgumentException(
                    accounts + " accounts are not " + kept + " and " + dialable);
        }
    }

    /// One reason.
    ///
    /// @param code stable code, `GATE_COOLDOWN_7D`
    /// @param words what staff read
    /// @param waits whether time alone ends it
    /// @param accounts how many it keeps back
    public record Step(String code, String words, boolean waits, long accounts) {}

    /// The accounts behind a reason are shown a page at a time, by their numbers.
    ///
    /// @param reason code of a step, or [#DIALABLE]
    /// @param after accounts with a greater number; 0 for the first page
    /// @param countMax accounts of a page
    public record Page(CampaignId campaign, String reason, long after, int countMax) {
        public static final int ACCOUNTS_MAX = 1_000;

        public Page {
            if (countMax < 1 || countMax > ACCOUNTS_MAX) {
                throw new IllegalArgumentException(countMax + " accounts are no page");
            }
        }
    }
}
