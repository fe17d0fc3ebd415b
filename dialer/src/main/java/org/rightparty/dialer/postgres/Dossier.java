package org.rightparty.dialer.postgres;

import org.rightparty.dialer.selection.CandidateFacts;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.PortfolioId;

import java.util.List;
import java.util.Map;

/// One consumer in one campaign as the tables tell it.
///
/// @param zones tzdb names the consumer may be in, sorted; empty when nothing tells
/// @param jurisdictions jurisdictions the consumer may be in, sorted
/// @param portfolios of each account that can be worked
record Dossier(
        CampaignId campaign,
        CandidateFacts facts,
        List<String> zones,
        List<String> jurisdictions,
        Map<AccountId, PortfolioId> portfolios) {}
