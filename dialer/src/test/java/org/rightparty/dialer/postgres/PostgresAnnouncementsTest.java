package org.rightparty.dialer.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.postgres.MessageDesk;
import org.rightparty.compliance.postgres.MessageTemplates;
import org.rightparty.compliance.postgres.MessageTemplates.Text;
import org.rightparty.compliance.postgres.PostgresLedger;
import org.rightparty.compliance.rules.GovernedMessage.Kind;
import org.rightparty.dialer.call.Message;
import org.rightparty.dialer.call.Messages;
import org.rightparty.vocabulary.CampaignId;

import java.util.Optional;

/// What may be played follows what is in force, a look later.
class PostgresAnnouncementsTest {
    private final Floorplan floor = Floorplan.open();
    private final MessageDesk desk =
            new MessageDesk(
                    floor.database,
                    new MessageTemplates(new PostgresLedger()),
                    () -> Floorplan.NOON);
    private final PostgresAnnouncements announcements = new PostgresAnnouncements(desk);

    @AfterEach
    void close() {
        floor.close();
    }

    private long inForce(Kind kind, String language, String body, String prompt) {
        Text text = new Text(kind, language, "Harbor", body, prompt);
        long id = desk.draft(text, "ada").template().id();
        desk.approve(id, "grace");
        desk.activate(id, Optional.empty(), "grace");
        return id;
    }

    private Messages now(CampaignId campaign) {
        announcements.look();
        return announcements.of(campaign);
    }

    @Test
    void nothing_is_played_before_something_is_in_force_and_after_it_is_withdrawn() {
        assertThat(now(floor.campaign)).isEqualTo(Messages.NONE);
        long id = inForce(Kind.ABANDONED, "en", "{business} called: {number}.", "sorry");
        assertThat(announcements.of(floor.campaign)).isEqualTo(Messages.NONE);
        assertThat(now(floor.campaign).abandoned())
                .contains(new Message("ABANDONED-en-1", "sorry"));
        desk.withdraw(id, "grace");
        assertThat(now(floor.campaign)).isEqualTo(Messages.NONE);
    }

    @Test
    void machines_are_left_what_was_chosen_for_their_campaign() {
        CampaignId other = floor.campaign("Morning");
        String words = "This is {agent} of {business}. Please call {number}.";
        inForce(Kind.LIMITED_CONTENT, "en", words, "please-call");
        assertThat(now(floor.campaign).machine()).isEmpty();
        desk.leaveOnMachines(floor.campaign, Optional.of(Kind.LIMITED_CONTENT), "grace");
        assertThat(now(floor.campaign).machine())
                .contains(new Message("LIMITED_CONTENT-en-1", "please-call"));
        assertThat(now(other).machine()).isEmpty();
        desk.leaveOnMachines(floor.campaign, Optional.empty(), "grace");
        assertThat(now(floor.campaign).machine()).isEmpty();
    }

    @Test
    void a_message_that_only_agents_say_is_not_played() {
        String words = "This is {agent} of {business}. Please call {number}.";
        inForce(Kind.LIMITED_CONTENT, "en", words, "");
        desk.leaveOnMachines(floor.campaign, Optional.of(Kind.LIMITED_CONTENT), "grace");
        assertThat(now(floor.campaign).machine()).isEmpty();
    }
}
