package org.rightparty.dialer.record;

import org.rightparty.compliance.facts.FactOrder;
import org.rightparty.compliance.facts.Facts;
import org.rightparty.compliance.facts.Facts.Outcome;
import org.rightparty.compliance.holds.HoldOrder;
import org.rightparty.compliance.holds.Holds;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Records what a file of facts says. The same file twice changes nothing.
///
/// A look-up is recorded with everybody who has the number; anything else with one person, whom a
/// number that several have does not name.
public final class Records {
    private static final int SHOWN_MAX = 100;

    private final Facts facts;
    private final Holds holds;
    private final AgentId by;
    private final List<RecordRow.Refused> shown = new ArrayList<>();
    private long rows;
    private long recorded;
    private long known;
    private long nobody;
    private long refused;

    /// @param holds knows whose a number is
    public Records(Facts facts, Holds holds, AgentId by) {
        this.facts = facts;
        this.holds = holds;
        this.by = by;
    }

    /// @param known facts that were there already
    /// @param nobody rows whose number nobody here has
    /// @param shown the first hundred of the refused
    public record Tally(
            long rows,
            long recorded,
            long known,
            long nobody,
            long refused,
            List<RecordRow.Refused> shown) {}

    public Tally record(List<RecordRow> file) {
        for (RecordRow row : file) {
            rows++;
            switch (row) {
                case RecordRow.Refused r -> refuse(r);
                case RecordRow.Usable u -> record(u);
            }
        }
        return new Tally(rows, recorded, known, nobody, refused, List.copyOf(shown));
    }

    private void refuse(RecordRow.Refused row) {
        refused++;
        if (shown.size() < SHOWN_MAX) {
            shown.add(row);
        }
    }

    private void refuse(RecordRow.Usable row, String field, String reason, String mend) {
        String column = field.equals("from") ? "hours_from" : field;
        String value = row.cells().getOrDefault(column, "");
        refuse(new RecordRow.Refused(row.row(), column, value, reason, mend));
    }

    private void record(RecordRow.Usable row) {
        if (row.number().isEmpty()) {
            record(row, row.account().orElseThrow(), Optional.empty());
            return;
        }
        Map<PhoneId, AccountId> lines = lines(row, row.number().get());
        boolean everybody = row.cells().getOrDefault("kind", "").equalsIgnoreCase("LOOK_UP");
        if (lines.isEmpty() && row.account().isPresent()) {
            refuse(row, "number", "This number is not this person's.", "Give one of hers.");
        } else if (lines.isEmpty()) {
            nobody++;
        } else if (lines.size() > 1 && !everybody) {
            refuse(row, "number", "Several persons have this number.", "Give the account too.");
        } else {
            lines.forEach((phone, account) -> record(row, account, Optional.of(phone)));
        }
    }

    /// The number as each person's who is meant, with the account that was given, or the first.
    private Map<PhoneId, AccountId> lines(RecordRow.Usable row, PhoneNumber number) {
        Map<PhoneId, AccountId> lines = new LinkedHashMap<>();
        for (Holds.Owner owner : holds.owners(number)) {
            if (row.account().filter(account -> !account.equals(owner.account())).isEmpty()) {
                lines.putIfAbsent(owner.phone(), owner.account());
            }
        }
        return lines;
    }

    private void record(RecordRow.Usable row, AccountId account, Optional<PhoneId> phone) {
        Outcome outcome =
                facts.record(
                        new FactOrder(
                                row.fact().apply(phone),
                                account,
                                row.evidence(),
                                HoldOrder.Source.FILE,
                                by));
        switch (outcome) {
            case Outcome.Recorded _ -> recorded++;
            case Outcome.KnownAlready _ -> known++;
            case Outcome.Refused r -> refuse(row, r.field(), r.reason(), r.mend());
        }
    }
}
