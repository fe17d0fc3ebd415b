package org.rightparty.compliance.rules;

/// Why a rule does not count a contact, or does not apply to a call. Each row names those it knows.
public enum Excuse {
    /// Direct consent to more calls, for at most seven days (12 CFR 1006.14(b)(3)(i)).
    PRIOR_CONSENT,
    /// The consumer asked to be called then.
    CONSUMER_REQUESTED_CALLBACK,
    /// The number turned out not to be the person's (comment 14(b)(2)(i)-3).
    WRONG_NUMBER,
    /// It answered the consumer's own contact.
    RESPONSE_TO_CONSUMER,
    /// Direct consent to an hour that is otherwise inconvenient (12 CFR 1006.6(b)(4)(i)).
    TIME_CONSENT,
    /// Consent to recorded voices stands for the number (47 CFR 64.1200(a)(3)).
    PRIOR_EXPRESS_CONSENT,
    /// The third party asked to be called again (12 CFR 1006.10(c)).
    THIRD_PARTY_REQUESTED,
    /// The third party's earlier answer is believed wrong or incomplete (12 CFR 1006.10(c)).
    BELIEVED_INCORRECT,
    /// The consumer was tried in vain where and when the row says, as at home in the evening
    /// (ORS 646.639(2)).
    HOME_ATTEMPT_FAILED,
    /// A life or a limb is at stake (47 CFR 64.1200(a)(1)).
    EMERGENCY
}
