package org.rightparty.dialer.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.postgres.CallRecord;
import org.rightparty.compliance.postgres.CallRecord.Ending;
import org.rightparty.compliance.postgres.CallRecord.Source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class CallRecordFileTest {
    private static final Instant NOON = Instant.parse("2026-04-07T12:00:00Z");

    @TempDir Path directory;

    /// A line as Asterisk's cdr_csv writes it with unique ids.
    private static String asterisk(
            String number, String channel, String start, String disposition, String id) {
        List<String> fields =
                List.of("", "+12125550100", number, "ended", "<+12125550100>", channel, "", "Wait");
        List<String> more = List.of("5", start, "", start, "3", "0", disposition, "DOCUMENTATION");
        return Stream.of(fields, more, List.of(id))
                .flatMap(List::stream)
                .collect(Collectors.joining("\",\"", "\"", "\"\n"));
    }

    private Path file(String... lines) throws IOException {
        return Files.writeString(directory.resolve("records.csv"), String.join("", lines));
    }

    @Test
    void reads_our_calls_and_what_left_by_a_trunk_without_us() throws IOException {
        String noon = "2026-04-07 12:00:00";
        Path file =
                file(
                        asterisk("s", "PJSIP/practice-01", noon, "ANSWERED", "rp-m1-42"),
                        asterisk("s", "PJSIP/practice-02", noon, "NO ANSWER", "rp-m1-43"),
                        asterisk("s", "PJSIP/desk1001-03", noon, "ANSWERED", "rp-m1-line-1001-7"),
                        asterisk("s", "Local/room@x-04", noon, "ANSWERED", "1764000000.4"),
                        asterisk("+12125550142", "PJSIP/x-05", noon, "BUSY", "1764000000.5"));
        assertThat(CallRecordFile.asterisk(file, "m1"))
                .containsExactly(
                        ours("rp-m1-42", 42, Ending.ANSWERED),
                        ours("rp-m1-43", 43, Ending.RANG),
                        new CallRecord(
                                Source.SWITCH,
                                "1764000000.5",
                                Optional.empty(),
                                Optional.of("+12125550142"),
                                NOON,
                                Ending.BUSY));
    }

    private static CallRecord ours(String id, long attempt, Ending ending) {
        return new CallRecord(
                Source.SWITCH, id, Optional.of(attempt), Optional.empty(), NOON, ending);
    }

    /// Two installations on one Asterisk: the other's calls are no attempts of ours.
    @Test
    void takes_no_call_of_another_installation_for_an_attempt() throws IOException {
        Path file = file(asterisk("s", "PJSIP/a-1", "2026-04-07 12:00:00", "ANSWERED", "rp-m2-42"));
        assertThat(CallRecordFile.asterisk(file, "m1"))
                .singleElement()
                .satisfies(record -> assertThat(record.attempt()).isEmpty());
        assertThat(CallRecordFile.asterisk(file, "m2"))
                .singleElement()
                .satisfies(record -> assertThat(record.attempt()).contains(42L));
    }

    @Test
    void reads_a_carriers_file_with_and_without_names_of_calls() throws IOException {
        Path file =
                file(
                        "number,started_at,answered,call_id\n",
                        "+12125550142,2026-04-07T12:00:00Z,true,abc\n",
                        "12125550143,2026-04-07T12:00:00Z,false,\n");
        List<CallRecord> records = CallRecordFile.carrier(file);
        assertThat(records)
                .extracting(CallRecord::number)
                .containsExactly(Optional.of("+12125550142"), Optional.of("+12125550143"));
        assertThat(records).extracting(CallRecord::answered).containsExactly(true, false);
        Path nameless = file("number,started_at,answered\n+12125550142,2026-04-07T12:00:00Z,true");
        assertThat(CallRecordFile.carrier(nameless))
                .extracting(CallRecord::reference)
                .containsExactly("line 2");
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    header                     | row                    | says
                    number,started_at,answered | +12125550142,soon,true | line 2 is no call record
                    number,answered            | +12125550142,true      | the header needs number
                    """)
    void names_the_line_of_a_carriers_file_that_cannot_be_read(
            String header, String row, String says) throws IOException {
        Path file = file(header + "\n", row + "\n");
        assertThatThrownBy(() -> CallRecordFile.carrier(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says)
                .hasMessageNotContaining("12125550142");
    }

    @Test
    void names_the_line_of_asterisks_file_that_cannot_be_read() throws IOException {
        Path withoutIds = file("\"\",\"1\",\"s\",\"ended\"\n");
        assertThatThrownBy(() -> CallRecordFile.asterisk(withoutIds, "m1"))
                .hasMessage("records.csv: line 1 is no call record: it has no unique id");
        Path cutOff = file(asterisk("s", "PJSIP/a-1", "2026-04-07 12:00:00", "BUSY", "x"), "cut\n");
        assertThatThrownBy(() -> CallRecordFile.asterisk(cutOff, "m1"))
                .hasMessage("records.csv: line 2 is no call record: it has no unique id");
        Path withoutTime = file(asterisk("s", "PJSIP/a-1", "noon", "ANSWERED", "rp-m1-1"));
        assertThatThrownBy(() -> CallRecordFile.asterisk(withoutTime, "m1"))
                .hasMessage("records.csv: line 1 is no call record: its start is no time");
    }
}
