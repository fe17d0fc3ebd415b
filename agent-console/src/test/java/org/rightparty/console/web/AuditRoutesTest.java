package org.rightparty.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rightparty.console.fakes.ConsoleFixture;
import org.rightparty.console.fakes.FakeAudit;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// What is entered when an officer looks at what happened in a recorded call.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuditRoutesTest {
    private static final String RECORDINGS = "/api/audit/recordings/";

    private final List<String> looks = new CopyOnWriteArrayList<>();
    private final ConsoleFixture console =
            ConsoleFixture.with(
                    new AuditRoutes(
                            new FakeAudit(),
                            (_, _, _) -> Optional.empty(),
                            (_, _, _) -> Path.of("none"),
                            ConsoleFixture.uploads(),
                            (by, kind, consumer, detail, _) ->
                                    looks.add(
                                            "%s %s %s %s"
                                                    .formatted(
                                                            by,
                                                            kind,
                                                            consumer.orElseThrow(),
                                                            detail)),
                            InstantSource.system()));

    @BeforeEach
    void nobody_looked() {
        looks.clear();
    }

    @AfterAll
    void stop() {
        console.close();
    }

    @Test
    void a_look_at_the_marks_of_a_recording_is_entered() {
        var marks = ConsoleClient.of(console.port(), "officer").get(RECORDINGS + "9/marks");
        assertThat(marks.statusCode()).isEqualTo(200);
        assertThat(marks.body()).contains("recording-muted");
        assertThat(looks).containsExactly("31 recording.viewed 38 {attempt=9}");
    }

    @Test
    void a_call_that_is_not_there_is_no_look() {
        var marks = ConsoleClient.of(console.port(), "officer").get(RECORDINGS + "404/marks");
        assertThat(marks.statusCode()).isEqualTo(404);
        assertThat(looks).isEmpty();
    }

    @Test
    void who_may_not_look_is_told_nothing() {
        var marks = ConsoleClient.of(console.port(), "agent").get(RECORDINGS + "9/marks");
        assertThat(marks.statusCode()).isEqualTo(403);
        assertThat(looks).isEmpty();
    }
}
