package org.rightparty.console.fakes;

import org.rightparty.console.administration.By;
import org.rightparty.console.administration.StaffBook;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.people.People.Line;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Role;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/// Staff in memory.
public final class FakeStaffBook implements StaffBook {
    private final List<Member> members =
            new CopyOnWriteArrayList<>(
                    List.of(
                            member(12, "agent", "A. Kim", Role.AGENT),
                            member(21, "supervisor", "S. Rivera", Role.SUPERVISOR),
                            member(41, "admin", "D. Novak", Role.ADMIN)));

    private static Member member(long id, String login, String name, Role role) {
        return new Member(
                new AgentId(id), login, name, Set.of(role), "20" + id, Line.Kind.BROWSER, true);
    }

    @Override
    public List<Member> all() {
        return List.copyOf(members);
    }

    @Override
    public Answer add(Newcomer newcomer, By by) {
        if (members.stream().anyMatch(m -> m.login().equals(newcomer.login()))) {
            return Answer.Declined.because("LOGIN_TAKEN", "Somebody has this login already.");
        }
        members.add(
                new Member(
                        new AgentId(100L + members.size()),
                        newcomer.login(),
                        newcomer.name(),
                        newcomer.roles(),
                        "2099",
                        newcomer.phone(),
                        true));
        return new Answer.Accepted();
    }

    @Override
    public Answer setPassword(AgentId agent, String passwordHash, By by) {
        return change(agent, member -> member);
    }

    @Override
    public Answer setLine(AgentId agent, Line.Kind phone, String secret, By by) {
        return change(agent, m -> with(m, phone, m.active()));
    }

    @Override
    public Answer disable(AgentId agent, By by) {
        return change(agent, m -> with(m, m.phone(), false));
    }

    @Override
    public Answer unlock(AgentId agent, By by) {
        return change(agent, m -> with(m, m.phone(), true));
    }

    private Answer change(AgentId agent, UnaryOperator<Member> change) {
        members.replaceAll(m -> m.id().equals(agent) ? change.apply(m) : m);
        return new Answer.Accepted();
    }

    private static Member with(Member m, Line.Kind phone, boolean active) {
        return new Member(m.id(), m.login(), m.name(), m.roles(), m.line(), phone, active);
    }
}
