package org.rightparty.console.desk;

import java.util.List;

/// What came of an intent.
public sealed interface Answer {
    /// Done, or under way: the next snapshot shows it.
    record Accepted() implements Answer {}

    /// Not done.
    ///
    /// @param code stable code, `NOT_IN_THIS_STATE`
    /// @param sentence what the agent reads, with the mend
    /// @param faults what is wrong with which field of a form; empty when it is not a form's fault
    record Declined(String code, String sentence, List<Fault> faults) implements Answer {
        public Declined {
            faults = List.copyOf(faults);
        }

        public static Declined because(String code, String sentence) {
            return new Declined(code, sentence, List.of());
        }
    }

    /// One field of a form and what to do about it.
    record Fault(String field, String sentence) {}
}
