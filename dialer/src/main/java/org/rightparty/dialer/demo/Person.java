package org.rightparty.dialer.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One demo consumer with everything that a client's placement would tell.
///
/// @param given empty for a business
/// @param bornOn empty for a business
/// @param holds codes of holds that stand, as in `hold.code`; DISPUTE covers the first debt only
public record Person(
        long id,
        String given,
        String family,
        Optional<LocalDate> bornOn,
        String idLast4,
        String language,
        Place place,
        String street,
        Optional<String> email,
        List<Telephone> telephones,
        List<Debt> debts,
        List<String> holds) {
    public Person {
        telephones = List.copyOf(telephones);
        debts = List.copyOf(debts);
        holds = List.copyOf(holds);
    }

    public boolean business() {
        return given.isEmpty();
    }
}
