package org.rightparty.compliance.gate;

/// One reason why a call may not be placed: the rule row it comes from and what that rests on.
///
/// @param code stable code for machines, `OUTSIDE_HOURS`
/// @param ruleId the row in the rulebook, `US-FED-HRS`
/// @param rulebook name and version of the book
/// @param citation the paragraph of the law, or the house's policy
/// @param sentence what the agent reads
public record Refusal(
        String code, String ruleId, String rulebook, String citation, String sentence) {}
