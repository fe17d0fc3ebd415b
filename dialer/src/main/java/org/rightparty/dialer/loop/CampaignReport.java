package org.rightparty.dialer.loop;

import org.rightparty.console.floor.FloorView.AgentLine;
import org.rightparty.console.floor.FloorView.CampaignLine;
import org.rightparty.vocabulary.CampaignId;

import java.util.List;

/// What a loop last said of itself.
///
/// @param databaseUp whether its last work for the tables succeeded
public record CampaignReport(
        CampaignLine line, boolean databaseUp, boolean telephoneUp, String lastError) {
    public CampaignId campaign() {
        return line.campaign();
    }

    public List<AgentLine> agents() {
        return line.agents();
    }
}
