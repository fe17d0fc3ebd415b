package org.rightparty.vocabulary;

import java.time.Duration;

/// What a predictive pace works for. The ceiling on abandonment holds under every aim.
public sealed interface Aim {
    /// As much talk as abandonment at or below `rate` allows.
    record MaximiseTalk(Rate rate) implements Aim {}

    /// Agents wait about so long between calls, and no more is risked than that takes.
    record TargetWait(Duration length) implements Aim {
        public TargetWait {
            if (!length.isPositive()) {
                throw new IllegalArgumentException("a wait is longer than nothing: " + length);
            }
        }
    }

    /// Nobody is abandoned: a call is placed only when an agent will be there for it.
    record NeverAbandon() implements Aim {}

    /// As much talk as the ceiling allows.
    Aim MAXIMISE_TALK = new MaximiseTalk(new Rate(1));
}
