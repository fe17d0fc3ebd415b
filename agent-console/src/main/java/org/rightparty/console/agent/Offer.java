package org.rightparty.console.agent;

import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.PhoneId;

/// An account shown to an agent before anything is dialed. Not a permit: the gate decides when the
/// agent dials.
///
/// @param why one sentence on why this account is offered now
public record Offer(
        ConsumerId consumer, AccountId account, PhoneId phone, DialPath path, String why) {}
