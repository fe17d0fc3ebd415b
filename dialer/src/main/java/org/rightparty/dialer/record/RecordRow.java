package org.rightparty.dialer.record;

import org.rightparty.compliance.facts.Fact;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A row of a file of facts, by its number in the file; the header is row 1.
public sealed interface RecordRow {
    long row();

    /// One that can be read.
    ///
    /// @param account whose; empty when the number alone says it
    /// @param fact made when it is known which of the person's numbers is meant
    /// @param cells what stood in it, by column
    record Usable(
            long row,
            Optional<AccountId> account,
            Optional<PhoneNumber> number,
            String evidence,
            Function<Optional<PhoneId>, Fact> fact,
            Map<String, String> cells)
            implements RecordRow {
        public Usable {
            cells = Map.copyOf(cells);
        }

        @Override
        public String toString() {
            return "Usable[row=" + row + "]";
        }
    }

    /// @param field the column
    /// @param value what stood there
    record Refused(long row, String field, String value, String reason, String mend)
            implements RecordRow {
        @Override
        public String toString() {
            return "Refused[row=" + row + ", field=" + field + "]";
        }
    }
}
