package org.rightparty.console.web;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.rightparty.vocabulary.Aim;
import org.rightparty.vocabulary.Rate;

import java.time.Duration;

/// What a campaign's pace works for, as the page reads and writes it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WireAim.MaximiseTalk.class, name = "maximiseTalk"),
    @JsonSubTypes.Type(value = WireAim.TargetWait.class, name = "targetWait"),
    @JsonSubTypes.Type(value = WireAim.NeverAbandon.class, name = "neverAbandon")
})
public sealed interface WireAim {
    int WAIT_SECONDS_MAX = 600;
    double RATE_MAX = 0.1;

    /// @param rate abandonment to stay under, a share up to 0.1; 1 for the campaign's ceiling
    record MaximiseTalk(double rate) implements WireAim {
        public MaximiseTalk {
            if (rate != 1 && !(rate >= 0.000001 && rate <= RATE_MAX)) {
                throw new IllegalArgumentException("rate: a share above 0, up to 0.1, or 1");
            }
        }
    }

    /// @param seconds between calls, 1 to 600
    record TargetWait(int seconds) implements WireAim {
        public TargetWait {
            if (seconds < 1 || seconds > WAIT_SECONDS_MAX) {
                throw new IllegalArgumentException("seconds: 1 to 600");
            }
        }
    }

    record NeverAbandon() implements WireAim {}

    static WireAim of(Aim aim) {
        return switch (aim) {
            case Aim.MaximiseTalk a -> new MaximiseTalk(a.rate().value());
            case Aim.TargetWait a -> new TargetWait((int) a.length().toSeconds());
            case Aim.NeverAbandon _ -> new NeverAbandon();
        };
    }

    /// The same in the core's words.
    default Aim toCore() {
        return switch (this) {
            case MaximiseTalk a -> new Aim.MaximiseTalk(new Rate(a.rate()));
            case TargetWait a -> new Aim.TargetWait(Duration.ofSeconds(a.seconds()));
            case NeverAbandon _ -> new Aim.NeverAbandon();
        };
    }
}
