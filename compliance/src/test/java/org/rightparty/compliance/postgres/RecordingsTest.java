package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.vault.Vault;
import org.rightparty.database.Partitions;
import org.rightparty.vocabulary.Outcome;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Recordings on their way into the vault.
final class RecordingsTest {
    private static final Instant CALLED = Instant.parse("2026-04-07T16:00:00Z");
    private static final Instant NOW = CALLED.plusSeconds(600);

    private final Office office = new Office();
    private final Logger logger = (Logger) LoggerFactory.getLogger(PostgresRecordings.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    @TempDir Path directory;

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void close() {
        logger.detachAppender(log);
        office.close();
    }

    private PostgresRecordings recordings() {
        Vault vault = Vault.open(directory.resolve("vault.key"), directory.resolve("vault"));
        return new PostgresRecordings(office.database, office.ledger, vault);
    }

    /// A call that ended, recorded in that file.
    private void recorded(String file) {
        Reservation reserved = office.reserve(office.request(office.debtor()), CALLED);
        Reservation.Granted granted = (Reservation.Granted) reserved;
        office.transact(tx ->
                tx.insertInto(ATTEMPT_END)
                        .set(ATTEMPT_END.ATTEMPT_ID, granted.attempt().id())
                        .set(ATTEMPT_END.PLACED_AT, granted.attempt().placedAt())
                        .set(ATTEMPT_END.OUTCOME, Outcome.ANSWERED.name())
                        .set(ATTEMPT_END.COUNTS, true)
                        .set(ATTEMPT_END.ENDED_AT, CALLED.plusSeconds(90))
                        .set(ATTEMPT_END.RECORDING, file)
                        .execute());
    }

    @ParameterizedTest
    @CsvSource({
        "/practice/recordings/1.wav, 0",
        "/practice/other/1.wav,      1",
    })
    void only_a_system_that_writes_sound_is_asked_to_share_it(String file, int warnings) {
        recorded(file);
        PostgresRecordings recordings = recordings();
        assertThat(recordings.keep(NOW)).isZero();
        assertThat(recordings.keep(NOW.plusSeconds(60))).isZero();
        assertThat(log.list)
                .hasSize(warnings)
                .allMatch(
                        each -> each.getFormattedMessage().contains("recordings.in-clear files=1"));
    }

    @Test
    void what_is_seen_here_goes_into_the_vault_and_away_from_there() throws IOException {
        Path file = Files.writeString(directory.resolve("call.wav"), "sound");
        recorded(file.toString());
        assertThat(recordings().keep(NOW)).isEqualTo(1);
        assertThat(file).doesNotExist();
        assertThat(log.list).isEmpty();
    }

    private long count(String sql) {
        return office.transact(tx -> tx.fetchSingle(sql).get(0, long.class));
    }

    /// Walks to the one recording there is, and to the begin again.
    private int walk(Instant now) {
        new Partitions(office.database).make(LocalDate.ofInstant(now, ZoneOffset.UTC), 1);
        PostgresRecordings recordings = recordings();
        int done = 0;
        for (int turn = 0; turn < 3; turn++) {
            done += recordings.keepOlder(now);
        }
        return done;
    }

    @Test
    void what_was_not_seen_for_weeks_goes_into_the_vault_all_the_same() throws IOException {
        Path file = Files.writeString(directory.resolve("call.wav"), "sound");
        recorded(file.toString());
        Instant later = CALLED.plus(Duration.ofDays(20));
        assertThat(recordings().keep(later)).isZero();
        assertThat(walk(later)).isEqualTo(1);
        assertThat(file).doesNotExist();
        assertThat(count("SELECT count(*) FROM recording")).isEqualTo(1);
        assertThat(walk(later)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, 1, 0",
        "1, false, 0, 1",
        "1, true,  1, 0",
    })
    void one_in_the_clear_whose_time_is_over_is_erased_unless_a_legal_hold_stands(
            long millis, boolean held, long kept, long erased) throws IOException {
        office.tamper(tx ->
                tx.execute("UPDATE retention_rule SET years = 1 WHERE record_class = 'RECORDING'"));
        Path file = Files.writeString(directory.resolve("call.wav"), "sound");
        recorded(file.toString());
        if (held) {
            office.tamper(tx ->
                    tx.execute(
                            "INSERT INTO agent (login, display_name, password_hash, line,"
                                    + " line_secret) VALUES ('officer1', 'O', 'x', '1001', 's');"
                                    + " INSERT INTO legal_hold (consumer_id, reason, set_by,"
                                    + " set_at) SELECT c.id, 'a lawsuit', a.id, now()"
                                    + " FROM consumer c, agent a"));
        }
        assertThat(walk(CALLED.plus(Duration.ofDays(365)).plusMillis(millis))).isEqualTo(1);
        assertThat(file).doesNotExist();
        assertThat(count("SELECT count(*) FROM recording")).isEqualTo(kept);
        assertThat(count("SELECT count(*) FROM audit_entry WHERE kind = 'recording.erased'"))
                .isEqualTo(erased);
    }
}
