package org.rightparty.dialer.cli;

import org.rightparty.compliance.ledger.Selection;
import org.rightparty.dialer.postgres.PostgresTables;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;

/// Whom or what an export is to be of. A mistyped number would make a proof of nothing.
final class ExportSubject {
    private ExportSubject() {}

    /// @throws NotDone when there is no such consumer or campaign
    static void requireKnown(Selection selection, PostgresTables tables) {
        if (!tables.knows(selection)) {
            throw switch (selection) {
                case Selection.OfConsumer(ConsumerId id) ->
                        new NotDone(
                                "there is no consumer " + id,
                                "the page Records (#/records) shows which numbers people have");
                case Selection.OfCampaign(CampaignId id) ->
                        new NotDone(
                                "there is no campaign " + id,
                                "./rightparty campaign show NAME says which number it has");
                case Selection.Everything _, Selection.Period _ ->
                        new IllegalStateException("always there: " + selection);
            };
        }
    }
}
