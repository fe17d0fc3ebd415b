package org.rightparty.dialer.scrub;

/// A row says nothing usable.
final class ScrubFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String sentence;

    /// @param sentence what to mend; nothing of the row itself
    ScrubFault(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
