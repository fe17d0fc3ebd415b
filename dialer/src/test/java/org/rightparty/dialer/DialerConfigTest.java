package org.rightparty.dialer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.console.web.Networks;
import org.rightparty.database.DatabaseConfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class DialerConfigTest {
    @TempDir Path directory;

    @Test
    void the_defaults_are_a_practice_floor_on_this_machine() {
        DialerConfig config = DialerConfig.read(Optional.empty(), Map.of());
        assertThat(config.http())
                .isEqualTo(
                        new DialerConfig.Http(
                                "127.0.0.1", 8080, Optional.empty(), Set.of(), Networks.NONE));
        assertThat(config.database()).isInstanceOf(DatabaseConfig.Embedded.class);
        assertThat(config.phone()).isInstanceOf(DialerConfig.Practice.class);
        assertThat(config.demo().load()).isTrue();
        assertThat(config.collector()).containsExactly("US-TX");
    }

    /// A practice calls nobody, so a state may be supposed for it; a house that calls people says.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    telephone | named     | supposed  | works from
                    practice  |           |           | US-TX
                    practice  | US        |           | US-TX
                    practice  | US        | US-NM     | US-NM
                    practice  | US-CA     | US-NM     | US-CA
                    practice  | US GB     |           | US GB
                    asterisk  |           |           | US
                    asterisk  | US        | US-NM     | US
                    asterisk  | US-CA     |           | US-CA
                    """)
    void only_a_practice_works_from_a_state_that_nobody_named(
            String telephone, @Nullable String named, @Nullable String supposed, String places) {
        Map<String, Object> given = new HashMap<>();
        given.put("telephone.kind", telephone);
        given.put("telephone.asterisk.secret", "not-so-secret");
        if (named != null) {
            given.put("compliance.collector", named);
        }
        if (supposed != null) {
            given.put("practice.collector", supposed);
        }
        assertThat(DialerConfig.read(Optional.empty(), given).collector())
                .containsExactlyInAnyOrder(places.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"US-TX\", \"US-NY-NYC\"] | US-TX US-NY-NYC",
                "\"US-TX, GB\"               | US-TX GB"
            })
    void the_places_of_the_collector_are_a_list_or_words(String written, String places)
            throws IOException {
        Path file = file("rightparty.compliance.collector = " + written);
        assertThat(DialerConfig.read(Optional.of(file), Map.of()).collector())
                .containsExactlyInAnyOrder(places.split(" "));
    }

    @Test
    void what_a_file_says_goes_before_the_defaults_and_the_command_line_before_both()
            throws IOException {
        Path file =
                file(
                        """
                        rightparty.http { port = 9000, proxies = "10.0.0.1, ::1" }
                        rightparty.directory = ${rightparty.telephone.kind}"-data"
                        """);
        DialerConfig config = DialerConfig.read(Optional.of(file), Map.of("http.port", 9001));
        assertThat(config.http().port()).isEqualTo(9001);
        assertThat(config.http().proxies())
                .containsExactlyInAnyOrder("10.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(config.directory()).endsWithRaw(Path.of("practice-data"));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '!',
            textBlock =
                    """
                    setting                       ! value and mend
                    compliance.collector = [US-ZZ] ! name states or countries by ISO 3166-2
                    compliance.collector = []      ! name states or countries by ISO 3166-2
                    compliance.collector = [[US]]  ! it must be a list of texts
                    practice.collector = [US-ZZ]   ! name states or countries by ISO 3166-2
                    http.port = eighty            ! = "eighty": it must be a whole number from 0 to
                    http.port = 65536             ! = 65536: it must be a whole number from 0 to
                    http.port = -1                ! = -1: it must be a whole number from 0 to 65535
                    http.port = 80.5              ! = 80.5: it must be a whole number from 0 to
                    http.port = 99999999999999999999 ! : it must be a whole number from 0 to 65535
                    http.port = [1]               ! = [1]: it must be a text
                    http.host = ""                ! = "": name an address of this machine
                    http.origin = "calls.example" ! = "calls.example": write it as https://
                    http.origin = "https://a.example/x" ! : write it as https://
                    http.proxies = "10.0.0.1 lb1" ! = "10.0.0.1 lb1": 'lb1' is not an IP address
                    http.metrics-from = "10.1.2"  ! = "10.1.2": '10.1.2' is no network; write it as
                    database.pool-size = 3        ! = 3: it must be a whole number from 4 to 100
                    database.pool-size = 101      ! = 101: it must be a whole number from 4 to 100
                    database.url = "pg://db"      ! = "pg://db": write it as jdbc:post
                    telephone.kind = pigeon       ! = "pigeon": it must be practice or asterisk
                    practice.speed = 0            ! = 0: it must be a number over 0.0
                    practice.speed = fast         ! = "fast": it must be a number over 0.0
                    demo.load = maybe             ! = "maybe": it must be true or false
                    telephone.trunks = []         ! = []: at least one trunk is needed
                    telephone.trunks = 5          ! = 5: it must be a list of sections, [ { … } ]
                    http.prot = 80                ! : there is no such setting; rightparty.http has
                    smtp.host = a                 ! : there is no such setting; rightparty has
                    """)
    void names_file_line_key_value_and_mend(String setting, String mend) throws IOException {
        Path file = file("# mine\nrightparty." + setting + "\n");
        String key = setting.substring(0, setting.indexOf(' '));
        assertRefused(file, file + " line 2: setting rightparty." + key, mend);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
                    name = "a b", address = "h:1" ! .name = "a b": begin with a letter; use letters,
                    name = 1st, address = "h:1"   ! .name = "1st": begin with a letter; use letters,
                    name = a, address = carrier   ! .address = "carrier": write it as host:port
                    name = a, address = "h:1", channels = 0 ! .channels = 0: it must be a whole
                    name = a, address = "h:1", channels = 1, cps = 3 ! .cps = 3: there is no such
                    """)
    void names_which_trunk_is_wrong(String trunk, String mend) throws IOException {
        Path file =
                file(
                        """
                        rightparty.telephone.trunks = [
                          { name = g, address = "h:1", channels = 1,
                            calls-per-second = 1, loopback = on },
                          {%s}
                        ]
                        """
                                .formatted(trunk));
        assertRefused(file, " line 4: setting rightparty.telephone.trunks[2]", mend);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
                    http { port = 9000 }      ! : the section around it is missing
                    telephone.kind = asterisk ! : the section around it is missing
                    htp { port = 9000 }       ! : there is no such setting; all settings stand in
                    """)
    void says_when_the_section_around_all_settings_is_missing(String text, String mend)
            throws IOException {
        assertRefused(file(text), "own.conf", mend);
    }

    @Test
    void says_that_a_brace_is_missing() throws IOException {
        assertRefused(
                file("rightparty {\n  http { port = 9000 }\n"),
                "own.conf",
                ": the file ends inside a section: a closing } is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "short7s, false",
        "eight-88, true",
        "no spaces, false",
        "semi;colon, false",
        "a.b_c~d-1, true"
    })
    void runs_with_just_those_secrets_that_can_stand_in_asterisks_files(
            String secret, boolean usable) throws IOException {
        Path file =
                file(
                        "rightparty.telephone { kind = asterisk, asterisk.secret = \"%s\" }"
                                .formatted(secret));
        if (usable) {
            assertThat(DialerConfig.read(Optional.of(file), Map.of()).phone())
                    .isInstanceOf(DialerConfig.Asterisk.class);
        } else {
            assertRefused(file, "secret = •••", "of 8 to 128 letters, digits, dots,");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ami-permit = "10.1.2.3"        | : '10.1.2.3' is no network; write it as
                    ami-permit = "10.1.2.3/32 lan" | : 'lan' is no network
                    ami-permit = "10.1.2.3/32"     | ''
                    ami-bind = lan                 | write an IP address
                    rtp-first = 80                 | it must be a whole number from 1024 to 65535
                    rtp-last = 10000               | it must be a whole number from 10001 to 65535
                    mode = 640                     | write it as 0640
                    """)
    void checks_what_is_written_for_the_asterisk_host(String setting, String says)
            throws IOException {
        Path file =
                file(
                        "rightparty.telephone { kind = asterisk, asterisk.secret = eight-88,"
                                + " asterisk.files { %s } }".formatted(setting));
        if (says.isEmpty()) {
            assertThat(DialerConfig.read(Optional.of(file), Map.of()).phone())
                    .extracting(phone -> ((DialerConfig.Asterisk) phone).files().amiPermits())
                    .isEqualTo(List.of("10.1.2.3/32"));
        } else {
            assertRefused(file, setting.substring(0, setting.indexOf(' ')), says);
        }
    }

    @Test
    void names_what_a_trunk_lacks() throws IOException {
        Path file = file("rightparty.telephone.trunks = [{name = a, address = \"h:1\"}]");
        assertRefused(
                file, "setting rightparty.telephone.trunks[1].channels", ": it must be a text");
    }

    @Test
    void names_the_command_line() {
        assertThatThrownBy(() -> DialerConfig.read(Optional.empty(), Map.of("http.port", 70_000)))
                .isInstanceOf(DialerConfig.BadSetting.class)
                .hasMessage(
                        "the command line: setting rightparty.http.port = 70000: it must be a whole"
                                + " number from 0 to 65535");
    }

    @Test
    void says_where_a_file_is_not_hocon() throws IOException {
        assertRefused(
                file("rightparty {\n http { port = \n"), "own.conf line", "look for a missing");
        assertRefused(
                file("rightparty.directory = ${NOBODY_SET_THIS}"), "line 1", "NOBODY_SET_THIS");
        assertRefused(directory.resolve("none.conf"), "none.conf: cannot be read", "--config");
    }

    @Test
    void says_what_a_real_asterisk_lacks_and_shows_no_secret() throws IOException {
        assertRefused(
                file("rightparty.telephone.kind = asterisk"),
                "setting rightparty.telephone.asterisk.secret",
                "set RIGHTPARTY_ASTERISK_SECRET");
        Path file = file("rightparty.telephone { asterisk.secret = [hush], kind = asterisk }");
        assertRefused(file, "line 1", "secret = •••: it must be a text");
    }

    private static void assertRefused(Path file, String where, String mend) {
        assertThatThrownBy(() -> DialerConfig.read(Optional.of(file), Map.of()))
                .isInstanceOf(DialerConfig.BadSetting.class)
                .hasMessageContaining(where)
                .hasMessageContaining(mend)
                .hasMessageNotContaining("hush");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("own.conf"), text);
    }
}
