package org.rightparty.dialer;

import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;

class HousekeepingTest {
    @Test
    void work_that_ended_in_an_error_is_done_again() {
        AtomicInteger times = new AtomicInteger();
        try (Housekeeping housekeeping = new Housekeeping()) {
            housekeeping.every(
                    1,
                    "test",
                    () -> {
                        times.incrementAndGet();
                        throw new StackOverflowError();
                    });
            await().until(() -> times.get() > 1);
        }
    }
}
