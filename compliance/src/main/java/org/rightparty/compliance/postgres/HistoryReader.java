package org.rightparty.compliance.postgres;

import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.DISPOSITION;

import static java.util.stream.Collectors.groupingBy;

import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.gate.ContactEvent;
import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.Excuse;
import org.rightparty.compliance.rules.Voice;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The attempts of consumers, each with its last known end and its disposition, as contacts to
/// count.
///
/// What counts is computed from this ledger alone. An attempt without an end is in progress and
/// counts; an answered call without a disposition is taken for a conversation with the consumer.
final class HistoryReader {
    private HistoryReader() {}

    /// An attempt as it stands in the tables.
    record Past(
            ConsumerId consumer,
            AttemptId attempt,
            Instant placedAt,
            AccountId account,
            PhoneId phone,
            String path,
            @Nullable CampaignId campaign,
            @Nullable String outcome,
            @Nullable Instant connectedAt,
            @Nullable Boolean conversation,
            @Nullable AccountId discussed,
            @Nullable Instant conversedAt) {}

    static Map<ConsumerId, List<Past>> read(
            DSLContext tx, Collection<ConsumerId> consumers, Instant since) {
        var end =
                lateral(
                                select(ATTEMPT_END.OUTCOME, ATTEMPT_END.CONNECTED_AT)
                                        .from(ATTEMPT_END)
                                        .where(ATTEMPT_END.ATTEMPT_ID.eq(ATTEMPT.ID))
                                        .and(ATTEMPT_END.PLACED_AT.eq(ATTEMPT.PLACED_AT))
                                        .orderBy(ATTEMPT_END.REVISION.desc())
                                        .limit(1))
                        .as("last_end");
        return tx
                .select(
                        ATTEMPT.CONSUMER_ID,
                        ATTEMPT.ID,
                        ATTEMPT.PLACED_AT,
                        ATTEMPT.ACCOUNT_ID,
                        ATTEMPT.PHONE_ID,
                        ATTEMPT.PATH,
                        ATTEMPT.CAMPAIGN_ID,
                        end.field(ATTEMPT_END.OUTCOME),
                        end.field(ATTEMPT_END.CONNECTED_AT),
                        DISPOSITION.CONVERSATION,
                        DISPOSITION.ACCOUNT_ID,
                        DISPOSITION.CONVERSED_AT)
                .from(ATTEMPT)
                .leftJoin(end)
                .on(noCondition())
                .leftJoin(DISPOSITION)
                .on(DISPOSITION.ATTEMPT_ID.eq(ATTEMPT.ID))
                .where(ATTEMPT.CONSUMER_ID.in(consumers))
                .and(ATTEMPT.PLACED_AT.ge(since))
                .fetch(Records.mapping(Past::new))
                .stream()
                .collect(groupingBy(Past::consumer));
    }

    static ContactEvent event(Past past, Owned owned) {
        Set<AccountId> accounts = new HashSet<>(Set.of(past.account()));
        if (past.discussed() != null) {
            accounts.add(past.discussed());
        }
        return new ContactEvent(
                Optional.of(past.attempt()),
                past.placedAt(),
                conversedAt(past),
                ContactKind.CALL_PLACED,
                result(past),
                accounts,
                owned.client(past.account()),
                Optional.of(past.phone()),
                owned.place(past.phone()),
                Voice.LIVE,
                Optional.ofNullable(past.campaign()),
                past.path().equals(DialPath.CALLBACK.name()),
                owned.wrong(past.phone()) ? EnumSet.of(Excuse.WRONG_NUMBER) : Set.of());
    }

    private static Instant conversedAt(Past past) {
        if (past.conversedAt() != null) {
            return past.conversedAt();
        }
        return past.connectedAt() != null ? past.connectedAt() : past.placedAt();
    }

    private static ContactResult result(Past past) {
        if (past.conversation() != null) {
            return past.conversation() ? ContactResult.CONVERSATION : unconversed(past.outcome());
        }
        if (past.outcome() == null) {
            return ContactResult.IN_PROGRESS;
        }
        return past.outcome().equals("ANSWERED")
                ? ContactResult.CONVERSATION
                : ContactResult.valueOf(past.outcome());
    }

    /// The agent said that it was not a conversation with the consumer; the call itself still
    /// counts.
    private static ContactResult unconversed(@Nullable String outcome) {
        return outcome == null || outcome.equals("ANSWERED")
                ? ContactResult.ANSWERED_THIRD_PARTY
                : ContactResult.valueOf(outcome);
    }
}
