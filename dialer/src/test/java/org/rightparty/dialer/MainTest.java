package org.rightparty.dialer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a person at a terminal is told when something is wrong.
final class MainTest {
    @TempDir Path directory;

    private record Said(int code, String text) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    run --prot 80             | Unknown options: '--prot'
                    import                    | 'FILE'
                    user add ada              | see ./rightparty user add --help
                    user                      | see ./rightparty user --help
                    rnu                       | see ./rightparty --help
                    frobnicate                | no command 'frobnicate'; there are run, asterisk-
                    ledger seal               | no command 'seal'; there are export, verify
                    campaign show a b         | Unmatched argument at index 3: 'b'
                    run --port abc            | is no whole number; write it in digits
                    compliance explain --account abc | is no whole number; write it
                    compliance explain --account 1 --at yesterday | as 2026-04-07T19:00:00Z
                    ledger reconcile --from yesterday | is no time; write it as 2026
                    ledger export a.zip --from yesterday --to today | is no time
                    import none.csv --client Bank | none.csv: there is no such file; check the path
                    payments none.csv --client Bank | none.csv: cannot be read; check the path
                    compliance scrub none.csv --by ada --bar CEASE | none.csv: cannot be read; check
                    compliance record none.csv --by ada | none.csv: cannot be read; check the path
                    compliance test none.json | none.json: cannot be read; check the path
                    ledger verify none.zip    | no file or directory none.zip; check the path
                    ledger replay none.zip    | no file or directory none.zip; check the path
                    ledger verify none.zip --kept none.note | no file or directory none.note
                    ledger export none/a.zip  | cannot be written: there is no directory
                    simulate 03-tiny-4 --report none/a.html | there is no directory
                    simulate nosuch           | ours are 01-steady-20, 02-low-rate-100
                    bench pacing --docs none --scenarios nosuch | ours are 01-steady-20
                    run --config /none/a.conf | check the path after --config
                    run --host no-such-host.invalid | no address called no-such-host.invalid
                    run --host 192.0.2.1      | name an address of this machine with --host
                    run --port 70000          | from 0 to 65535
                    """)
    void wrong_arguments_and_settings_cost_one_line(String words, String says) {
        Said said = run(words.split(" "));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text().lines()).hasSize(1);
        assertThat(said.text()).startsWith("rightparty: ").contains(says);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "campaign list",
                "user list",
                "ledger key",
                "ledger export a.zip",
                "compliance why-not --campaign 1",
                "compliance rulebook list",
                "import pom.xml --client Bank --new-client"
            })
    void a_mistyped_directory_is_not_made_a_new_installation(String words) {
        Path mistyped = directory.resolve("dtaa");
        Said said = run((words + " --data " + mistyped).split(" "));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text())
                .isEqualToIgnoringNewLines(
                        "rightparty: there is no database in "
                                + mistyped
                                + "; correct --data or --config, or begin one there with"
                                + " ./rightparty run");
        assertThat(mistyped).doesNotExist();
    }

    @Test
    void a_taken_port_advises_another_port() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Said said = run("run", "--port", Integer.toString(taken.getLocalPort()));
            assertThat(said.text()).contains("rightparty.http.port", "choose another with --port");
        }
    }

    @Test
    void a_directory_that_cannot_be_written_is_named_with_its_mend() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "no directory");
        Path settings =
                Files.writeString(
                        directory.resolve("a.conf"),
                        "rightparty.telephone.asterisk.secret = eight-88\n");
        Said said =
                run(
                        "asterisk-config",
                        "--config",
                        settings.toString(),
                        "--data",
                        directory.resolve("data").toString(),
                        file.resolve("below").toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text())
                .contains("cannot write into " + file, "name a directory that may be written")
                .doesNotContain("Exception");
        Said itself =
                run(
                        "asterisk-config",
                        "--config",
                        settings.toString(),
                        "--data",
                        directory.resolve("data").toString(),
                        file.toString());
        assertThat(itself.text())
                .contains(file + " is there already and is no directory; name a directory");
    }

    @Test
    void a_database_that_is_not_there_is_named_with_cause_and_mend() throws IOException {
        Path settings =
                Files.writeString(
                        directory.resolve("a.conf"),
                        "rightparty.database.url = \"jdbc:postgresql://127.0.0.1:1/calls\"\n");
        Said said = run("user", "list", "--config", settings.toString());
        assertThat(said.code()).isEqualTo(4);
        assertThat(said.text())
                .contains("127.0.0.1:1 cannot be reached: nothing takes connections there; check")
                .doesNotContain("Exception");
    }

    private static Said run(String... words) {
        StringWriter text = new StringWriter();
        int code = Main.commands().setErr(new PrintWriter(text, true)).execute(words);
        return new Said(code, text.toString());
    }
}
