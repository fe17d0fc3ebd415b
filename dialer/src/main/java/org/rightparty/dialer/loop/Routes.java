package org.rightparty.dialer.loop;

import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;

/// Where a loop tells which calls and lines are its own, so that their events find it, and what its
/// desks and its campaign look like, for whoever asks from another thread.
public interface Routes {
    void callIsHere(AttemptId attempt);

    void callIsGone(AttemptId attempt);

    void lineIsHere(String line);

    void desk(DeskSnapshot desk);

    void deskIsGone(AgentId agent, String line);

    void campaign(CampaignReport report);
}
