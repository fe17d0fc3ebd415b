package org.rightparty.dialer.demo.postgres;

import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.PREFERENCE;

import org.jooq.DSLContext;
import org.rightparty.dialer.demo.EdgeCases;
import org.rightparty.dialer.demo.Person;
import org.rightparty.dialer.postgres.Copy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// The rows of what stops contact: holds, and times and places that do not suit.
final class WishRows {
    private static final Duration HELD_SINCE = Duration.ofDays(20);
    private static final List<String> WEEKDAYS = List.of("MON", "TUE", "WED", "THU", "FRI");
    private static final int EVERY_NTH_NOT_AT_WORK = 25;
    private static final int EVERY_NTH_NOT_IN_THE_MORNING = 30;

    private final Copy holds =
            new Copy(
                    HOLD,
                    HOLD.CONSUMER_ID,
                    HOLD.ACCOUNT_ID,
                    HOLD.CODE,
                    HOLD.FROM_AT,
                    HOLD.EVIDENCE);
    private final Copy preferences =
            new Copy(
                    PREFERENCE,
                    PREFERENCE.CONSUMER_ID,
                    PREFERENCE.KIND,
                    PREFERENCE.DAYS,
                    PREFERENCE.LOCAL_FROM,
                    PREFERENCE.LOCAL_TO,
                    PREFERENCE.PLACE);
    private final Instant now;

    WishRows(Instant now) {
        this.now = now;
    }

    /// What the n-th person wishes.
    void add(long n, Person person) {
        person.holds()
                .forEach(code ->
                        holds.add(
                                person.id(),
                                code.equals("DISPUTE")
                                        ? Optional.of(person.debts().getFirst().id())
                                        : Optional.empty(),
                                code,
                                now.minus(HELD_SINCE),
                                "Demo document"));
        Optional<EdgeCases> edge = EdgeCases.at(n);
        if (edge.map(EdgeCases.NOT_AT_WORK::equals).orElse(n % EVERY_NTH_NOT_AT_WORK == 0)) {
            preferences.add(
                    person.id(),
                    "PLACE_BLOCK",
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    "WORK");
        }
        if (edge.map(EdgeCases.NOT_IN_THE_MORNING::equals)
                .orElse(n % EVERY_NTH_NOT_IN_THE_MORNING == 0)) {
            preferences.add(
                    person.id(),
                    "TIME_BLOCK",
                    WEEKDAYS,
                    LocalTime.of(8, 0),
                    LocalTime.of(10, 0),
                    Optional.empty());
        }
    }

    void send(DSLContext tx) {
        holds.send(tx);
        preferences.send(tx);
    }
}
