package org.rightparty.dialer.placement;

/// What became of one text of a file: a value, or why not and how to mend it.
public sealed interface Parsed<T> {

    record Value<T>(T value) implements Parsed<T> {}

    record Wrong<T>(String reason, String mend) implements Parsed<T> {}

    static <T> Parsed<T> of(T value) {
        return new Value<>(value);
    }

    static <T> Parsed<T> wrong(String reason, String mend) {
        return new Wrong<>(reason, mend);
    }
}
