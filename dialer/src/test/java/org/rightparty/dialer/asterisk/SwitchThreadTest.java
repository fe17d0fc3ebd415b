package org.rightparty.dialer.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class SwitchThreadTest {
    @Test
    void an_error_in_one_task_does_not_end_the_others() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        try (SwitchThread thread = new SwitchThread("switch", System::nanoTime)) {
            thread.start();
            thread.hand(() -> {
                throw new StackOverflowError();
            });
            thread.hand(done::countDown);
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
