package org.rightparty.dialer.call;

import java.util.List;

/// Where a call goes and what has to be done for it, in order.
public record Step(Call next, List<Effect> effects) {
    public Step {
        effects = List.copyOf(effects);
    }

    static Step to(Call next, Effect... effects) {
        return new Step(next, List.of(effects));
    }

    static Step stay(Call call) {
        return new Step(call, List.of());
    }
}
