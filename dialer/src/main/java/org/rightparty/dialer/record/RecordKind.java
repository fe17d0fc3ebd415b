package org.rightparty.dialer.record;

import org.rightparty.compliance.facts.ConsentKind;
import org.rightparty.compliance.facts.Fact;
import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.LineType;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a row can be, and the columns that say it.
enum RecordKind {
    PLACE("place zone word until"),
    NOTICE("notice debts"),
    CONTACT("contact result occasion debts"),
    CONSENT("consent change to debts until hours_from hours_to"),
    LOOK_UP("line_type reassigned since ported protection");

    /// Those that every row may fill in.
    private static final String COMMON = "kind account number at evidence";

    private final String columns;

    /// @param columns with a blank between them
    RecordKind(String columns) {
        this.columns = columns;
    }

    /// Whether the reassigned numbers database knows another holder.
    enum Answer {
        YES,
        NO
    }

    /// What a row says, for each number that it is about.
    Function<Optional<PhoneId>, Fact> fact(Cells cells, Instant at) {
        return switch (this) {
            case PLACE -> place(cells, at);
            case NOTICE -> notice(cells, at);
            case CONTACT -> contact(cells, at);
            case CONSENT -> consent(cells, at);
            case LOOK_UP -> lookUp(cells, at);
        };
    }

    /// Whether rows of this kind may fill the column in.
    boolean knows(String column) {
        return words(COMMON + " " + columns).anyMatch(column::equals);
    }

    static Set<String> allColumns() {
        return Stream.concat(
                        words(COMMON), Arrays.stream(values()).flatMap(kind -> words(kind.columns)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> words(String columns) {
        return Arrays.stream(columns.split(" "));
    }

    private static Function<Optional<PhoneId>, Fact> place(Cells cells, Instant at) {
        Fact place =
                new Fact.StatedPlace(
                        cells.optional("place"),
                        cells.zone("zone"),
                        cells.word("word", Fact.Word.SOMEBODY_ELSE),
                        at,
                        cells.optionalInstant("until"));
        return _ -> place;
    }

    private static Function<Optional<PhoneId>, Fact> notice(Cells cells, Instant at) {
        Fact notice =
                new Fact.SentNotice(
                        cells.required("notice"), cells.word("debts", Fact.Debts.THIS), at);
        return _ -> notice;
    }

    private static Function<Optional<PhoneId>, Fact> contact(Cells cells, Instant at) {
        ContactKind kind = cells.word("contact", ContactKind.class);
        ContactResult result = cells.word("result", ContactResult.class);
        Fact.Debts debts = cells.word("debts", Fact.Debts.THIS);
        Fact.Occasion occasion = cells.word("occasion", Fact.Occasion.OURS);
        return phone -> new Fact.PastContact(kind, result, phone, debts, occasion, at);
    }

    private static Function<Optional<PhoneId>, Fact> consent(Cells cells, Instant at) {
        ConsentKind kind = cells.word("consent", ConsentKind.class);
        Fact.Change change = cells.word("change", Fact.Change.class);
        Fact.Receiver to = cells.word("to", Fact.Receiver.COLLECTOR);
        Fact.Debts debts = cells.word("debts", Fact.Debts.ALL);
        Optional<Instant> until = cells.optionalInstant("until");
        Optional<Fact.Hours> hours =
                cells.optional("hours_from")
                        .or(() -> cells.optional("hours_to"))
                        .map(_ -> new Fact.Hours(cells.time("hours_from"), cells.time("hours_to")));
        return phone -> new Fact.Consented(kind, change, to, debts, phone, at, until, hours);
    }

    private static Function<Optional<PhoneId>, Fact> lookUp(Cells cells, Instant at) {
        Optional<LineType> line = cells.optionalWord("line_type", LineType.class);
        Optional<Fact.Holder> holder =
                cells.optionalWord("reassigned", Answer.class)
                        .map(answer ->
                                switch (answer) {
                                    case NO -> new Fact.Holder.Same();
                                    case YES ->
                                            new Fact.Holder.Another(
                                                    cells.optionalDay("since").orElse(at));
                                });
        Optional<Instant> ported = cells.optionalDay("ported");
        Optional<Fact.Protection> protection =
                cells.optionalWord("protection", Fact.Protection.class);
        return phone -> new Fact.LookUp(phone.orElseThrow(), line, holder, ported, protection, at);
    }
}
