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
import org.rightparty.vocabulary.Outcome;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

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
}
