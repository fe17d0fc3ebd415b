package org.rightparty.dialer.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;

import org.junit.jupiter.api.Test;
import org.rightparty.vocabulary.Money;
import org.rightparty.vocabulary.PhoneNumber;

import java.util.Objects;
import java.util.regex.Pattern;

class LogPrivacyTest {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{3,}");

    @Test
    void what_holds_a_number_or_an_amount_prints_masked() {
        PhoneNumber number = new PhoneNumber("+12125550142");
        String line = "call=%s of=%s".formatted(number, Money.dollars(123_456));
        assertThat(DIGITS.matcher(line).find()).as(line).isFalse();
    }

    @Test
    void the_switchs_own_library_may_log_nothing_but_errors() throws JoranException {
        LoggerContext context = new LoggerContext();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(
                Objects.requireNonNull(getClass().getClassLoader().getResource("logback.xml")));
        Logger events = context.getLogger("org.asteriskjava.manager.internal.EventBuilderImpl");
        assertThat(events.getEffectiveLevel()).isEqualTo(Level.ERROR);
        assertThat(context.getLogger("org.rightparty.dialer").getEffectiveLevel())
                .isEqualTo(Level.INFO);
    }
}
