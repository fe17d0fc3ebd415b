package org.rightparty.dialer.practice;

/// Asterisk's words for the hang-up causes of ITU-T Q.850 that the practice carrier gives.
final class CauseText {
    private CauseText() {}

    static String of(int cause) {
        return switch (cause) {
            case 1 -> "Unallocated (unassigned) number";
            case 16 -> "Normal Clearing";
            case 17 -> "User busy";
            case 19 -> "User alerting, no answer";
            case 20 -> "Subscriber absent";
            case 21 -> "Call Rejected";
            case 26 -> "Answered elsewhere";
            case 34 -> "Circuit/channel congestion";
            default -> "Unknown";
        };
    }
}
