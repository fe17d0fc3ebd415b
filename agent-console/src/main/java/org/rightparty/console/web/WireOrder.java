package org.rightparty.console.web;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.rightparty.console.floor.FloorView;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;

/// What a supervisor orders, as the page writes it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WireOrder.Start.class, name = "start"),
    @JsonSubTypes.Type(value = WireOrder.Drain.class, name = "drain"),
    @JsonSubTypes.Type(value = WireOrder.Stop.class, name = "stop"),
    @JsonSubTypes.Type(value = WireOrder.SetMode.class, name = "setMode"),
    @JsonSubTypes.Type(value = WireOrder.SetAim.class, name = "setAim"),
    @JsonSubTypes.Type(value = WireOrder.PauseAgent.class, name = "pauseAgent")
})
public sealed interface WireOrder {
    record Start(long campaign) implements WireOrder {}

    record Drain(long campaign) implements WireOrder {}

    record Stop(long campaign) implements WireOrder {}

    record SetMode(long campaign, Mode mode) implements WireOrder {}

    record SetAim(long campaign, WireAim aim) implements WireOrder {}

    record PauseAgent(long agent) implements WireOrder {}

    /// The same in the core's words.
    static FloorView.Order toCore(WireOrder order) {
        return switch (order) {
            case Start o -> new FloorView.Order.Start(new CampaignId(o.campaign()));
            case Drain o -> new FloorView.Order.Drain(new CampaignId(o.campaign()));
            case Stop o -> new FloorView.Order.Stop(new CampaignId(o.campaign()));
            case SetMode o -> new FloorView.Order.SetMode(new CampaignId(o.campaign()), o.mode());
            case SetAim o ->
                    new FloorView.Order.SetAim(new CampaignId(o.campaign()), o.aim().toCore());
            case PauseAgent o -> new FloorView.Order.PauseAgent(new AgentId(o.agent()));
        };
    }
}
