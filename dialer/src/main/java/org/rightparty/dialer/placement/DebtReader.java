package org.rightparty.dialer.placement;

import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.placement.Placement.Buckets;
import org.rightparty.dialer.placement.Placement.Dates;
import org.rightparty.dialer.placement.Placement.Debt;
import org.rightparty.dialer.placement.Placement.Itemization;

import java.time.LocalDate;
import java.util.stream.Stream;

/// Reads what is owed and checks that it adds up:
///
/// balance = itemization amount + interest + fees − payments − credits since then, and, when the
/// file names the parts, balance = principal + interest + fees + costs.
final class DebtReader {
    private final Cells cells;
    private final LocalDate today;

    DebtReader(Cells cells, LocalDate today) {
        this.cells = cells;
        this.today = today;
    }

    static boolean hasChanges(Cells cells) {
        return Stream.of("interest_since", "fees_since", "payments_since", "credits_since")
                .anyMatch(cells::has);
    }

    Debt debt() {
        String type = cells.requiredCode("debt_type", Codes.DEBT_TYPES);
        String original = cells.requiredText("original_creditor");
        String current = cells.requiredText("current_creditor");
        Itemization itemization = itemization();
        long balance = balance(itemization);
        Buckets buckets = buckets(balance, itemization);
        cells.pastDate("service_on");
        return new Debt(
                type,
                original,
                current,
                balance,
                itemization,
                buckets,
                dates(),
                cells.amount("last_paid_amount"),
                cells.text("documents"),
                frequencyGroup(type));
    }

    /// Only student loans may count as one (12 CFR 1006.14(b)(4)); a consent for one of them is for
    /// all.
    private String frequencyGroup(String type) {
        String group = cells.text("frequency_group");
        if (!group.isEmpty() && cells.faultless("debt_type") && !type.equals("STUDENT")) {
            cells.refuse(
                    "frequency_group",
                    "only student loans count as one debt",
                    "leave it empty, or correct debt_type to STUDENT");
        }
        return group;
    }

    private Itemization itemization() {
        cells.requiredText("itemization_date");
        cells.requiredText("itemization_amount");
        String kind = cells.requiredCode("itemization_type", Codes.ITEMIZATION_KINDS);
        LocalDate on = cells.pastDate("itemization_date");
        return new Itemization(
                on == null ? Cells.EARLIEST : on,
                kind,
                cells.amountOrZero("itemization_amount"),
                cells.amountOrZero("interest_since"),
                cells.amountOrZero("fees_since"),
                cells.amountOrZero("payments_since"),
                cells.amountOrZero("credits_since"));
    }

    /// Sums are compared only when every part could be read.
    private long balance(Itemization itemization) {
        boolean partsSound =
                cells.has("itemization_amount")
                        && cells.faultless(
                                "itemization_amount",
                                "interest_since",
                                "fees_since",
                                "payments_since",
                                "credits_since");
        cells.requiredText("balance");
        Long balance = cells.amount("balance");
        if (balance == null) {
            return 0;
        } else if (balance == 0) {
            cells.refuse("balance", "not above zero", "place only what is owed");
        } else if (partsSound && balance != itemization.sum()) {
            cells.refuse(
                    "balance",
                    "the itemization adds up to " + dollars(itemization.sum()),
                    "correct the balance or the amounts since the itemization date");
        }
        return balance;
    }

    private Buckets buckets(long balance, Itemization itemization) {
        boolean named =
                Stream.of("principal_part", "interest_part", "fee_part", "cost_part")
                        .anyMatch(cells::has);
        if (!named) {
            return Buckets.of(balance, itemization);
        }
        Buckets buckets =
                new Buckets(
                        cells.amountOrZero("principal_part"),
                        cells.amountOrZero("interest_part"),
                        cells.amountOrZero("fee_part"),
                        cells.amountOrZero("cost_part"));
        if (buckets.sum() != balance
                && cells.faultless(
                        "balance", "principal_part", "interest_part", "fee_part", "cost_part")) {
            cells.refuse(
                    "balance",
                    "the parts add up to " + dollars(buckets.sum()),
                    "correct the balance or its parts");
        }
        return buckets;
    }

    private Dates dates() {
        return new Dates(
                cells.pastDate("opened_on"),
                cells.pastDate("delinquent_on"),
                cells.pastDate("charged_off_on"),
                cells.pastDate("last_paid_on"),
                limitation());
    }

    private @Nullable LocalDate limitation() {
        LocalDate limitation = cells.anyDate("limitation_on");
        boolean flagged = cells.flag("statute_barred");
        if (limitation != null && limitation.isBefore(today) && !flagged) {
            cells.refuse(
                    "limitation_on",
                    "the limitation has run out and the row is not flagged",
                    "set statute_barred to Y, or correct the date");
        }
        return limitation;
    }

    private static String dollars(long minor) {
        String sign = minor < 0 ? "-" : "";
        return sign + "%d.%02d".formatted(Math.abs(minor) / 100, Math.abs(minor) % 100);
    }
}
