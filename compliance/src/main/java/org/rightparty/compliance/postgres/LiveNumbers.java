package org.rightparty.compliance.postgres;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.rightparty.schema.generated.Tables.LIVE_ATTEMPT;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which of the wanted numbers may be rung now. Several records may hold one number: a household,
/// or one person whom two creditors placed. It is rung for one of them at a time.
///
/// The right to a number is an advisory lock until the transaction ends, tried and never waited
/// for, so no order of locks can lead to a deadlock. What is live is read after, in a statement of
/// its own, and so sees whatever the holder before has committed. The key of `live_attempt` guards
/// the same in the database.
final class LiveNumbers {
    /// Keeps these locks apart from others of the database.
    private static final int KEY = 0x4E554D42;

    private LiveNumbers() {}

    /// Those requests whose number is free or is live for the same person already, which the gate
    /// refuses with its reason; of two for one number the first. Whether a number is free stays
    /// true until the transaction ends.
    static List<DialRequest> free(DSLContext tx, List<DialRequest> requests) {
        Map<PhoneId, Wanted> wanted = take(tx, requests);
        Map<String, ConsumerId> live = live(tx, wanted);
        return requests.stream()
                .filter(request -> isFree(request, wanted.get(request.phone()), live))
                .toList();
    }

    /// @param taken whether no other transaction is about to ring it
    private record Wanted(String e164, boolean taken) {}

    private static Map<PhoneId, Wanted> take(DSLContext tx, List<DialRequest> requests) {
        Field<Integer> hash = function("hashtext", SQLDataType.INTEGER, PHONE.E164);
        Field<Boolean> taken =
                function("pg_try_advisory_xact_lock", SQLDataType.BOOLEAN, inline(KEY), hash);
        return tx.select(PHONE.ID, PHONE.E164, taken)
                .from(PHONE)
                .where(PHONE.ID.in(requests.stream().map(DialRequest::phone).toList()))
                .fetchMap(PHONE.ID, row -> new Wanted(row.value2(), row.value3()));
    }

    /// Who is being called on which of the numbers.
    private static Map<String, ConsumerId> live(DSLContext tx, Map<PhoneId, Wanted> wanted) {
        Set<String> numbers =
                wanted.values().stream().map(Wanted::e164).collect(Collectors.toSet());
        return new HashMap<>(
                tx.select(LIVE_ATTEMPT.E164, LIVE_ATTEMPT.CONSUMER_ID)
                        .from(LIVE_ATTEMPT)
                        .where(LIVE_ATTEMPT.E164.in(numbers))
                        .fetchMap(LIVE_ATTEMPT.E164, LIVE_ATTEMPT.CONSUMER_ID));
    }

    /// A number that is free is the request's from now on. A number that is nobody's is left to the
    /// gate.
    private static boolean isFree(
            DialRequest request, @Nullable Wanted wanted, Map<String, ConsumerId> live) {
        if (wanted == null) {
            return true;
        }
        return wanted.taken()
                && request.consumer()
                        .equals(live.computeIfAbsent(wanted.e164(), _ -> request.consumer()));
    }
}
