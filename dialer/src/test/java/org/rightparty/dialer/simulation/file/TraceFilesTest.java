package org.rightparty.dialer.simulation.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.Memory;
import org.rightparty.dialer.pacing.PredictivePace;
import org.rightparty.dialer.simulation.FullDay;
import org.rightparty.dialer.simulation.Policies;
import org.rightparty.dialer.simulation.Policy;
import org.rightparty.dialer.simulation.Scenario;
import org.rightparty.dialer.simulation.Simulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

class TraceFilesTest {
    private static final String OURS = "rightparty";

    @TempDir Path directory;

    private Path traces() {
        return directory.resolve("campaign-1");
    }

    /// A day of a pace whose decisions are traced.
    private PredictivePace traced(Scenario scenario, TraceFiles files) {
        PredictivePace pace = new PredictivePace();
        Policy usual = Policies.of(OURS);
        Policy ours = new Policy(OURS, usual.mode(), usual.aim(), true, _ -> pace);
        Simulation.run(
                scenario,
                ours,
                1,
                1,
                (_, _, floor, decision) -> files.decided(floor, decision, () -> pace.whole(floor)));
        return pace;
    }

    private TraceFiles files(long bytes, Executor threads) {
        return new TraceFiles(traces(), OURS, bytes, threads);
    }

    private List<Path> written() throws IOException {
        try (Stream<Path> all = Files.list(traces())) {
            return all.sorted().toList();
        }
    }

    @Test
    void what_is_decided_while_the_files_end_opens_none() throws IOException {
        Files.createDirectories(traces());
        TraceFiles files = files(1 << 20, Runnable::run);
        PredictivePace pace = new PredictivePace();
        Floor floor = floors().getLast();
        files.decided(
                floor,
                pace.decide(floor),
                () -> {
                    files.close();
                    return pace.whole(floor);
                });
        assertThat(written()).isEmpty();
    }

    private static List<Floor> floors() {
        List<Floor> floors = new ArrayList<>();
        Simulation.run(
                FullDay.with("/durationS", "400"),
                Policies.of(OURS),
                1,
                1,
                (_, _, floor, _) -> floors.add(floor));
        return floors;
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    pointer,                              value
                    /numbers/known,                       true
                    /agents/groups/0/logoutAnnounced,     true
                    """)
    void each_file_is_decided_again_the_same_wherever_in_the_day_it_begins(
            String pointer, String value) throws IOException {
        traced(FullDay.with(pointer, value), files(2_000_000, Runnable::run));
        List<Path> files = written();
        assertThat(files).hasSizeBetween(4, 8);
        for (Path file : files) {
            TraceReplay again = TraceReplay.of(file);
            assertThat(again.difference()).as(file.toString()).isEmpty();
            assertThat(again.same()).isGreaterThan(100);
        }
    }

    @Test
    void the_oldest_files_make_room_so_that_all_stay_within_their_size() throws IOException {
        long bytes = 400_000;
        traced(FullDay.usual(), files(bytes, Runnable::run));
        List<Path> files = written();
        assertThat(files).hasSize(8);
        long together = 0;
        for (Path file : files) {
            together += Files.size(file);
        }
        assertThat(together).isBetween(bytes / 2, bytes + bytes / 4);
        assertThat(TraceReplay.of(files.getFirst()).different()).isZero();
    }

    @Test
    void when_the_disk_is_slow_a_file_ends_before_the_gap_and_the_next_begins_behind_it()
            throws IOException {
        List<Runnable> late = new ArrayList<>();
        Executor slow = late::add;
        TraceFiles files = files(100_000_000, slow);
        PredictivePace pace = new PredictivePace();
        Policy usual = Policies.of(OURS);
        Policy ours = new Policy(OURS, usual.mode(), usual.aim(), true, _ -> pace);
        Simulation.run(
                FullDay.with("/durationS", "1200"),
                ours,
                1,
                1,
                (_, second, floor, decision) -> {
                    files.decided(floor, decision, () -> pace.whole(floor));
                    if (second > 700) {
                        late.forEach(Runnable::run);
                        late.clear();
                    }
                });
        List<Path> written = written();
        assertThat(written).hasSize(2);
        assertThat(TraceReplay.of(written.getFirst()).same()).isLessThan(1_000);
        TraceReplay after = TraceReplay.of(written.getLast());
        assertThat(after.difference()).isEmpty();
        assertThat(after.same()).isGreaterThan(3_000);
    }

    @Test
    void closing_writes_what_waits_ends_the_file_and_takes_nothing_more() throws IOException {
        List<Runnable> never = new ArrayList<>();
        TraceFiles files = files(100_000_000, never::add);
        List<Floor> floors = floors();
        PredictivePace pace = new PredictivePace();
        for (int i = 0; i < 400; i++) {
            Floor floor = floors.get(i);
            files.decided(floor, pace.decide(floor), () -> pace.whole(floor));
            if (i == 299) {
                files.close();
            }
        }
        assertThat(written()).hasSize(1);
        Path only = written().getFirst();
        try (GZIPInputStream whole = new GZIPInputStream(Files.newInputStream(only))) {
            long lines = new String(whole.readAllBytes(), StandardCharsets.UTF_8).lines().count();
            assertThat(lines).isEqualTo(300);
        }
        assertThat(TraceReplay.of(only).difference()).isEmpty();
    }

    @Test
    void what_another_pace_decides_meanwhile_ends_the_file() throws IOException {
        TraceFiles files = files(100_000_000, Runnable::run);
        List<Floor> floors = floors();
        PredictivePace pace = new PredictivePace();
        for (int i = 0; i < floors.size(); i++) {
            Floor floor = floors.get(i);
            if (i / 1_000 == 1) {
                pace.watch(floor);
                files.interrupted();
            } else {
                files.decided(floor, pace.decide(floor), () -> pace.whole(floor));
            }
        }
        assertThat(written()).hasSize(2);
        for (Path file : written()) {
            assertThat(TraceReplay.of(file).difference()).isEmpty();
        }
    }

    @Test
    void a_disk_that_takes_nothing_ends_the_traces_and_nothing_else() throws IOException {
        Files.writeString(traces(), "no directory");
        PredictivePace pace =
                traced(FullDay.with("/durationS", "310"), files(2_000_000, Runnable::run));
        assertThat(pace.memory()).isNotEqualTo(Memory.NONE);
        assertThat(Files.readString(traces())).isEqualTo("no directory");
    }
}
