package org.rightparty.dialer.simulation;

import org.rightparty.dialer.simulation.Scenario.Group;

import java.util.ArrayList;
import java.util.List;

/// The same groups for another number of agents, in the same proportions.
final class Scaling {
    private Scaling() {}

    /// Rounded cumulatively, so that the counts add up
    /// to `count`.
    static List<Group> to(List<Group> groups, int count) {
        int before = groups.stream().mapToInt(Group::count).sum();
        List<Group> scaled = new ArrayList<>();
        int given = 0;
        int seen = 0;
        for (Group group : groups) {
            seen += group.count();
            int upTo = Math.round((float) count * seen / before);
            scaled.add(of(group, upTo - given));
            given = upTo;
        }
        return scaled;
    }

    private static Group of(Group group, int count) {
        return new Group(
                count,
                group.loginS(),
                group.loginSpreadS(),
                group.logoutS(),
                group.logoutSpreadS(),
                group.leavesAnnounced(),
                group.breaks(),
                group.talkFactor(),
                group.wrapUpFactor());
    }
}
