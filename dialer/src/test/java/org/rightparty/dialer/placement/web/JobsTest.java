package org.rightparty.dialer.placement.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.placement.Sample;
import org.rightparty.dialer.placement.file.ImportRequest;
import org.rightparty.dialer.placement.postgres.TestOffice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// Imports that were started from a page: how many at once, and how long they are remembered.
final class JobsTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-06-15T12:00:00Z"));

    @TempDir Path directory;
    private final TestOffice office = new TestOffice(TestDatabase.fresh(), CLOCK);

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void imports_wait_for_their_turn_and_too_many_are_refused() throws Exception {
        Path lying = Files.createDirectories(directory.resolve("lying"));
        Jobs jobs = new Jobs(office.imports(), new Jobs.Limits(1, 1, 10));
        CountDownLatch go = new CountDownLatch(1);
        Jobs.Afterwards held =
                report -> {
                    try {
                        go.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                    return List.of();
                };
        ImportRequest first = ImportRequest.of(TestOffice.file(lying, bad()), "Bank");
        long running = jobs.start(first.withNewClient(), held).orElseThrow();
        await().until(() -> jobs.find(running).orElseThrow() instanceof Jobs.Job.Running);
        Path file = TestOffice.file(lying, Sample.row());
        long waiting = start(jobs, ImportRequest.of(file, "Bank")).orElseThrow();

        assertThat(jobs.find(waiting)).contains(new Jobs.Job.Waiting());
        assertThat(jobs.ahead(waiting)).isEqualTo(1);
        assertThat(start(jobs, first)).isEmpty();
        go.countDown();
        await().until(() -> jobs.find(waiting).orElseThrow() instanceof Jobs.Job.Done);
        assertThat(jobs.ahead(waiting)).isZero();
    }

    @Test
    void a_job_that_is_forgotten_takes_its_rejects_along() throws IOException {
        Jobs jobs = new Jobs(office.imports(), new Jobs.Limits(1, 1, 2));
        Path lying = Files.createDirectories(directory.resolve("lying"));
        for (int i = 0; i < 3; i++) {
            Path file = TestOffice.file(lying, bad().with("city", "City " + i));
            long job = start(jobs, ImportRequest.of(file, "Bank").withNewClient()).orElseThrow();
            await().until(() -> jobs.find(job).orElseThrow() instanceof Jobs.Job.Done);
        }
        assertThat(jobs.find(1)).isEmpty();
        try (Stream<Path> left = Files.list(lying)) {
            assertThat(left).hasSize(2);
        }
    }

    private static Optional<Long> start(Jobs jobs, ImportRequest request) {
        return jobs.start(request, Jobs.Afterwards.NOTHING);
    }

    private static Sample bad() {
        return Sample.row().with("account_number", "A-2").with("zip", "X");
    }
}
