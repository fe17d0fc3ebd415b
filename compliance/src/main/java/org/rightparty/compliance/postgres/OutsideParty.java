package org.rightparty.compliance.postgres;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.ACCOUNT_PARTY;
import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.LIVE_ATTEMPT;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.gate.AllowedParty;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whom a conversation is to be handed over to, and who else has that number.
///
/// @param from the conversation, which is live and this agent's
/// @param consumer who speaks with us
/// @param role what the other is to the account
/// @param sharers who owes something to somebody and has the number too
/// @param usable what is known of the number, whoever's it is
/// @param under an attempt that is to take the conversation over already; null when there is none
record OutsideParty(
        AttemptId from,
        ConsumerId consumer,
        String role,
        List<Sharer> sharers,
        List<String> usable,
        @Nullable AttemptId under) {

    /// A parent is taken for the consumer while the consumer is a minor, and not after.
    private static final String PARENT = "PARENT";

    private static final String ATTORNEY = "ATTORNEY";
    private static final String RELATIVE = "RELATIVE";

    record Sharer(ConsumerId consumer, PhoneId phone) {}

    /// Whether all rules on contacts hold: it is a consumer, or a consumer's number.
    boolean isConsumer() {
        return AllowedParty.CONSUMERS.contains(role) || !sharers.isEmpty();
    }

    /// Everybody whose facts count, but for the party's own.
    Stream<ConsumerId> others() {
        return Stream.concat(Stream.of(consumer), sharers.stream().map(Sharer::consumer));
    }

    /// Empty when the request hands nothing over, or when it does not hold together: the
    /// conversation is over or another agent's, or the other is nobody to the account.
    static Optional<OutsideParty> of(DSLContext tx, DialRequest request) {
        return request.transferredFrom().flatMap(from -> of(tx, request, from));
    }

    private static Optional<OutsideParty> of(DSLContext tx, DialRequest request, AttemptId from) {
        var under = LIVE_ATTEMPT.as("under");
        return tx.select(
                        ATTEMPT.CONSUMER_ID,
                        CONSUMER.MINOR,
                        ACCOUNT_PARTY.PARTY_ROLE,
                        field(
                                select(under.ATTEMPT_ID)
                                        .from(under)
                                        .where(under.TRANSFERRED_FROM.eq(from))))
                .from(LIVE_ATTEMPT)
                .join(ATTEMPT)
                .on(ATTEMPT.ID.eq(LIVE_ATTEMPT.ATTEMPT_ID))
                .and(ATTEMPT.PLACED_AT.eq(LIVE_ATTEMPT.PLACED_AT))
                .join(CONSUMER)
                .on(CONSUMER.ID.eq(ATTEMPT.CONSUMER_ID))
                .join(ACCOUNT_PARTY)
                .on(ACCOUNT_PARTY.ACCOUNT_ID.eq(ATTEMPT.ACCOUNT_ID))
                .and(ACCOUNT_PARTY.CONSUMER_ID.eq(request.consumer()))
                .where(LIVE_ATTEMPT.ATTEMPT_ID.eq(from))
                .and(LIVE_ATTEMPT.AGENT_ID.eq(request.agent().orElse(null)))
                .and(LIVE_ATTEMPT.TRANSFERRED_FROM.isNull())
                .and(ATTEMPT.ACCOUNT_ID.eq(request.account()))
                .and(ATTEMPT.CONSUMER_ID.ne(request.consumer()))
                .orderBy(ACCOUNT_PARTY.PARTY_ROLE)
                .limit(1)
                .fetchOptional(row ->
                        of(
                                tx,
                                request,
                                new OutsideParty(
                                        from,
                                        row.value1(),
                                        role(row.value3(), row.value2()),
                                        List.of(),
                                        List.of(),
                                        row.value4())));
    }

    private static String role(String role, boolean minor) {
        return role.equals(PARENT) && !minor ? RELATIVE : role;
    }

    private static OutsideParty of(DSLContext tx, DialRequest request, OutsideParty party) {
        var asked = PHONE.as("asked");
        List<Sharer> sharers = new ArrayList<>();
        List<String> usable = new ArrayList<>();
        tx
                .select(
                        PHONE.CONSUMER_ID,
                        PHONE.ID,
                        PHONE.USABLE,
                        field(
                                DSL.exists(
                                        selectOne()
                                                .from(ACCOUNT)
                                                .where(ACCOUNT.CONSUMER_ID.eq(PHONE.CONSUMER_ID)))))
                .from(PHONE)
                .join(asked)
                .on(asked.E164.eq(PHONE.E164))
                .where(asked.ID.eq(request.phone()))
                .and(PHONE.ID.ne(request.phone()))
                .orderBy(PHONE.CONSUMER_ID)
                .fetch()
                .stream()
                .filter(row -> !isAttorneys(party, row.value3()))
                .forEach(row -> {
                    usable.add(row.value3());
                    if (row.value4()) {
                        sharers.add(new Sharer(row.value1(), row.value2()));
                    }
                });
        return new OutsideParty(
                party.from(),
                party.consumer(),
                party.role(),
                List.copyOf(sharers),
                List.copyOf(usable),
                party.under());
    }

    /// A number that a consumer gave and that turned out to be an attorney's is the attorney's.
    private static boolean isAttorneys(OutsideParty party, String usable) {
        return party.role().equals(ATTORNEY) && usable.equals(ATTORNEY);
    }

    /// Whether nobody else is deciding on a call to one of those who share the number, so that what
    /// is read of them stays true until the transaction ends. Tried, never waited for.
    boolean locked(DSLContext tx) {
        List<ConsumerId> wanted =
                sharers.stream()
                        .map(Sharer::consumer)
                        .filter(sharer -> !sharer.equals(consumer))
                        .distinct()
                        .toList();
        return wanted.isEmpty()
                || tx.select(CONSUMER.ID)
                                .from(CONSUMER)
                                .where(CONSUMER.ID.in(wanted))
                                .orderBy(CONSUMER.ID)
                                .forNoKeyUpdate()
                                .skipLocked()
                                .fetch()
                                .size()
                        == wanted.size();
    }
}
