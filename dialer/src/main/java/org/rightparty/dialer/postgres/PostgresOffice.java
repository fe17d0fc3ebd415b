package org.rightparty.dialer.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.rightparty.compliance.gate.Explanation;
import org.rightparty.compliance.postgres.PostgresExplanations;
import org.rightparty.console.office.Funnel;
import org.rightparty.console.office.Office;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Answers the officer from the tables.
public final class PostgresOffice implements Office {
    private final Database database;
    private final PostgresExplanations explanations;
    private final PostgresFunnels funnels;
    private final Corrections corrections;
    private final InstantSource clock;

    public PostgresOffice(
            Database database,
            PostgresExplanations explanations,
            PostgresFunnels funnels,
            PostgresCandidates candidates,
            Journal journal,
            InstantSource clock) {
        this.database = database;
        this.explanations = explanations;
        this.funnels = funnels;
        this.corrections = new Corrections(candidates, journal);
        this.clock = clock;
    }

    @Override
    public List<Explanation> explain(
            AccountId account, Optional<PhoneId> phone, Optional<Mode> mode, Optional<Instant> at) {
        var question = new PostgresExplanations.Question(account, phone, mode);
        return database.transact(
                tx -> explanations.explain(tx, question, at.orElseGet(clock::instant)));
    }

    @Override
    public Optional<ConsumerId> owner(AccountId account) {
        return database.transact(tx ->
                tx.select(ACCOUNT.CONSUMER_ID)
                        .from(ACCOUNT)
                        .where(ACCOUNT.ID.eq(account))
                        .fetchOptional(ACCOUNT.CONSUMER_ID));
    }

    @Override
    public Past past(long decision) {
        return database.transact(tx -> past(tx, decision));
    }

    private static Past past(DSLContext tx, long decision) {
        return switch (PostgresExplanations.past(tx, decision)) {
            case PostgresExplanations.Past.Told told ->
                    new Past.Told(
                            told.explanation(),
                            told.allowedThen(),
                            told.tzdbThen(),
                            line(tx, told.explanation().request().phone()));
            case PostgresExplanations.Past.Untold untold ->
                    new Past.Untold(untold.code(), untold.sentence());
        };
    }

    private static Optional<Line> line(DSLContext tx, PhoneId phone) {
        return tx.select(PHONE.E164, PHONE.LINE_TYPE)
                .from(PHONE)
                .where(PHONE.ID.eq(phone))
                .fetchOptional(
                        row -> new Line(new PhoneNumber(row.value1()).lastFour(), row.value2()));
    }

    @Override
    public Optional<Funnel> whyNot(CampaignId campaign) {
        return database.transact(tx -> funnels.of(tx, campaign, clock.instant()));
    }

    @Override
    public Optional<List<AccountId>> behind(Funnel.Page page) {
        return database.transact(tx -> funnels.behind(tx, page, clock.instant()));
    }

    @Override
    public Corrected correct(AttemptId attempt, Outcome outcome, String reason, AgentId by) {
        return database.transact(
                tx -> corrections.correct(tx, attempt, outcome, reason, by, clock.instant()));
    }
}
