package org.rightparty.dialer.postgres;

import static org.rightparty.dialer.postgres.Among.among;
import static org.rightparty.schema.generated.Tables.HOLD;

import static java.util.stream.Collectors.groupingBy;

import org.jooq.DSLContext;
import org.rightparty.dialer.selection.CandidateFacts.Stop;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The holds that stand against many consumers. Only those that forbid every call of their scope
/// are read: they spare the gate its work. What the others mean is the gate's to say.
record Restrictions(Map<ConsumerId, List<Row>> rows) {
    private static final List<String> ABSOLUTE =
            List.of(
                    "CEASE",
                    "ATTORNEY",
                    "BANKRUPTCY",
                    "DECEASED",
                    "IDENTITY_THEFT",
                    "DISPUTE",
                    "DO_NOT_CALL_NUMBER",
                    "WRONG_NUMBER",
                    "EMPLOYER_PROHIBITS",
                    "LITIGATION",
                    "MINOR",
                    "INCARCERATED",
                    "CLIENT");

    private record Row(ConsumerId consumer, Stop stop) {}

    static Restrictions read(DSLContext tx, Collection<ConsumerId> consumers, Instant now) {
        return new Restrictions(
                tx
                        .select(
                                HOLD.CONSUMER_ID,
                                HOLD.CODE,
                                HOLD.ACCOUNT_ID,
                                HOLD.PHONE_ID,
                                HOLD.UNTIL_AT)
                        .from(HOLD)
                        .where(among(HOLD.CONSUMER_ID, consumers))
                        .and(HOLD.RELEASED_AT.isNull())
                        .and(HOLD.CODE.in(ABSOLUTE))
                        .and(HOLD.FROM_AT.le(now))
                        .and(HOLD.UNTIL_AT.isNull().or(HOLD.UNTIL_AT.gt(now)))
                        .fetch(row ->
                                new Row(
                                        row.value1(),
                                        new Stop(
                                                row.value2(),
                                                Optional.ofNullable(row.value3()),
                                                Optional.ofNullable(row.value4()),
                                                Optional.ofNullable(row.value5()))))
                        .stream()
                        .collect(groupingBy(Row::consumer)));
    }

    List<Stop> of(ConsumerId consumer) {
        return rows.getOrDefault(consumer, List.of()).stream().map(Row::stop).toList();
    }
}
