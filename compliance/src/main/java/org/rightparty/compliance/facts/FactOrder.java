package org.rightparty.compliance.facts;

import org.rightparty.compliance.holds.HoldOrder;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;

/// A fact to be recorded.
///
/// @param account whose consumer it is of, and the debt where it is about one
/// @param evidence what it rests on, in words; kept with the fact, never in the ledger
public record FactOrder(
        Fact fact, AccountId account, String evidence, HoldOrder.Source source, AgentId by) {}
