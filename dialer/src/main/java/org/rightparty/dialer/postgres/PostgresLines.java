package org.rightparty.dialer.postgres;

import static org.rightparty.schema.generated.Tables.AGENT;

import org.rightparty.database.Database;
import org.rightparty.dialer.call.Telephone.AgentLine;

import java.util.List;

/// The agents' telephones, for the telephone system's own configuration.
public final class PostgresLines {
    private final Database database;

    public PostgresLines(Database database) {
        this.database = database;
    }

    /// The lines of all active agents, by number.
    public List<Line> all() {
        return database.transact(tx ->
                tx.select(AGENT.LINE, AGENT.LINE_KIND, AGENT.LINE_SECRET)
                        .from(AGENT)
                        .where(AGENT.ACTIVE)
                        .orderBy(AGENT.LINE)
                        .fetch(row ->
                                new Line(
                                        row.value1(),
                                        AgentLine.Kind.valueOf(row.value2()),
                                        row.value3())));
    }

    /// @param secret SIP password
    public record Line(String number, AgentLine.Kind kind, String secret) {
        @Override
        public String toString() {
            return "line=" + number;
        }
    }
}
