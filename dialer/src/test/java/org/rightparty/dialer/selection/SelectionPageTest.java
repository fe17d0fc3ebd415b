package org.rightparty.dialer.selection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rightparty.dialer.selection.CandidateFacts.Debt;
import org.rightparty.dialer.selection.CandidateFacts.Line;
import org.rightparty.dialer.selection.CandidateFacts.Line.Kind;
import org.rightparty.dialer.selection.CandidateFacts.Line.Standing;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.PhoneId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What docs/selection.md tells supervisors is what selection does.
final class SelectionPageTest {
    private static final Path PAGE = Path.of("../docs/selection.md");
    private static final ZonedDateTime NOON = ZonedDateTime.parse("2026-06-15T12:00:00-05:00");
    private static final long BALANCE_MINOR = 80_000;

    @ParameterizedTest
    @CsvSource({
        "UNVERIFIED, MOBILE, 60, 800 × 5 % × 1.2 × 15 % − 0.02 =\\n%s",
        "VERIFIED, MOBILE, 60, a verified mobile: %s",
        "UNVERIFIED, OTHER, 730, two years old: %s"
    })
    void its_example_can_be_computed(Standing standing, Kind kind, int days, String says)
            throws IOException {
        Debt debt =
                new Debt(
                        new AccountId(1),
                        BALANCE_MINOR,
                        Optional.of(NOON.toLocalDate().minusDays(days)));
        Line line = new Line(new PhoneId(1), standing, kind, 1);
        int value = ExpectedValue.of(debt, line, List.of(), NOON);
        String amount = String.format(Locale.ROOT, "%d.%02d", value / 100, value % 100);
        assertThat(Files.readString(PAGE))
                .contains(says.replace("\\n", "\n").replace("%s", amount));
    }

    @ParameterizedTest
    @EnumSource
    void it_names_every_tier(Tier tier) throws IOException {
        String name = tier.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        assertThat(Files.readString(PAGE)).contains("| " + tier.number() + " " + name + " |");
    }
}
