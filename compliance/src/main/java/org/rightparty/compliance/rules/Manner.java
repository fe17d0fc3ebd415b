package org.rightparty.compliance.rules;

/// How and what for somebody is contacted.
public record Manner(Channel channel, Purpose purpose, Voice voice) {
    /// An agent calls about a debt.
    public static final Manner COLLECTION_CALL =
            new Manner(Channel.VOICE, Purpose.COLLECTION, Voice.LIVE);

    /// An agent connects the consumer to somebody who is no consumer.
    public static final Manner TRANSFER = new Manner(Channel.VOICE, Purpose.TRANSFER, Voice.LIVE);
}
