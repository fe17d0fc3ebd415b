package org.rightparty.console.postgres;

import org.jooq.DSLContext;
import org.rightparty.compliance.facts.Fact;
import org.rightparty.compliance.facts.FactOrder;
import org.rightparty.compliance.facts.Facts;
import org.rightparty.compliance.holds.HoldOrder;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.Places;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.AgentId;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Places that are named in calls, among the facts that are known of the consumer.
public final class PostgresPlaces implements Places {
    private final Database database;
    private final Book facts;
    private final InstantSource clock;

    /// Records a fact in the transaction of whoever learned it.
    public interface Book {
        Facts.Outcome record(DSLContext tx, FactOrder order, Instant now);
    }

    public PostgresPlaces(Database database, Book facts, InstantSource clock) {
        this.database = database;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public Answer said(Said said, AgentId by) {
        Instant now = clock.instant();
        return database.transact(tx ->
                OwnCall.of(tx, said.attempt(), by, now)
                        .map(call -> answer(facts.record(tx, order(call, said, by, now), now)))
                        .orElseGet(OwnCall::notYours));
    }

    private static FactOrder order(OwnCall call, Said said, AgentId by, Instant now) {
        return new FactOrder(
                new Fact.StatedPlace(
                        Optional.of(said.place()),
                        said.zone(),
                        call.verified() ? Fact.Word.CONSUMER : Fact.Word.SOMEBODY_ELSE,
                        now,
                        said.holds().map(now::plus)),
                call.account(),
                "call " + said.attempt() + ": " + said.words(),
                HoldOrder.Source.AGENT,
                by);
    }

    private static Answer answer(Facts.Outcome outcome) {
        return switch (outcome) {
            case Facts.Outcome.Recorded _, Facts.Outcome.KnownAlready _ -> new Answer.Accepted();
            case Facts.Outcome.Refused no -> Answer.Declined.because(no.code(), no.sentence());
        };
    }
}
