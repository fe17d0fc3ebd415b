package org.rightparty.dialer.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One debt of a demo consumer.
///
/// @param placedMinor balance when placed, in cents: the sum of the PLACEMENT entries
/// @param entries every change of the balance, oldest first
/// @param opened when the credit was opened
/// @param chargedOff empty while the creditor still carries it
/// @param limitation when the time to sue runs out
/// @param placed when the client placed it with us
public record Debt(
        long id,
        String clientNumber,
        DebtType type,
        long placedMinor,
        List<Entry> entries,
        LocalDate opened,
        LocalDate delinquent,
        Optional<LocalDate> chargedOff,
        Optional<LocalDate> lastPaid,
        LocalDate limitation,
        LocalDate placed) {
    public Debt {
        entries = List.copyOf(entries);
    }

    /// A change of the balance.
    ///
    /// @param kind as in `balance_entry.kind`
    /// @param bucket as in `balance_entry.bucket`
    public record Entry(String kind, String bucket, long amountMinor, LocalDate on) {}

    /// What it stands at after all entries.
    public long balanceMinor() {
        return entries.stream().mapToLong(Entry::amountMinor).sum();
    }

    /// The principal as placed: what stood on the itemization date; interest and fees came after.
    public long itemizedMinor() {
        return entries.stream()
                .filter(entry -> entry.kind().equals("PLACEMENT"))
                .filter(entry -> entry.bucket().equals("PRINCIPAL"))
                .mapToLong(Entry::amountMinor)
                .sum();
    }
}
