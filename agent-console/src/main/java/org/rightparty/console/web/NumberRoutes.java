package org.rightparty.console.web;

import static org.rightparty.vocabulary.Role.AGENT;

import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.Numbers;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneNumber;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// `POST /api/desk/numbers` keeps a number that somebody gave in a call of this agent; 204 when it
/// is kept.
public final class NumberRoutes implements Routes {
    private static final int BYTES_MAX = 2_000;
    private static final int WORDS_MAX = 500;
    private static final Set<String> PLACES = Set.of("HOME", "WORK", "MOBILE", "OTHER");

    private final Numbers numbers;

    public NumberRoutes(Numbers numbers) {
        this.numbers = numbers;
    }

    record Learned(
            long attempt, String number, String place, String giver, String dialing, String words) {
        @Override
        public String toString() {
            return "Learned[attempt=" + attempt + "]";
        }
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post("/api/desk/numbers", Access.of(AGENT), BYTES_MAX, this::learned));
    }

    private Reply learned(Request request) {
        Learned said = WireJson.read(request.body(), Learned.class);
        String words = said.words().strip();
        if (words.isEmpty() || words.length() > WORDS_MAX || !PLACES.contains(said.place())) {
            throw new WireJson.Malformed("not a number that was learned");
        }
        Numbers.Learned number =
                new Numbers.Learned(
                        Ids.of(AttemptId::new, said.attempt()),
                        number(said.number()),
                        said.place(),
                        named(Numbers.Giver.values(), said.giver()),
                        named(Numbers.Dialing.values(), said.dialing()),
                        words);
        return switch (numbers.learned(number, request.held().person().id())) {
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

    private static <E extends Enum<E>> E named(E[] all, String name) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WireJson.Malformed("no such word"));
    }
}
