package org.rightparty.console.web;

import static org.rightparty.vocabulary.Role.AGENT;
import static org.rightparty.vocabulary.Role.OFFICER;

import org.rightparty.compliance.postgres.MessageDesk;
import org.rightparty.compliance.postgres.MessageTemplates;
import org.rightparty.compliance.postgres.MessagesToLeave;
import org.rightparty.compliance.postgres.RulebookOffice;
import org.rightparty.compliance.rules.GovernedMessage.Kind;
import org.rightparty.console.people.Person;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;

import java.util.Arrays;
import java.util.List;

/// Governed messages. Who does it is who is logged in, so nobody approves her own draft:
///
/// - `GET /api/messages` answers all versions, and what each campaign leaves on machines
/// - `POST /api/messages/draft` enters one, `/approve` approves another's, `/activate` puts it in
/// force, `/withdraw` takes it out of use, `/on-machines` says what a campaign leaves
/// - `POST /api/messages/to-leave` answers what the agent of a call reads to a machine, and keeps
/// that she took it
public final class MessageRoutes implements Routes {
    private static final String ROOT = "/api/messages";
    private static final int BYTES_MAX = 8_000;

    private final MessageDesk desk;
    private final MessagesToLeave toLeave;

    public MessageRoutes(MessageDesk desk, MessagesToLeave toLeave) {
        this.desk = desk;
        this.toLeave = toLeave;
    }

    private interface Step {
        Object take(Request request, String by);
    }

    @Override
    public List<Route> routes() {
        Access officers = Access.of(OFFICER);
        return List.of(
                Route.get(ROOT, officers, _ -> Reply.wire(all())),
                step("/draft", officers, this::draft),
                step("/approve", officers, this::approve),
                step("/activate", officers, this::activate),
                step("/withdraw", officers, this::withdraw),
                step("/on-machines", officers, this::onMachines),
                step("/to-leave", Access.of(AGENT), (r, _) -> toLeave(r)));
    }

    private static Route step(String path, Access access, Step step) {
        return Route.post(ROOT + path, access, BYTES_MAX, r -> taken(step, r));
    }

    private static Reply taken(Step step, Request request) {
        try {
            return Reply.wire(step.take(request, request.held().person().login()));
        } catch (RulebookOffice.Refused refused) {
            return Reply.refused(409, "MESSAGE_REFUSED", refused.sentence());
        }
    }

    private WireMessages.All all() {
        return WireMessages.all(desk.list(), desk.inForce().onMachines());
    }

    private Object draft(Request request, String by) {
        WireMessages.Draft wanted = WireJson.read(request.body(), WireMessages.Draft.class);
        return WireMessages.message(
                desk.draft(
                        new MessageTemplates.Text(
                                kind(wanted.kind()),
                                wanted.language(),
                                wanted.business().strip(),
                                wanted.body().strip(),
                                wanted.prompt().strip()),
                        by));
    }

    private Object approve(Request request, String by) {
        return WireMessages.message(desk.approve(which(request), by));
    }

    private Object activate(Request request, String by) {
        WireMessages.Activate wanted = WireJson.read(request.body(), WireMessages.Activate.class);
        return WireMessages.message(desk.activate(wanted.id(), wanted.at(), by));
    }

    private Object withdraw(Request request, String by) {
        return WireMessages.message(desk.withdraw(which(request), by));
    }

    private static long which(Request request) {
        return WireJson.read(request.body(), WireMessages.Which.class).id();
    }

    private Object onMachines(Request request, String by) {
        WireMessages.OnMachine wanted = WireJson.read(request.body(), WireMessages.OnMachine.class);
        desk.leaveOnMachines(
                Ids.of(CampaignId::new, wanted.campaign()),
                wanted.kind().map(MessageRoutes::kind),
                by);
        return all();
    }

    private Object toLeave(Request request) {
        WireMessages.ToLeave wanted = WireJson.read(request.body(), WireMessages.ToLeave.class);
        Person agent = request.held().person();
        MessagesToLeave.Wording wording =
                toLeave.read(
                        Ids.of(AttemptId::new, wanted.attempt()),
                        agent.id(),
                        agent.name(),
                        wanted.language());
        return new WireMessages.Wording(wording.version(), wording.text());
    }

    private static Kind kind(String name) {
        return Arrays.stream(Kind.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WireJson.Malformed("not a kind of message"));
    }
}
