package org.rightparty.dialer.demo.postgres;

import org.jooq.DSLContext;
import org.rightparty.compliance.postgres.MessageTemplates;
import org.rightparty.compliance.postgres.MessageTemplates.Text;
import org.rightparty.compliance.postgres.PostgresLedger;
import org.rightparty.compliance.rules.GovernedMessage.Kind;

import java.time.Instant;
import java.util.List;

/// The messages of an invented house, approved by two of its people. A real house writes and
/// records its own.
final class DemoMessages {
    private static final String BUSINESS = "Harbor Services";
    private static final List<Text> TEXTS =
            List.of(
                    new Text(
                            Kind.ABANDONED,
                            "en",
                            BUSINESS,
                            "This is {business}. We are sorry: nobody was free to speak with you"
                                    + " in time. Please call back at {number}.",
                            "safe-harbor"),
                    new Text(
                            Kind.LIMITED_CONTENT,
                            "en",
                            BUSINESS,
                            "Hello, this is {agent} from {business}. Please call me back at"
                                    + " {number}.",
                            ""));

    private DemoMessages() {}

    static void add(DSLContext tx, Instant now) {
        MessageTemplates templates = new MessageTemplates(new PostgresLedger());
        for (Text text : TEXTS) {
            long id = templates.draft(tx, text, "officer1", now).id();
            templates.approve(tx, id, "officer2", now);
            templates.activate(tx, id, now, "officer1", now);
        }
    }
}
