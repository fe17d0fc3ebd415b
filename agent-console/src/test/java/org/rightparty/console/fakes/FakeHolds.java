package org.rightparty.console.fakes;

import org.rightparty.compliance.holds.HoldOrder;
import org.rightparty.compliance.holds.Holds;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Bars in memory. A bar on a number needs a number, as in the tables.
public final class FakeHolds implements Holds {
    private static final Instant SINCE = Instant.parse("2026-11-01T15:00:00Z");
    private final List<Standing> standing = new CopyOnWriteArrayList<>();
    private final List<HoldOrder> orders = new CopyOnWriteArrayList<>();

    @Override
    public Outcome set(HoldOrder order) {
        if (order.evidence().isBlank()) {
            return new Outcome.Refused("EVIDENCE", "evidence", "Say what it rests on.");
        }
        if (order.bar().reach() == org.rightparty.compliance.holds.Bar.Reach.NUMBER
                && order.phone().isEmpty()) {
            return new Outcome.Refused("PHONE", "phone", "Choose the number.");
        }
        orders.add(order);
        Key key = new Key(Key.Kind.HOLD, orders.size());
        standing.addFirst(
                new Standing(
                        key,
                        order.bar().name(),
                        new ConsumerId(38),
                        Optional.of(order.account()),
                        order.phone(),
                        SINCE,
                        order.until(),
                        order.evidence(),
                        order.source().name(),
                        Optional.of(order.by()),
                        order.times(),
                        order.place()));
        return new Outcome.Done(key);
    }

    @Override
    public Outcome lift(Key key, AgentId officer, String reason, String evidence) {
        standing.removeIf(one -> one.key().equals(key));
        return new Outcome.Done(key);
    }

    @Override
    public List<Standing> standing(AccountId account) {
        return List.copyOf(standing);
    }

    @Override
    public List<Owner> owners(PhoneNumber number) {
        return List.of();
    }

    /// What was set, in order.
    public List<HoldOrder> orders() {
        return List.copyOf(orders);
    }
}
