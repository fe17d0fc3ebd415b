package org.rightparty.console.office;

import org.rightparty.console.desk.ScreenPop;
import org.rightparty.vocabulary.ConsumerId;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What is masked for whoever does not speak with the person. Blocks.
public interface Unmasking {
    /// Empty when there is nobody of this number.
    Optional<Unmasked> of(ConsumerId consumer);

    /// @param nationalIdLast4 the last digits of the social security number
    record Unmasked(
            List<ScreenPop.Phone> phones,
            Optional<LocalDate> bornOn,
            Optional<String> nationalIdLast4) {
        public Unmasked {
            phones = List.copyOf(phones);
        }

        @Override
        public String toString() {
            return "Unmasked[]";
        }
    }
}
