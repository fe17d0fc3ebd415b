package org.rightparty.dialer.loop;

import org.rightparty.dialer.call.Message;
import org.rightparty.dialer.call.Messages;
import org.rightparty.vocabulary.CampaignId;

import java.util.Optional;

/// The approved messages that are in force now. From any thread, at once.
public interface Announcements {
    Messages of(CampaignId campaign);

    /// A house whose message for abandoned calls is in force and that leaves none on machines: for
    /// simulations.
    Announcements SIMULATED =
            _ ->
                    new Messages(
                            Optional.of(new Message("ABANDONED-en-1", "safe-harbor")),
                            Optional.empty());
}
