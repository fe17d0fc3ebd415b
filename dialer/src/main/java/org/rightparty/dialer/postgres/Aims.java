package org.rightparty.dialer.postgres;

import org.jspecify.annotations.Nullable;
import org.rightparty.vocabulary.Aim;
import org.rightparty.vocabulary.Rate;

import java.time.Duration;

/// A campaign's aim, in its columns.
final class Aims {
    private Aims() {}

    static Aim of(String code, @Nullable Integer ratePpm, @Nullable Integer waitSeconds) {
        if (code.equals("NEVER_ABANDON")) {
            return new Aim.NeverAbandon();
        } else if (waitSeconds != null) {
            return new Aim.TargetWait(Duration.ofSeconds(waitSeconds));
        } else if (ratePpm != null) {
            return new Aim.MaximiseTalk(Rate.ofPartsPerMillion(ratePpm));
        } else {
            return Aim.MAXIMISE_TALK;
        }
    }

    static String code(Aim aim) {
        return switch (aim) {
            case Aim.MaximiseTalk _ -> "MAXIMISE_TALK";
            case Aim.TargetWait _ -> "TARGET_WAIT";
            case Aim.NeverAbandon _ -> "NEVER_ABANDON";
        };
    }

    /// Absent when the campaign's ceiling is the limit.
    static @Nullable Integer ratePpm(Aim aim) {
        return aim instanceof Aim.MaximiseTalk(Rate rate) && rate.value() < 1
                ? (int) Math.round(rate.value() * 1e6)
                : null;
    }

    static @Nullable Integer waitSeconds(Aim aim) {
        return aim instanceof Aim.TargetWait(Duration length) ? (int) length.toSeconds() : null;
    }
}
