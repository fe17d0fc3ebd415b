package org.rightparty.dialer.practice;

/// An originate that has not been answered or refused yet.
///
/// @param actionId of the action, repeated in its OriginateResponse
/// @param dialed technology and address as asked for, `PJSIP/+12025550123@trunk`
/// @param context where the dialplan starts once answered
record Outgoing(String actionId, String dialed, String context, String exten) {}
