package org.rightparty.dialer;

import org.rightparty.compliance.ledger.SigningKey;
import org.rightparty.compliance.offsite.Outlet;
import org.rightparty.compliance.offsite.TimeStampOutlet;
import org.rightparty.compliance.postgres.CheckpointCourier;
import org.rightparty.compliance.postgres.ErasureWork;
import org.rightparty.compliance.postgres.LedgerState;
import org.rightparty.compliance.postgres.PostgresRecordings;
import org.rightparty.compliance.postgres.Sealer;
import org.rightparty.compliance.proof.KeyFile;
import org.rightparty.compliance.vault.Vault;
import org.rightparty.dialer.metrics.LedgerMetrics;
import org.rightparty.dialer.postgres.PostgresTables;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Seals the ledger once a second and sends its checkpoints where they are to go.
public final class LedgerOffice implements AutoCloseable {
    private static final int SEAL_SECONDS = 1;
    private static final int CARRY_SECONDS = 5;
    private static final int LOOK_SECONDS = 15;
    private static final int KEEP_SECONDS = 10;
    private static final int EXPIRE_SECONDS = 600;
    private static final Duration SEALED_WITHIN = Duration.ofMinutes(2);

    private final PostgresTables tables;
    private final Sealer sealer;
    private final CheckpointCourier courier;
    private final SigningKey key;
    private final Vault vault;
    private final Housekeeping work = new Housekeeping();
    private volatile Instant sealedAt = Clocks.WALL.instant();

    private LedgerOffice(
            PostgresTables tables,
            SigningKey key,
            Vault vault,
            Sealer sealer,
            CheckpointCourier courier) {
        this.tables = tables;
        this.vault = vault;
        this.key = key;
        this.sealer = sealer;
        this.courier = courier;
    }

    /// Opens the key, which is made at the first start, and does nothing yet.
    public static LedgerOffice open(LedgerSettings settings, PostgresTables tables) {
        SigningKey key = KeyFile.open(settings.key(), "rightparty-" + tables.mark());
        Sealer sealer =
                new Sealer(tables.database(), tables.entries(), key, tables::rulebooksSha256);
        return new LedgerOffice(
                tables,
                key,
                vault(settings),
                sealer,
                new CheckpointCourier(tables.database(), outlets(settings, tables)));
    }

    /// Its key is made at the first start, beside the ledger's.
    static Vault vault(LedgerSettings settings) {
        return Vault.open(settings.key().resolveSibling("vault.key"), settings.vault());
    }

    private static List<Outlet> outlets(LedgerSettings settings, PostgresTables tables) {
        List<Outlet> outlets = new ArrayList<>(settings.outlets());
        settings.stamps()
                .ifPresent(stamps ->
                        outlets.add(
                                new TimeStampOutlet(
                                        stamps.authority(),
                                        stamps.every(),
                                        new SecureRandom(),
                                        (checkpoint, authority, at, token) ->
                                                CheckpointCourier.keepStamp(
                                                        tables.database(),
                                                        checkpoint,
                                                        authority,
                                                        at,
                                                        token))));
        return outlets;
    }

    /// From now on, again and again.
    void work(LedgerMetrics metrics) {
        work.every(SEAL_SECONDS, "seal", this::seal);
        work.every(CARRY_SECONDS, "checkpoints", () -> courier.carry(Clocks.WALL.instant()));
        work.every(LOOK_SECONDS, "ledger figures", () -> tell(metrics));
        PostgresRecordings recordings =
                new PostgresRecordings(tables.database(), tables.entries(), vault);
        work.every(KEEP_SECONDS, "recordings", () -> recordings.keep(Clocks.WALL.instant()));
        work.every(
                KEEP_SECONDS,
                "older recordings",
                () -> recordings.keepOlder(Clocks.WALL.instant()));
        work.every(
                EXPIRE_SECONDS, "recordings' end", () -> recordings.expire(Clocks.WALL.instant()));
        ErasureWork eraser =
                new ErasureWork(
                        tables.database(),
                        tables.entries(),
                        vault,
                        text -> key.sign(text).format());
        work.every(KEEP_SECONDS, "erasures", () -> eraser.work(Clocks.WALL.instant()));
    }

    /// Seals all that waits.
    public int seal() {
        int sealed = sealer.seal(Clocks.WALL.instant());
        sealedAt = Clocks.WALL.instant();
        return sealed;
    }

    private void tell(LedgerMetrics metrics) {
        Instant now = Clocks.WALL.instant();
        LedgerState state = LedgerState.read(tables.database());
        metrics.unsealed(state.unsealed(), state.oldestAge(now));
        metrics.checkpointAge(state.checkpointAge(now));
        courier.states()
                .forEach(copy ->
                        metrics.copies(
                                copy.outlet(),
                                copy.failures(),
                                copy.deliveredAt().map(at -> Duration.between(at, now))));
    }

    /// Whether sealing goes on.
    boolean works() {
        return Clocks.WALL.instant().isBefore(sealedAt.plus(SEALED_WITHIN));
    }

    /// What outsiders need to check signatures.
    public String verifierKey() {
        return key.verifier().format();
    }

    @Override
    public void close() {
        work.close();
    }
}
