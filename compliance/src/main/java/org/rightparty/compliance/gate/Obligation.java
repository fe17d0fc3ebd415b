package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Duty;

/// What a permit obliges to, and the row it comes from.
///
/// @param code stable code, `MINI_MIRANDA`
/// @param sentence what the agent reads
public record Obligation(
        String code, Duty due, String ruleId, String rulebook, String citation, String sentence) {}
