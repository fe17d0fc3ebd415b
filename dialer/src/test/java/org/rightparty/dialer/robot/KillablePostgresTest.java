package org.rightparty.dialer.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

class KillablePostgresTest {
    @Test
    void a_frozen_server_is_stopped_when_it_is_closed(@TempDir Path directory) throws Exception {
        KillablePostgres postgres = new KillablePostgres(directory.resolve("postgresql"));
        ProcessHandle process = postgres.running().orElseThrow();
        postgres.freeze();
        postgres.close();
        assertThat(process.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    @Test
    void a_killed_server_can_be_closed(@TempDir Path directory) {
        KillablePostgres postgres = new KillablePostgres(directory.resolve("postgresql"));
        postgres.kill();
        assertThatCode(postgres::close).doesNotThrowAnyException();
    }
}
