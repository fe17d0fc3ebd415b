package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.AGENT;
import static org.rightparty.schema.generated.Tables.CONSOLE_SESSION;

import org.jooq.DSLContext;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.compliance.ledger.AuditEntry.Subject;
import org.rightparty.compliance.ledger.Ledger;
import org.rightparty.console.people.Person;
import org.rightparty.console.people.Sessions;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.AgentId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Sessions in `console_session`, each log-in, refusal and log-out with its audit entry.
public final class PostgresSessions implements Sessions {
    /// A use is written down when the last one written is older than this.
    private static final Duration USE_WRITTEN_EVERY = Duration.ofMinutes(1);

    private final Database database;
    private final Function<DSLContext, Ledger> ledger;

    /// @param ledger the audit ledger as seen from inside a transaction
    public PostgresSessions(Database database, Function<DSLContext, Ledger> ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    @Override
    public void begin(Session session) {
        database.transact(tx -> {
            insert(tx, session);
            forgetExpired(tx, session.createdAt());
            append(tx, session.createdAt(), "agent.logged.in", session.agent());
            return session;
        });
    }

    private static void insert(DSLContext tx, Session session) {
        tx.insertInto(CONSOLE_SESSION)
                .set(CONSOLE_SESSION.TOKEN_SHA256, session.tokenSha256())
                .set(CONSOLE_SESSION.AGENT_ID, session.agent())
                .set(CONSOLE_SESSION.CSRF_TOKEN, session.csrf())
                .set(CONSOLE_SESSION.CREATED_AT, session.createdAt())
                .set(CONSOLE_SESSION.LAST_SEEN_AT, session.createdAt())
                .set(CONSOLE_SESSION.EXPIRES_AT, session.expiresAt())
                .execute();
    }

    private static void forgetExpired(DSLContext tx, Instant now) {
        tx.deleteFrom(CONSOLE_SESSION).where(CONSOLE_SESSION.EXPIRES_AT.le(now)).execute();
    }

    @Override
    public Optional<Held> find(String tokenSha256, Instant now, Duration idleMax) {
        return database.transact(tx -> {
            Optional<Found> found = find(tx, tokenSha256, now, now.minus(idleMax));
            found.filter(f -> f.usedAt().plus(USE_WRITTEN_EVERY).isBefore(now))
                    .ifPresent(f -> used(tx, tokenSha256, now));
            return found.map(Found::held);
        });
    }

    private record Found(Held held, Instant usedAt) {}

    private static Optional<Found> find(
            DSLContext tx, String tokenSha256, Instant now, Instant usedSince) {
        return tx.select(
                        CONSOLE_SESSION.AGENT_ID,
                        CONSOLE_SESSION.CSRF_TOKEN,
                        CONSOLE_SESSION.CREATED_AT,
                        CONSOLE_SESSION.EXPIRES_AT,
                        CONSOLE_SESSION.LAST_SEEN_AT,
                        AGENT.DISPLAY_NAME,
                        AGENT.LOGIN,
                        PostgresPeople.ROLES)
                .from(CONSOLE_SESSION)
                .join(AGENT)
                .on(AGENT.ID.eq(CONSOLE_SESSION.AGENT_ID))
                .where(CONSOLE_SESSION.TOKEN_SHA256.eq(tokenSha256))
                .and(CONSOLE_SESSION.EXPIRES_AT.gt(now))
                .and(CONSOLE_SESSION.LAST_SEEN_AT.gt(usedSince))
                .and(AGENT.ACTIVE)
                .fetchOptional(row ->
                        new Found(
                                new Held(
                                        new Session(
                                                tokenSha256,
                                                row.value1(),
                                                row.value2(),
                                                row.value3(),
                                                row.value4()),
                                        new Person(
                                                row.value1(),
                                                row.value6(),
                                                row.value7(),
                                                PostgresPeople.roles(row.value8()))),
                                row.value5()));
    }

    private static void used(DSLContext tx, String tokenSha256, Instant now) {
        tx.update(CONSOLE_SESSION)
                .set(CONSOLE_SESSION.LAST_SEEN_AT, now)
                .where(CONSOLE_SESSION.TOKEN_SHA256.eq(tokenSha256))
                .execute();
    }

    @Override
    public void end(String tokenSha256, Instant now) {
        database.transact(tx -> {
            Optional<AgentId> agent =
                    tx.deleteFrom(CONSOLE_SESSION)
                            .where(CONSOLE_SESSION.TOKEN_SHA256.eq(tokenSha256))
                            .returning(CONSOLE_SESSION.AGENT_ID)
                            .fetchOptional(CONSOLE_SESSION.AGENT_ID);
            agent.ifPresent(a -> append(tx, now, "agent.logged.out", a));
            return agent;
        });
    }

    @Override
    public void refused(RefusedLogIn refusal) {
        Actor actor = refusal.agent().map(Actor::agent).orElse(new Actor("nobody"));
        Map<String, Object> detail = Map.of("why", refusal.why().name());
        AuditEntry entry =
                new AuditEntry(refusal.at(), "login.refused", actor, Subject.NONE, detail);
        database.transact(tx -> {
            ledger.apply(tx).append(List.of(entry));
            return entry;
        });
    }

    private void append(DSLContext tx, Instant at, String kind, AgentId agent) {
        AuditEntry entry = new AuditEntry(at, kind, Actor.agent(agent), Subject.NONE, Map.of());
        ledger.apply(tx).append(List.of(entry));
    }
}
