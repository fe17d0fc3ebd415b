package org.rightparty.compliance.gate;

import org.rightparty.compliance.gate.Explanation.Input;
import org.rightparty.compliance.rules.Terms;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What rows about papers look at, in words.
final class PaperInputs {
    private PaperInputs() {}

    static List<Input> notices(DialFacts facts, Terms.WaitAfterNotice terms) {
        String sent =
                facts.papers().notices().stream()
                        .filter(notice -> notice.kind().equals(terms.notice()))
                        .map(notice -> notice.sentAt().toString())
                        .sorted()
                        .collect(Collectors.joining(", "));
        return List.of(
                new Input("notice sent", sent.isEmpty() ? "none" : sent),
                new Input("days to wait", Integer.toString(terms.days())));
    }

    static List<Input> licences(DialFacts facts, Terms.Licence terms, Instant at) {
        String places = String.join(", ", facts.whereabouts(at).jurisdictions());
        Stream<Input> known =
                facts.papers().licences().stream()
                        .map(licence ->
                                new Input(
                                        "licence in " + licence.jurisdiction(),
                                        licence.valid(at) ? "valid" : "missing or ended"));
        String required = terms.requiredIn().stream().sorted().collect(Collectors.joining(", "));
        Stream<Input> asked =
                Stream.of(
                        new Input("places of the call", places),
                        new Input("the book requires one in", required));
        return Stream.concat(asked, known).toList();
    }
}
