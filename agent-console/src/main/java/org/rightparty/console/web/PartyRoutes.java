package org.rightparty.console.web;

import static org.rightparty.vocabulary.Role.AGENT;

import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.Parties;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneNumber;

import java.util.List;
import java.util.regex.Pattern;

/// To whom a conversation may be handed over.
///
/// - `GET /api/desk/parties/:attempt`: those of the account of this agent's call
/// - `POST /api/desk/parties` takes down another; 204 when it is kept
public final class PartyRoutes implements Routes {
    private static final int BYTES_MAX = 2_000;
    private static final int NAME_MAX = 120;
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");
    private static final Pattern ROLE = Pattern.compile("[A-Z][A-Z_]{1,31}");

    private final Parties parties;

    public PartyRoutes(Parties parties) {
        this.parties = parties;
    }

    record Party(long phone, String role, String name, String number) {
        static Party of(Parties.Party party) {
            return new Party(
                    party.phone().value(), party.role(), party.name(), party.number().e164());
        }

        @Override
        public String toString() {
            return "Party[" + phone + "]";
        }
    }

    record PartyList(List<Party> parties) {}

    record Named(long attempt, String role, String name, String number) {
        @Override
        public String toString() {
            return "Named[attempt=" + attempt + "]";
        }
    }

    @Override
    public List<Route> routes() {
        Access agents = Access.of(AGENT);
        return List.of(
                Route.get("/api/desk/parties/:attempt", agents, this::list),
                Route.post("/api/desk/parties", agents, BYTES_MAX, this::add));
    }

    private Reply list(Request request) {
        AttemptId attempt = Ids.of(AttemptId::new, id(request));
        List<Party> found =
                parties.of(attempt, request.held().person().id()).stream().map(Party::of).toList();
        return Reply.wire(new PartyList(found));
    }

    private static long id(Request request) {
        String written = request.path().getOrDefault("attempt", "");
        if (!ID.matcher(written).matches()) {
            throw new WireJson.Malformed("not an id");
        }
        return Long.parseLong(written);
    }

    private Reply add(Request request) {
        Named said = WireJson.read(request.body(), Named.class);
        String name = said.name().strip();
        if (name.isEmpty() || name.length() > NAME_MAX || !ROLE.matcher(said.role()).matches()) {
            throw new WireJson.Malformed("not somebody who was named");
        }
        Parties.Named named =
                new Parties.Named(
                        Ids.of(AttemptId::new, said.attempt()),
                        said.role(),
                        name,
                        number(said.number()));
        return switch (parties.add(named, request.held().person().id())) {
            case Answer.Accepted _ -> Reply.done();
            case Answer.Declined no -> Reply.refused(409, no.code(), no.sentence());
        };
    }

    private static PhoneNumber number(String e164) {
        try {
            return new PhoneNumber(e164);
        } catch (IllegalArgumentException none) {
            throw new WireJson.Malformed("not a telephone number");
        }
    }
}
