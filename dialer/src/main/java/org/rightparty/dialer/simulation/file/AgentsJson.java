package org.rightparty.dialer.simulation.file;

import org.rightparty.dialer.simulation.Scenario.Agents;
import org.rightparty.dialer.simulation.Scenario.Group;
import org.rightparty.dialer.simulation.Scenario.Leave;
import org.rightparty.dialer.simulation.Scenario.ShortBreaks;

import java.util.List;
import java.util.Optional;

/// The part of a scenario that says who works when.
final class AgentsJson {
    private AgentsJson() {}

    static Agents read(Fields f) {
        List<Group> groups = f.list("groups", AgentsJson::group);
        Optional<ShortBreaks> breaks =
                f.optional(
                        "shortBreaks",
                        b ->
                                new ShortBreaks(
                                        b.share("probAfterWrap"),
                                        b.value("duration", DistributionJson::read)));
        List<Leave> leaves = f.list("leaves", AgentsJson::leave);
        Optional<double[]> differ =
                f.optional(
                        "heterogeneity",
                        h -> new double[] {h.number("talkCv", 0), h.number("wrapCv", 0)});
        Agents agents =
                new Agents(
                        groups,
                        breaks,
                        leaves,
                        differ.map(d -> d[0]).orElse(0.0),
                        differ.map(d -> d[1]).orElse(0.0));
        if (agents.count() == 0) {
            throw new UnusableScenario(
                    f.path("groups"), "hold no agent", "add a group with a count");
        }
        return agents;
    }

    private static Group group(Fields f) {
        f.text("name", "");
        return new Group(
                f.whole("count"),
                f.number("loginS", 0),
                f.number("loginSpreadS", 0),
                f.has("logoutS") ? Optional.of(f.number("logoutS")) : Optional.empty(),
                f.number("logoutSpreadS", 0),
                f.flag("logoutAnnounced", false),
                f.list("breaks", AgentsJson::leave),
                f.number("talkFactor", 1),
                f.number("wrapFactor", 1));
    }

    private static Leave leave(Fields f) {
        return new Leave(
                f.number("atS"),
                f.number("spreadS", 0),
                f.number("durationS"),
                f.number("durationSpreadS", 0),
                f.share("fraction", 1),
                f.flag("announced", false));
    }
}
