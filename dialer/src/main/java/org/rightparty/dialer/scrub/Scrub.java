package org.rightparty.dialer.scrub;

import org.rightparty.compliance.holds.Bar;
import org.rightparty.compliance.holds.HoldOrder;
import org.rightparty.compliance.holds.Holds;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.PhoneId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Sets what a scrub file says. The same file twice changes nothing.
public final class Scrub implements Consumer<ScrubRow> {
    private static final int SHOWN_MAX = 100;

    private final Holds holds;
    private final AgentId by;
    private final List<ScrubRow.Refused> shown = new ArrayList<>();
    private long rows;
    private long standing;
    private long nobody;
    private long refused;

    public Scrub(Holds holds, AgentId by) {
        this.holds = holds;
        this.by = by;
    }

    /// @param standing bars that stand now for rows of the file, set or already there
    /// @param nobody rows of which nobody is here
    /// @param shown the first hundred of the refused
    public record Tally(
            long rows, long standing, long nobody, long refused, List<ScrubRow.Refused> shown) {}

    public Tally tally() {
        return new Tally(rows, standing, nobody, refused, List.copyOf(shown));
    }

    @Override
    public void accept(ScrubRow row) {
        rows++;
        switch (row) {
            case ScrubRow.Refused r -> refuse(r);
            case ScrubRow.Usable u -> set(u);
        }
    }

    private void refuse(ScrubRow.Refused row) {
        refused++;
        if (shown.size() < SHOWN_MAX) {
            shown.add(row);
        }
    }

    private void set(ScrubRow.Usable row) {
        List<HoldOrder> orders = orders(row);
        if (orders.isEmpty()) {
            nobody++;
        }
        for (HoldOrder order : orders) {
            switch (holds.set(order)) {
                case Holds.Outcome.Done _ -> standing++;
                case Holds.Outcome.Refused r when r.code().equals("UNKNOWN_ACCOUNT") -> nobody++;
                case Holds.Outcome.Refused r ->
                        refuse(new ScrubRow.Refused(row.row(), r.sentence()));
            }
        }
    }

    private List<HoldOrder> orders(ScrubRow.Usable row) {
        if (row.account().isPresent()) {
            return List.of(order(row, row.account().get(), Optional.empty()));
        }
        List<HoldOrder> orders = new ArrayList<>();
        Optional<PhoneId> last = Optional.empty();
        for (Holds.Owner owner : holds.owners(row.number().orElseThrow())) {
            Optional<PhoneId> phone = Optional.of(owner.phone());
            if (row.bar().reach() == Bar.Reach.ACCOUNT || !last.equals(phone)) {
                orders.add(order(row, owner.account(), phone));
            }
            last = phone;
        }
        return orders;
    }

    private HoldOrder order(ScrubRow.Usable row, AccountId account, Optional<PhoneId> phone) {
        return new HoldOrder(
                row.bar(),
                account,
                phone,
                row.until(),
                row.evidence(),
                HoldOrder.Source.FILE,
                by,
                Optional.empty(),
                row.times(),
                row.place());
    }
}
