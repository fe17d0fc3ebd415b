package org.rightparty.dialer.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.stream.LongStream;

class LinkTest {
    @Test
    void an_outage_is_told_at_once_and_then_at_growing_intervals() {
        assertThat(LongStream.rangeClosed(1, 5_000).filter(Link::isWorthSaying))
                .containsExactly(1L, 4L, 16L, 64L, 256L, 1024L, 4096L);
    }
}
