package org.rightparty.console.web;

import static org.rightparty.vocabulary.Role.OFFICER;

import org.rightparty.compliance.postgres.RulebookOffice;
import org.rightparty.vocabulary.AgentId;

import java.util.function.Function;

/// Routes on what officers keep: what is read of it, and steps that may be refused.
///
/// @param root the path below which they lie
/// @param bytesMax of a step's body
/// @param refusal the code of a step that may not be taken
record OfficerSteps(String root, int bytesMax, String refusal) {
    private static final Access OFFICERS = Access.of(OFFICER);

    /// What is done by whoever is logged in.
    interface Step {
        /// @return what it came to, for the wire
        /// @throws RulebookOffice.Refused when it may not be done
        Object take(Request request, AgentId by);
    }

    /// @param what is answered, for the wire
    Route read(String path, Function<Request, ?> what) {
        return Route.get(root + path, OFFICERS, request -> Reply.wire(what.apply(request)));
    }

    Route step(String path, Step step) {
        return Route.post(root + path, OFFICERS, bytesMax, request -> taken(step, request));
    }

    private Reply taken(Step step, Request request) {
        try {
            return Reply.wire(step.take(request, request.held().person().id()));
        } catch (RulebookOffice.Refused refused) {
            return Reply.refused(409, refusal, refused.sentence());
        }
    }
}
