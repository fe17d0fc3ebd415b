package org.rightparty.compliance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.compliance.proof.SealedLedger.NOON;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.compliance.ledger.Selection;
import org.rightparty.compliance.offsite.TestAuthority;
import org.rightparty.compliance.offsite.TimeStampOutlet;
import org.rightparty.compliance.postgres.CheckpointCourier;
import org.rightparty.compliance.verifier.Report;
import org.rightparty.compliance.verifier.Verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/// Time-stamps of an authority outside, from the request to the verdict.
final class TimeStampTest {
    private static SealedLedger it;
    private static TestAuthority authority;
    private static CheckpointCourier courier;
    private static Path export;
    @TempDir private static Path directory;

    @BeforeAll
    static void stampTwice() throws Exception {
        it = new SealedLedger();
        authority = new TestAuthority(NOON.minusSeconds(3_600), Duration.ofDays(365));
        courier =
                new CheckpointCourier(
                        it.database,
                        List.of(
                                new TimeStampOutlet(
                                        authority.address(),
                                        Duration.ofDays(1),
                                        new Random(1),
                                        (id, from, at, token) ->
                                                CheckpointCourier.keepStamp(
                                                        it.database, id, from, at, token))));
        it.calls(10, NOON);
        authority.time(NOON.plusSeconds(80));
        assertThat(courier.carry(NOON.plusSeconds(80))).isEqualTo(1);
        it.calls(10, NOON.plusSeconds(90_000));
        authority.time(NOON.plusSeconds(90_080));
        assertThat(courier.carry(NOON.plusSeconds(90_080))).isEqualTo(1);
        export = it.export(directory, request(List.of(authority.root().getEncoded())));
    }

    @AfterAll
    static void close() {
        authority.close();
        it.close();
    }

    private static ProofRequest request(List<byte[]> authorities) {
        return new ProofRequest(new Selection.Everything(), false, List.of(), authorities);
    }

    private static Report verify(Path file, Instant now, List<X509Certificate> trusted)
            throws IOException {
        return new Verifier(List.of(it.key.verifier()), List.of(), trusted, now).check(file);
    }

    @Test
    void a_stamp_over_its_checkpoint_holds() throws Exception {
        Report report = verify(export, NOON, List.of());
        assertThat(report.exitCode()).as(String.join("\n", report.lines())).isZero();
        assertThat(report.lines())
                .anyMatch(line -> line.contains("by CN=Test Time-Stamps"))
                .anyMatch(line -> line.contains("is the file's own"));
        Report trusting = verify(export, NOON, List.of(authority.root()));
        assertThat(trusting.lines()).noneMatch(line -> line.contains("certificate is the file's"));
        Outsider jar = Outsider.jar(export, List.of("--key", it.key.verifier().format()));
        assertThat(jar.exitCode()).as(jar.output()).isZero();
        assertThat(jar.output()).contains("by CN=Test Time-Stamps");
        Outsider python = Outsider.python(export, List.of());
        assertThat(python.exitCode()).as(python.output()).isZero();
    }

    @Test
    void an_expired_certificate_is_good_with_its_archived_chain_and_no_good_without()
            throws IOException {
        Instant later = NOON.plus(Duration.ofDays(4_000));
        Report archived = verify(export, later, List.of());
        assertThat(archived.exitCode()).isZero();
        assertThat(archived.lines()).anyMatch(line -> line.contains("has expired since"));
        Path bare = new Forgery(export).remove("timestamps/authorities.pem").write(directory);
        assertThat(verify(bare, later, List.of()).breaches())
                .anyMatch(why -> why.contains("certificate is not archived"));
    }

    @Test
    void a_stamp_of_another_checkpoint_is_refused() throws IOException {
        Forgery forged = new Forgery(export);
        List<String> stamps =
                forged.names("timestamps/").stream().filter(n -> n.endsWith(".tst")).toList();
        assertThat(stamps).hasSize(2);
        forged.put(stamps.getFirst(), forged.bytes(stamps.getLast()));
        Path file = forged.write(directory);
        assertThat(verify(file, NOON, List.of()).breaches())
                .anyMatch(why -> why.contains("is of another checkpoint"));
        assertThat(Outsider.python(file, List.of()).output()).contains("of another checkpoint");
    }

    @Test
    void a_changed_stamp_and_an_authority_nobody_trusts_are_refused() throws Exception {
        Forgery forged = new Forgery(export);
        String name = forged.names("timestamps/").getFirst();
        byte[] token = forged.bytes(name).clone();
        token[token.length - 5] ^= 1;
        assertThat(verify(forged.put(name, token).write(directory), NOON, List.of()).breaches())
                .anyMatch(why -> why.contains("time-stamp of checkpoint"));
        try (TestAuthority stranger = new TestAuthority(NOON, Duration.ofDays(1))) {
            assertThat(verify(export, NOON, List.of(stranger.root())).breaches())
                    .anyMatch(why -> why.contains("does not lead to a trusted authority"));
        }
        Path empty = new Forgery(export).put(name, new byte[] {0x30, 0x02, 1, 1}).write(directory);
        assertThat(verify(empty, NOON, List.of()).breaches())
                .anyMatch(why -> why.contains("cannot be checked"));
    }

    @Test
    void a_stamp_older_than_its_checkpoint_says_it_is() throws Exception {
        try (SealedLedger other = new SealedLedger();
                TestAuthority early =
                        new TestAuthority(NOON.minusSeconds(9_000), Duration.ofDays(1))) {
            other.calls(3, NOON);
            early.time(NOON.minusSeconds(7_200));
            new CheckpointCourier(
                            other.database,
                            List.of(
                                    new TimeStampOutlet(
                                            early.address(),
                                            Duration.ofDays(1),
                                            new Random(1),
                                            (id, from, at, token) ->
                                                    CheckpointCourier.keepStamp(
                                                            other.database, id, from, at, token))))
                    .carry(NOON);
            Path file = other.export(directory, request(List.of(early.root().getEncoded())));
            assertThat(other.verify(file).breaches())
                    .anyMatch(why -> why.contains("before the checkpoint's own date"));
        }
    }

    @Test
    void an_authority_that_is_down_is_asked_again_and_sealing_goes_on() {
        authority.down(true);
        it.calls(3, NOON.plusSeconds(200_000));
        assertThat(courier.carry(NOON.plusSeconds(200_100))).isZero();
        assertThat(courier.states().getFirst().failures()).isEqualTo(1);
        assertThat(courier.carry(NOON.plusSeconds(200_101))).isZero();
        assertThat(courier.states().getFirst().failures()).isEqualTo(1);
        authority.down(false);
        authority.time(NOON.plusSeconds(200_110));
        assertThat(courier.carry(NOON.plusSeconds(200_110))).isEqualTo(1);
        assertThat(courier.states().getFirst().failures()).isZero();
    }
}
