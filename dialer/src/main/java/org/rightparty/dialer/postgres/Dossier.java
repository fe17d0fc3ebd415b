package org.rightparty.dialer.postgres;

import org.rightparty.dialer.selection.CandidateFacts;
import org.rightparty.vocabulary.CampaignId;

import java.util.List;

/// One consumer in one campaign as the tables tell it.
///
/// @param zones tzdb names the consumer may be in, sorted; empty when nothing tells
/// @param jurisdictions jurisdictions the consumer may be in, sorted
record Dossier(
        CampaignId campaign,
        CandidateFacts facts,
        List<String> zones,
        List<String> jurisdictions) {}
