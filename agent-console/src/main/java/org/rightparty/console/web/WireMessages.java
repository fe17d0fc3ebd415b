package org.rightparty.console.web;

import org.rightparty.compliance.postgres.MessageDesk;
import org.rightparty.compliance.postgres.MessageTemplates.Template;
import org.rightparty.compliance.rules.GovernedMessage.Kind;
import org.rightparty.vocabulary.CampaignId;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Governed messages as the pages read and write them.
final class WireMessages {
    private WireMessages() {}

    record Draft(String kind, String language, String business, String body, String prompt) {}

    record Which(long id) {}

    /// @param at absent for at once
    record Activate(long id, Optional<Instant> at) {}

    /// @param kind absent when nothing is left
    record OnMachine(long campaign, Optional<String> kind) {}

    record ToLeave(long attempt, String language) {}

    record Wording(String version, String text) {}

    record Message(
            long id,
            String title,
            String kind,
            String language,
            int version,
            String business,
            String body,
            String prompt,
            String author,
            Optional<String> approver,
            Optional<Instant> approvedAt,
            Optional<Instant> inForceFrom,
            String state) {}

    record All(List<Message> messages, List<OnMachine> onMachines) {}

    static All all(List<MessageDesk.Standing> standing, Map<CampaignId, Kind> onMachines) {
        return new All(
                standing.stream().map(WireMessages::message).toList(),
                onMachines.entrySet().stream()
                        .map(one ->
                                new OnMachine(
                                        one.getKey().value(), Optional.of(one.getValue().name())))
                        .sorted(Comparator.comparingLong(OnMachine::campaign))
                        .toList());
    }

    static Message message(MessageDesk.Standing standing) {
        Template t = standing.template();
        return new Message(
                t.id(),
                t.title(),
                t.text().kind().name(),
                t.text().language(),
                t.version(),
                t.text().business(),
                t.text().body(),
                t.text().prompt(),
                t.author(),
                t.approver(),
                t.approvedAt(),
                t.inForceFrom(),
                standing.state().name());
    }
}
