package org.rightparty.dialer.demo;

import org.rightparty.dialer.demo.Debt.Entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Makes debts whose entries add up and whose dates are in order.
final class Debts {
    /// Every debt was with us before the calls that the hard cases need.
    private static final int PLACED_DAYS_LEAST = 15;

    private static final int PAID_SOME_HUNDREDTHS = 15;
    private static final int LIMITATION_YEARS = 6;

    private Debts() {}

    /// Past due 30 to 180 days (45 %), to two years (40 %), or longer (15 %, some past the time to
    /// sue).
    static Debt debt(
            long id, DebtType type, long placedMinor, LocalDate today, RandomGenerator chance) {
        int share = chance.nextInt(100);
        int pastDue =
                share < 45
                        ? chance.nextInt(30, 181)
                        : share < 85 ? chance.nextInt(181, 731) : chance.nextInt(731, 2600);
        LocalDate delinquent = today.minusDays(pastDue);
        LocalDate placed =
                today.minusDays(chance.nextInt(PLACED_DAYS_LEAST, Math.min(pastDue, 120)));
        return new Debt(
                id,
                "%s-%08d".formatted(type.name().substring(0, 2), id),
                type,
                placedMinor,
                entries(placedMinor, placed, today, chance),
                delinquent.minusDays(chance.nextInt(90, 2500)),
                delinquent,
                pastDue > 180 ? Optional.of(delinquent.plusDays(180)) : Optional.empty(),
                chance.nextInt(3) == 0
                        ? Optional.empty()
                        : Optional.of(delinquent.minusDays(chance.nextInt(5, 60))),
                delinquent.plusYears(LIMITATION_YEARS),
                placed);
    }

    private static List<Entry> entries(
            long placedMinor, LocalDate placed, LocalDate today, RandomGenerator chance) {
        List<Entry> entries = new ArrayList<>(placement(placedMinor, placed, chance));
        if (placedMinor > 5_000 && chance.nextInt(100) < PAID_SOME_HUNDREDTHS) {
            long days = Math.max(1, today.toEpochDay() - placed.toEpochDay());
            long paid = Math.max(500, placedMinor / chance.nextInt(8, 25));
            entries.add(
                    new Entry(
                            "PAYMENT", "PRINCIPAL", -paid, placed.plusDays(chance.nextLong(days))));
        }
        return entries;
    }

    private static List<Entry> placement(
            long placedMinor, LocalDate placed, RandomGenerator chance) {
        long interest = placedMinor > 10_000 ? placedMinor * chance.nextInt(0, 12) / 100 : 0;
        long fee = placedMinor > 20_000 && chance.nextBoolean() ? 3_500 : 0;
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("PLACEMENT", "PRINCIPAL", placedMinor - interest - fee, placed));
        if (interest > 0) {
            entries.add(new Entry("PLACEMENT", "INTEREST", interest, placed));
        }
        if (fee > 0) {
            entries.add(new Entry("PLACEMENT", "FEE", fee, placed));
        }
        return entries;
    }

    /// The same debt with nothing but one placement entry of `amountMinor`.
    static Debt of(Debt debt, long amountMinor) {
        return new Debt(
                debt.id(),
                debt.clientNumber(),
                debt.type(),
                amountMinor,
                List.of(new Entry("PLACEMENT", "PRINCIPAL", amountMinor, debt.placed())),
                debt.opened(),
                debt.delinquent(),
                debt.chargedOff(),
                debt.lastPaid(),
                debt.limitation(),
                debt.placed());
    }
}
