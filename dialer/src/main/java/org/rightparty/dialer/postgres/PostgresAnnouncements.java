package org.rightparty.dialer.postgres;

import org.rightparty.compliance.postgres.MessageDesk;
import org.rightparty.compliance.postgres.MessageDesk.InForce;
import org.rightparty.compliance.postgres.MessageTemplates.Template;
import org.rightparty.compliance.rules.GovernedMessage.Kind;
import org.rightparty.dialer.call.Message;
import org.rightparty.dialer.call.Messages;
import org.rightparty.dialer.loop.Announcements;
import org.rightparty.vocabulary.CampaignId;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The governed messages as they were when last looked at: nothing is played before the first look.
public final class PostgresAnnouncements implements Announcements {
    /// Whoever answers is not known yet, nor the language spoken there.
    private static final String LANGUAGE = "en";

    private final MessageDesk desk;
    private volatile InForce last = new InForce(List.of(), Map.of());

    public PostgresAnnouncements(MessageDesk desk) {
        this.desk = desk;
    }

    /// Reads what is in force. To be asked every second.
    public void look() {
        last = desk.inForce();
    }

    @Override
    public Messages of(CampaignId campaign) {
        InForce now = last;
        return new Messages(
                message(now, Kind.ABANDONED),
                Optional.ofNullable(now.onMachines().get(campaign))
                        .flatMap(kind -> message(now, kind)));
    }

    private static Optional<Message> message(InForce now, Kind kind) {
        return now.templates().stream()
                .filter(one -> one.text().kind() == kind)
                .filter(one -> one.text().language().equals(LANGUAGE))
                .filter(one -> !one.text().prompt().isEmpty())
                .findFirst()
                .map(PostgresAnnouncements::message);
    }

    private static Message message(Template template) {
        return new Message(template.title(), template.text().prompt());
    }
}
