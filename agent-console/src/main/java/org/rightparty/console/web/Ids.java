package org.rightparty.console.web;

import java.util.function.LongFunction;

/// Numbers that pages and programs send, as ids.
final class Ids {
    private Ids() {}

    /// @throws WireJson.Malformed when it is below 1, which no id is
    static <T> T of(LongFunction<T> kind, long number) {
        if (number < 1) {
            throw new WireJson.Malformed("not an id");
        } else {
            return kind.apply(number);
        }
    }
}
