package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.CONSUMER;

import org.junit.jupiter.api.Test;
import org.rightparty.compliance.holds.Barred;
import org.rightparty.database.Database;
import org.rightparty.database.DatabaseConfig;
import org.rightparty.database.SilentWire;
import org.rightparty.database.TestDatabase;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

class BarListenerTest {
    private final Office office = new Office();
    private final DatabaseConfig.External direct = TestDatabase.ownersConfig(office.database);
    private final BlockingQueue<Barred> heard = new LinkedBlockingQueue<>();

    /// Nothing comes over a wire that was cut in silence, and nothing says so.
    @Test
    void hears_again_by_itself_after_its_wire_was_cut_without_a_word() throws InterruptedException {
        try (SilentWire wire = SilentWire.to(direct);
                Database far = Database.open(wire.through(direct, 1));
                BarListener bars = BarListener.start(far, heard::add)) {
            assertThat(bars).isNotNull();
            assertThat(hearsWithin(10)).as("before").isTrue();
            wire.cut();
            heard.clear();
            assertThat(hearsWithin(30)).as("after").isTrue();
        } finally {
            office.close();
        }
    }

    @Test
    void hears_again_after_whoever_is_told_erred() throws InterruptedException {
        AtomicBoolean errs = new AtomicBoolean(true);
        BarListener.Listener fragile =
                bar -> {
                    if (errs.getAndSet(false)) {
                        throw new StackOverflowError();
                    }
                    heard.add(bar);
                };
        try (BarListener bars = BarListener.start(office.database, fragile)) {
            assertThat(bars).isNotNull();
            assertThat(hearsWithin(10)).isTrue();
            assertThat(errs).isFalse();
        } finally {
            office.close();
        }
    }

    /// Bars somebody each second until one of them is heard.
    private boolean hearsWithin(int seconds) throws InterruptedException {
        for (int tries = 0; tries < seconds; tries++) {
            Office.Debtor debtor = office.debtor();
            office.transact(tx ->
                    tx.update(CONSUMER)
                            .set(CONSUMER.MINOR, true)
                            .where(CONSUMER.ID.eq(debtor.consumer()))
                            .execute());
            if (heard.poll(1, TimeUnit.SECONDS) != null) {
                return true;
            }
        }
        return false;
    }
}
