package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.AGENT;
import static org.rightparty.schema.generated.Tables.AGENT_ROLE;
import static org.rightparty.schema.generated.Tables.CONSOLE_SESSION;
import static org.rightparty.schema.generated.Tables.LOG_IN_TRY;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.rightparty.compliance.ledger.AuditEntry.Subject;
import org.rightparty.compliance.ledger.Ledger;
import org.rightparty.console.administration.By;
import org.rightparty.console.administration.StaffBook;
import org.rightparty.console.administration.StaffRules;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.people.People.Line;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Role;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Staff in `agent` and its neighbours.
public final class PostgresStaffBook implements StaffBook {
    private static final int FIRST_LINE = 2_001;

    private final Database database;
    private final AdministrationAudit audit;

    /// @param ledger the audit ledger as seen from inside a transaction
    public PostgresStaffBook(Database database, Function<DSLContext, Ledger> ledger) {
        this.database = database;
        this.audit = new AdministrationAudit(ledger);
    }

    @Override
    public List<Member> all() {
        return database.transact(tx ->
                tx.select(
                                AGENT.ID,
                                AGENT.LOGIN,
                                AGENT.DISPLAY_NAME,
                                PostgresPeople.ROLES,
                                AGENT.LINE,
                                AGENT.LINE_KIND,
                                AGENT.ACTIVE)
                        .from(AGENT)
                        .orderBy(AGENT.LOGIN)
                        .fetch(row ->
                                new Member(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        PostgresPeople.roles(row.value4()),
                                        row.value5(),
                                        Line.Kind.valueOf(row.value6()),
                                        row.value7())));
    }

    @Override
    public Answer add(Newcomer newcomer, By by) {
        Optional<String> fault =
                StaffRules.ofNewcomer(newcomer.login(), newcomer.name(), newcomer.roles());
        return fault.isPresent()
                ? Answer.Declined.because("NOT_USABLE", fault.get())
                : database.transact(tx -> enter(tx, newcomer, by));
    }

    private Answer enter(DSLContext tx, Newcomer newcomer, By by) {
        Optional<AgentId> entered =
                tx.insertInto(AGENT)
                        .set(AGENT.LOGIN, newcomer.login())
                        .set(AGENT.DISPLAY_NAME, newcomer.name().strip())
                        .set(AGENT.PASSWORD_HASH, newcomer.passwordHash())
                        .set(AGENT.LINE, Integer.toString(nextLine(tx)))
                        .set(AGENT.LINE_KIND, newcomer.phone().name())
                        .set(AGENT.LINE_SECRET, newcomer.lineSecret())
                        .set(AGENT.CREATED_AT, by.at())
                        .onConflict(AGENT.LOGIN)
                        .doNothing()
                        .returningResult(AGENT.ID)
                        .fetchOptional()
                        .map(row -> row.value1());
        if (entered.isEmpty()) {
            return Answer.Declined.because("LOGIN_TAKEN", "Somebody has this login already.");
        }
        AgentId agent = entered.get();
        newcomer.roles().forEach(role -> give(tx, agent, role));
        tell(
                tx,
                by,
                "staff.added",
                agent,
                Map.of(
                        "roles",
                        newcomer.roles().stream().map(Role::name).sorted().toList(),
                        "phone",
                        newcomer.phone().name()));
        return new Answer.Accepted();
    }

    private static int nextLine(DSLContext tx) {
        return tx.select(
                        DSL.coalesce(
                                DSL.max(AGENT.LINE.cast(SQLDataType.INTEGER)).plus(1),
                                DSL.val(FIRST_LINE)))
                .from(AGENT)
                .fetchSingle()
                .value1();
    }

    private static void give(DSLContext tx, AgentId agent, Role role) {
        tx.insertInto(AGENT_ROLE)
                .set(AGENT_ROLE.AGENT_ID, agent)
                .set(AGENT_ROLE.ROLE, role.name())
                .execute();
    }

    @Override
    public Answer setPassword(AgentId agent, String passwordHash, By by) {
        return change(
                agent,
                by,
                "staff.password.set",
                tx -> {
                    tx.update(AGENT)
                            .set(AGENT.PASSWORD_HASH, passwordHash)
                            .where(AGENT.ID.eq(agent))
                            .execute();
                    freeLogin(tx, agent);
                    endSessions(tx, agent);
                });
    }

    @Override
    public Answer setLine(AgentId agent, Line.Kind phone, String secret, By by) {
        return change(
                agent,
                by,
                "staff.line.set",
                Map.of("phone", phone.name()),
                tx ->
                        tx.update(AGENT)
                                .set(AGENT.LINE_KIND, phone.name())
                                .set(AGENT.LINE_SECRET, secret)
                                .where(AGENT.ID.eq(agent))
                                .execute());
    }

    @Override
    public Answer disable(AgentId agent, By by) {
        if (by.is(agent)) {
            return Answer.Declined.because("YOURSELF", "You cannot close your own log-in.");
        } else if (isLastAdministrator(agent)) {
            return Answer.Declined.because(
                    "LAST_ADMINISTRATOR", "This is the last administrator. Enter another first.");
        }
        return change(
                agent,
                by,
                "staff.disabled",
                tx -> {
                    activate(tx, agent, Log.CLOSED);
                    endSessions(tx, agent);
                });
    }

    private boolean isLastAdministrator(AgentId agent) {
        List<AgentId> administrators =
                all().stream()
                        .filter(member -> member.active() && member.roles().contains(Role.ADMIN))
                        .map(Member::id)
                        .toList();
        return administrators.equals(List.of(agent));
    }

    @Override
    public Answer unlock(AgentId agent, By by) {
        return change(
                agent,
                by,
                "staff.unlocked",
                tx -> {
                    activate(tx, agent, Log.OPEN);
                    freeLogin(tx, agent);
                });
    }

    private enum Log {
        OPEN,
        CLOSED
    }

    private static void activate(DSLContext tx, AgentId agent, Log log) {
        tx.update(AGENT).set(AGENT.ACTIVE, log == Log.OPEN).where(AGENT.ID.eq(agent)).execute();
    }

    private interface Change {
        void make(DSLContext tx);
    }

    private Answer change(AgentId agent, By by, String kind, Change change) {
        return change(agent, by, kind, Map.of(), change);
    }

    private Answer change(
            AgentId agent, By by, String kind, Map<String, Object> more, Change change) {
        return database.transact(tx -> {
            boolean known = tx.fetchExists(AGENT, AGENT.ID.eq(agent));
            if (known) {
                change.make(tx);
                tell(tx, by, kind, agent, more);
            }
            return known
                    ? new Answer.Accepted()
                    : Answer.Declined.because("NOBODY", "There is no such person.");
        });
    }

    /// Wrong passwords lock a login for a while.
    private static void freeLogin(DSLContext tx, AgentId agent) {
        tx.select(AGENT.LOGIN)
                .from(AGENT)
                .where(AGENT.ID.eq(agent))
                .fetchOptional(AGENT.LOGIN)
                .ifPresent(login ->
                        tx.deleteFrom(LOG_IN_TRY)
                                .where(LOG_IN_TRY.LOGIN_SHA256.eq(PostgresTries.name(login)))
                                .execute());
    }

    private static void endSessions(DSLContext tx, AgentId agent) {
        tx.deleteFrom(CONSOLE_SESSION).where(CONSOLE_SESSION.AGENT_ID.eq(agent)).execute();
    }

    private void tell(DSLContext tx, By by, String kind, AgentId agent, Map<String, Object> more) {
        Map<String, Object> particulars = new HashMap<>(more);
        particulars.put("agent", agent.value());
        audit.append(tx, by, kind, Subject.NONE, particulars);
    }
}
