package org.rightparty.dialer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rightparty.dialer.placement.Tally;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;

final class ProgressLinesTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final StringWriter text = new StringWriter();

    @Test
    void prints_a_line_a_second_and_the_last_one() {
        try (ProgressLines lines = new ProgressLines(now::get, new PrintWriter(text))) {
            for (long batch = 1; batch <= 1_000; batch++) {
                lines.at(done(batch * 1_000), 1_000_000);
                now.set(now.get().plusMillis(5));
            }
        }
        assertThat(rows())
                .containsExactly("1,000", "201,000", "401,000", "601,000", "801,000", "1,000,000");
    }

    @Test
    void does_not_print_the_last_line_twice() {
        try (ProgressLines lines = new ProgressLines(now::get, new PrintWriter(text))) {
            lines.at(done(7), 7);
        }
        assertThat(rows()).containsExactly("7");
    }

    @Test
    void says_where_a_broken_import_stood() {
        try (ProgressLines lines = new ProgressLines(now::get, new PrintWriter(text))) {
            LongStream.of(1_000, 2_000).forEach(rows -> lines.at(done(rows), 5_000));
        }
        assertThat(rows()).containsExactly("1,000", "2,000");
    }

    private List<String> rows() {
        return text.toString()
                .lines()
                .map(line -> line.substring(0, line.indexOf(" of ")))
                .toList();
    }

    private static Tally done(long rows) {
        return new Tally(rows, rows, 0, 0, 0, 0, 0, 0, 0, Map.of());
    }
}
