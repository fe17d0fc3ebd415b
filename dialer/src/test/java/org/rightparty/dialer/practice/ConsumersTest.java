package org.rightparty.dialer.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.rightparty.vocabulary.PhoneNumber;

import java.util.stream.IntStream;

class ConsumersTest {
    private static final PracticeConfig CONFIG = PracticeConfig.standard("u", "s", 42);

    @Test
    void the_same_seed_gives_the_same_behaviour_for_the_same_call() {
        Consumers one = new Consumers(CONFIG);
        Consumers other = new Consumers(CONFIG);
        other.next(number(99));
        for (int n = 0; n < 5; n++) {
            assertThat(one.next(number(1))).isEqualTo(other.next(number(1)));
        }
    }

    @Test
    void a_number_out_of_service_stays_so() {
        Consumers consumers = new Consumers(CONFIG);
        PhoneNumber dead =
                IntStream.range(0, 10_000)
                        .mapToObj(ConsumersTest::number)
                        .filter(n -> cause(consumers.behaviour(n, 1)) == 1)
                        .filter(n -> cause(consumers.behaviour(n, 2)) == 1)
                        .filter(n -> cause(consumers.behaviour(n, 3)) == 1)
                        .findFirst()
                        .orElseThrow();
        assertThat(IntStream.rangeClosed(1, 20))
                .allMatch(n -> cause(consumers.behaviour(dead, n)) == 1);
    }

    @Test
    void calls_fall_out_as_the_mix_says() {
        Consumers consumers = new Consumers(CONFIG);
        long answered =
                IntStream.range(0, 10_000)
                        .filter(n -> consumers.next(number(n)) instanceof Behaviour.Answers)
                        .count();
        assertThat(answered).isCloseTo(5_500, within(250L));
    }

    private static int cause(Behaviour behaviour) {
        return behaviour instanceof Behaviour.Refuses refuses ? refuses.cause() : 0;
    }

    private static PhoneNumber number(int n) {
        return new PhoneNumber("+1212000%04d".formatted(n));
    }
}
