package org.rightparty.dialer.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Makes the n-th person of a portfolio from the seed and n alone.
public final class PersonMaker {
    /// Ids of one person's debts and telephones lie in blocks of these sizes, so that any person
    /// can be made without making those before.
    static final int DEBTS_MAX = 3;

    static final int TELEPHONES_MAX = 6;

    private static final double ELSEWHERE = 0.15;
    private static final double SPANISH = 0.12;
    private static final double BUSINESS = 0.03;
    private static final double CONSENTED = 0.85;
    private static final List<String> HOLD_CODES =
            List.of(
                    "CEASE",
                    "ATTORNEY",
                    "BANKRUPTCY",
                    "DECEASED",
                    "DISPUTE",
                    "SCRA",
                    "IDENTITY_THEFT");

    /// Of a thousand people, in the order above.
    private static final int[] HOLD_SHARES = {15, 12, 10, 7, 20, 2, 2};

    private final Places places;
    private final NumberPlan numbers;
    private final long seed;
    private final LocalDate today;
    private final int telephonesMost;

    /// @param telephonesMost the most numbers a person has, 1 to 6
    public PersonMaker(
            Places places, NumberPlan numbers, long seed, LocalDate today, int telephonesMost) {
        this.places = places;
        this.numbers = numbers;
        this.seed = seed;
        this.today = today;
        this.telephonesMost = telephonesMost;
    }

    /// How many debts the n-th person has: of a hundred people 72 have one, 19 two, 9 three.
    public static int debts(long n) {
        long turn = n * 37 % 100;
        return turn < 72 ? 1 : turn < 91 ? 2 : DEBTS_MAX;
    }

    /// @param ids where the ids of this portfolio begin
    public Person make(long n, Ids ids) {
        RandomGenerator chance = new SplittableRandom(seed * 1_000_003 + n);
        Place place = places.any(chance);
        boolean business = chance.nextDouble() < BUSINESS;
        String given = business ? "" : Names.given(chance);
        String family = Names.family(chance);
        return new Person(
                ids.consumers() + n,
                given,
                business ? family + " & Daughters LLC" : family,
                business ? Optional.empty() : Optional.of(birthday(chance)),
                "%04d".formatted(chance.nextInt(10_000)),
                chance.nextDouble() < SPANISH ? "es" : "en",
                place,
                Names.street(chance),
                email(given, family, n, chance),
                telephones(ids.telephones() + n * TELEPHONES_MAX, place, business, chance),
                debtsOf(ids.debts() + n * DEBTS_MAX, debts(n), chance),
                holds(business, chance));
    }

    /// The first id of each kind.
    public record Ids(long consumers, long debts, long telephones) {}

    private LocalDate birthday(RandomGenerator chance) {
        return today.minusDays(chance.nextInt(20 * 365, 82 * 365));
    }

    private static Optional<String> email(
            String given, String family, long n, RandomGenerator chance) {
        String address =
                (given + "." + family + n).toLowerCase(Locale.ROOT).replace("-", "")
                        + "@mail.example";
        return chance.nextInt(100) < 45 && !given.isEmpty()
                ? Optional.of(address)
                : Optional.empty();
    }

    private List<Telephone> telephones(
            long firstId, Place place, boolean business, RandomGenerator chance) {
        int count = Math.min(telephonesMost, 1 + chance.nextInt(3) + chance.nextInt(3));
        List<Telephone> telephones = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            telephones.add(telephone(firstId + i, i + 1, home(place, chance), business, chance));
        }
        return telephones;
    }

    /// Mobile numbers move with people, so some point to another state. The islands' do not: who
    /// may be called when the mainland sleeps must not be lost to a stray area code.
    private Place home(Place place, RandomGenerator chance) {
        boolean island = List.of("GU", "MP", "AS", "HI", "PR", "VI").contains(place.region());
        return !island && chance.nextDouble() < ELSEWHERE ? places.any(chance) : place;
    }

    private Telephone telephone(
            long id, int rank, Place from, boolean business, RandomGenerator chance) {
        boolean mobile = chance.nextDouble() < 0.62;
        int luck = chance.nextInt(100);
        String source = rank == 1 || luck < 70 ? "CLIENT" : luck < 80 ? "CONSUMER" : "SKIP_VENDOR";
        String usable = usable(chance.nextInt(100));
        return new Telephone(
                id,
                numbers.next(Names.pick(from.areaCodes(), chance), id),
                mobile ? "MOBILE" : chance.nextInt(8) == 0 ? "VOIP" : "LANDLINE",
                business || chance.nextInt(9) == 0 ? "WORK" : mobile ? "MOBILE" : "HOME",
                source,
                rank,
                usable,
                !source.equals("SKIP_VENDOR") && chance.nextDouble() < CONSENTED);
    }

    private static String usable(int hundredth) {
        return hundredth < 6
                ? "DISCONNECTED"
                : hundredth < 10 ? "WRONG" : hundredth < 30 ? "VERIFIED" : "UNVERIFIED";
    }

    private List<Debt> debtsOf(long firstId, int count, RandomGenerator chance) {
        List<Debt> debts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            DebtType type = DebtType.any(chance);
            debts.add(Debts.debt(firstId + i, type, type.amount(chance), today, chance));
        }
        return debts;
    }

    private static List<String> holds(boolean business, RandomGenerator chance) {
        int rest = chance.nextInt(1000);
        for (int i = 0; i < HOLD_SHARES.length; i++) {
            rest -= HOLD_SHARES[i];
            if (rest < 0) {
                return business ? List.of() : List.of(HOLD_CODES.get(i));
            }
        }
        return List.of();
    }
}
