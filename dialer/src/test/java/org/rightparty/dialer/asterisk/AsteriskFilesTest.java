package org.rightparty.dialer.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightparty.dialer.asterisk.AsteriskSite.Carrier;
import org.rightparty.dialer.asterisk.AsteriskSite.Manager;
import org.rightparty.dialer.asterisk.AsteriskSite.Paths;
import org.rightparty.dialer.asterisk.AsteriskSite.Phone;
import org.rightparty.dialer.asterisk.AsteriskSite.Ports;
import org.rightparty.dialer.asterisk.AsteriskSite.Tls;
import org.rightparty.dialer.asterisk.AsteriskSite.Translation;
import org.rightparty.dialer.asterisk.AsteriskSite.Translation.Reach;
import org.rightparty.dialer.call.Telephone.AgentLine.Kind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class AsteriskFilesTest {
    private static final Set<PosixFilePermission> MODE =
            PosixFilePermissions.fromString("rw-r-----");
    private static final Translation BROWSERS =
            new Translation("192.0.2.7", "127.0.0.1", Reach.BROWSERS);
    private static final String SECRET = "manager-secret-1";

    @Test
    void leaves_no_blank_and_comments_every_file() throws IOException {
        assertThat(AsteriskFiles.render(site(Optional.of(BROWSERS))))
                .hasSize(27)
                .allSatisfy((name, text) -> {
                    assertThat(text).as(name).doesNotContainPattern("@[A-Z_]+@");
                    assertThat(text).as(name).startsWith("; ").endsWith("\n");
                });
    }

    @Test
    void puts_the_manager_secret_in_one_file_only() throws IOException {
        Map<String, String> files = AsteriskFiles.render(site(Optional.empty()));
        assertThat(files.entrySet().stream().filter(f -> f.getValue().contains(SECRET)))
                .singleElement()
                .extracting(Map.Entry::getKey)
                .isEqualTo("manager.conf");
    }

    @Test
    void lets_secrets_be_read_by_owner_and_group_only(@TempDir Path dir) throws IOException {
        AsteriskFiles.write(site(Optional.empty()), dir, MODE);
        AsteriskFiles.write(site(Optional.empty()), dir, MODE);
        for (String file : List.of("manager.conf", "pjsip_phones.conf")) {
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(dir.resolve(file))))
                    .isEqualTo("rw-r-----");
        }
        assertThat(dir.resolve("sounds/safe-harbor.ulaw")).isNotEmptyFile();
        assertThat(dir.resolve("sounds/moh/hold.ulaw")).isNotEmptyFile();
    }

    @Test
    void writes_a_trunk_with_its_far_end() throws IOException {
        assertThat(AsteriskFiles.render(site(Optional.empty())))
                .containsEntry(
                        "pjsip_trunks.conf",
                        """
                        ; The far ends of the trunks. Written by Rightparty.

                        [practice](trunk)
                        aors = practice
                        [practice]
                        type = aor
                        contact = sip:127.0.0.1:5070
                        qualify_frequency = 0
                        [practice]
                        type = identify
                        endpoint = practice
                        match = 127.0.0.1:5070
                        """);
    }

    @Test
    void writes_softphones_that_register_and_telephones_that_do_not() throws IOException {
        assertThat(AsteriskFiles.render(site(Optional.empty())))
                .containsEntry(
                        "pjsip_phones.conf",
                        """
                        ; The agents' telephones. Written by Rightparty.

                        [web2001](phone-web)
                        aors = web2001
                        auth = web2001
                        [web2001](contact-registered)
                        [web2001](secret)
                        username = web2001
                        password = line-secret-2001

                        [desk2002](phone-desk)
                        aors = desk2002
                        [desk2002]
                        type = aor
                        contact = sip:desk2002@127.0.0.1:5080
                        """);
    }

    @Test
    void opens_wss_for_the_address_that_the_settings_give_to_softphones() throws IOException {
        Tls tls = new Tls(8089, "/etc/asterisk/keys/site.pem", "/etc/asterisk/keys/site.key");
        Map<String, String> files = AsteriskFiles.render(site(Optional.of(tls), Optional.empty()));
        assertThat(files.get("http.conf"))
                .contains("bindport = 8088\n")
                .endsWith(
                        """
                        tlsenable = yes
                        tlsbindaddr = 127.0.0.1:8089
                        tlscertfile = /etc/asterisk/keys/site.pem
                        tlsprivatekey = /etc/asterisk/keys/site.key
                        """);
        assertThat(files.get("pjsip.conf"))
                .contains("[wss]\ntype = transport\nprotocol = wss\nbind = 127.0.0.1\n")
                .endsWith("#tryinclude pjsip_local.conf\n");
        assertThat(AsteriskFiles.render(site(Optional.empty())))
                .satisfies(plain -> {
                    assertThat(plain.get("http.conf")).doesNotContain("tlsbindaddr");
                    assertThat(plain.get("pjsip.conf")).doesNotContain("wss");
                });
    }

    @Test
    void leaves_the_files_of_the_asterisk_host_alone(@TempDir Path dir) throws IOException {
        Path own = Files.writeString(dir.resolve("pjsip_local.conf"), "; ours\n");
        AsteriskFiles.write(site(Optional.empty()), dir, MODE);
        assertThat(own).hasContent("; ours");
    }

    @Test
    void tells_browsers_loopback_only_when_asked() throws IOException {
        assertThat(AsteriskFiles.render(site(Optional.of(BROWSERS))).get("rtp.conf"))
                .contains("[ice_host_candidates]\n192.0.2.7 => 127.0.0.1\n");
        assertThat(AsteriskFiles.render(site(Optional.empty())).get("rtp.conf"))
                .doesNotContain("ice_host_candidates");
    }

    @Test
    void tells_carriers_the_public_address_behind_a_translation() throws IOException {
        Translation everybody = new Translation("172.30.0.2", "192.0.2.7", Reach.EVERYBODY);
        assertThat(AsteriskFiles.render(site(Optional.of(everybody))))
                .satisfies(files -> {
                    assertThat(files.get("pjsip.conf"))
                            .contains(
                                    """
                                    bind = 127.0.0.1:5060
                                    external_signaling_address = 192.0.2.7
                                    external_media_address = 192.0.2.7
                                    local_net = 127.0.0.1/32
                                    """);
                    assertThat(files.get("rtp.conf")).contains("172.30.0.2 => 192.0.2.7\n");
                });
        assertThat(AsteriskFiles.render(site(Optional.of(BROWSERS))).get("pjsip.conf"))
                .doesNotContain("external_");
    }

    @Test
    void lets_in_only_the_networks_it_is_told() throws IOException {
        Manager manager =
                new Manager("floor", SECRET, "10.0.0.5", List.of("10.0.0.9/32", "10.1.0.0/16"));
        AsteriskSite far =
                new AsteriskSite(
                        Paths.debian(),
                        "one",
                        "0.0.0.0",
                        Ports.usual(),
                        manager,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty());
        assertThat(AsteriskFiles.render(far).get("manager.conf"))
                .contains(
                        "bindaddr = 10.0.0.5\n",
                        "[floor]\n",
                        "deny = 0.0.0.0/0.0.0.0\npermit = 10.0.0.9/32\npermit = 10.1.0.0/16\n");
    }

    /// Reports of every packet, step and key would flood the wire, and a command could do anything.
    @Test
    void hears_the_events_it_reads_and_may_run_no_command() throws IOException {
        String manager =
                AsteriskFiles.render(site(Optional.empty())).getOrDefault("manager.conf", "");
        assertThat(manager)
                .contains("\nread = call,user,system\n")
                .contains("\nwrite = system,call,user,originate,reporting\n");
        assertThat(
                        manager.lines()
                                .filter(line -> line.startsWith("eventfilter"))
                                .map(line -> line.replaceAll(".*name\\((\\w+)\\).*", "$1")))
                .containsExactlyInAnyOrder(
                        "OriginateResponse",
                        "DialState",
                        "Hangup",
                        "HangupRequest",
                        "UserEvent",
                        "ConfbridgeJoin",
                        "MixMonitorStart",
                        "ContactStatus",
                        "FullyBooted",
                        "Shutdown");
    }

    @Test
    void knows_where_debian_keeps_things() throws IOException {
        AsteriskSite debian =
                new AsteriskSite(
                        Paths.debian(),
                        "one",
                        "127.0.0.1",
                        Ports.usual(),
                        Manager.onLoopback(SECRET),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty());
        assertThat(AsteriskFiles.render(debian).get("asterisk.conf"))
                .contains("[directories]\nastetcdir => /etc/asterisk\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with space in it", "line\nbreak-in-it", "semi;colon;secret"})
    void refuses_a_secret_that_would_break_the_file(String secret) {
        assertThatThrownBy(() -> new Phone("2001", Kind.BROWSER, secret, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(secret);
    }

    private static AsteriskSite site(Optional<Translation> translation) {
        return site(Optional.empty(), translation);
    }

    private static AsteriskSite site(Optional<Tls> tls, Optional<Translation> translation) {
        return new AsteriskSite(
                Paths.under("/srv/one", "/usr/lib/asterisk/modules"),
                "one",
                "127.0.0.1",
                new Ports(5060, 5038, 8088, 20_000, 20_999),
                Manager.onLoopback(SECRET),
                List.of(new Carrier("practice", "127.0.0.1", 5070)),
                List.of(
                        new Phone("2001", Kind.BROWSER, "line-secret-2001", Optional.empty()),
                        new Phone(
                                "2002",
                                Kind.DESK,
                                "line-secret-2002",
                                Optional.of("127.0.0.1:5080"))),
                tls,
                translation);
    }
}
