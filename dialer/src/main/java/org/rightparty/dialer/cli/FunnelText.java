package org.rightparty.dialer.cli;

import org.rightparty.console.office.Funnel;

import java.io.PrintWriter;
import java.util.Locale;

/// From all accounts of a campaign to those that may be dialed now, a line for each reason.
final class FunnelText {
    private FunnelText() {}

    static void print(Funnel funnel, PrintWriter out) {
        line(out, funnel.accounts(), "accounts of campaign " + funnel.campaign());
        for (Funnel.Step step : funnel.steps()) {
            line(out, -step.accounts(), step.words() + " (" + step.code() + ")");
        }
        line(out, funnel.dialable(), "may be dialed now, " + Times.at(funnel.at()));
    }

    private static void line(PrintWriter out, long accounts, String what) {
        out.printf(Locale.ROOT, "%,12d  %s%n", accounts, what);
    }
}
