package org.rightparty.compliance.postgres;

import org.rightparty.compliance.postgres.MessageTemplates.State;
import org.rightparty.compliance.postgres.MessageTemplates.Template;
import org.rightparty.compliance.postgres.MessageTemplates.Text;
import org.rightparty.compliance.rules.GovernedMessage.Kind;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.CampaignId;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What officers do with governed messages, and what is in force now: each call is one transaction.
public final class MessageDesk {
    private final Database database;
    private final MessageTemplates templates;
    private final InstantSource clock;

    public MessageDesk(Database database, MessageTemplates templates, InstantSource clock) {
        this.database = database;
        this.templates = templates;
        this.clock = clock;
    }

    /// A version and where it stands.
    public record Standing(Template template, State state) {}

    public List<Standing> list() {
        Instant now = clock.instant();
        return database.transact(tx -> {
            List<Template> inForce = templates.inForce(tx, now);
            return templates.all(tx).stream()
                    .map(one -> new Standing(one, one.state(inForce, now)))
                    .toList();
        });
    }

    /// @throws RulebookOffice.Refused when it tells too much or too little
    public Standing draft(Text text, String author) {
        Instant now = clock.instant();
        return standing(database.transact(tx -> templates.draft(tx, text, author, now)));
    }

    /// @throws RulebookOffice.Refused when it is no draft, or the approver wrote it
    public Standing approve(long id, String approver) {
        Instant now = clock.instant();
        return standing(database.transact(tx -> templates.approve(tx, id, approver, now)));
    }

    /// In force from `from` on, at once when that is empty.
    ///
    /// @throws RulebookOffice.Refused when it is not approved, or `from` is past
    public Standing activate(long id, Optional<Instant> from, String by) {
        Instant now = clock.instant();
        return standing(
                database.transact(tx -> templates.activate(tx, id, from.orElse(now), by, now)));
    }

    /// @throws RulebookOffice.Refused when there is none in use
    public Standing withdraw(long id, String by) {
        Instant now = clock.instant();
        return standing(database.transact(tx -> templates.withdraw(tx, id, by, now)));
    }

    private Standing standing(Template template) {
        Instant now = clock.instant();
        List<Template> inForce = database.transact(tx -> templates.inForce(tx, now));
        return new Standing(template, template.state(inForce, now));
    }

    /// The message of this kind and language that is in force; empty when none is.
    public Optional<Template> inForce(Kind kind, String language) {
        return inForce().templates().stream()
                .filter(one -> one.text().kind() == kind)
                .filter(one -> one.text().language().equals(language))
                .findFirst();
    }

    /// All that is in force, and what each campaign leaves on machines.
    public record InForce(List<Template> templates, Map<CampaignId, Kind> onMachines) {
        public InForce {
            templates = List.copyOf(templates);
            onMachines = Map.copyOf(onMachines);
        }
    }

    public InForce inForce() {
        Instant now = clock.instant();
        return database.transact(
                tx -> new InForce(templates.inForce(tx, now), templates.onMachines(tx)));
    }

    /// @throws RulebookOffice.Refused when there is no such campaign
    public void leaveOnMachines(CampaignId campaign, Optional<Kind> kind, String by) {
        Instant now = clock.instant();
        database.transact(tx -> {
            templates.leaveOnMachines(tx, campaign, kind, by, now);
            return now;
        });
    }
}
