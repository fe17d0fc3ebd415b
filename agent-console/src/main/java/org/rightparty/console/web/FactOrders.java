package org.rightparty.console.web;

import org.rightparty.compliance.facts.ConsentKind;
import org.rightparty.compliance.facts.Fact;
import org.rightparty.compliance.facts.Facts;
import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.LineType;
import org.rightparty.vocabulary.PhoneId;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/// The fact that a page or a program sends.
///
/// @throws WireJson.Malformed when a field is missing or no such word
record FactOrders(WireFacts.Order order, Instant now) {

    Fact fact() {
        return switch (named(Facts.Kind.class, order.kind())) {
            case PLACE -> place();
            case NOTICE -> new Fact.SentNotice(given(order.notice()), debts(), at());
            case CONTACT -> contact();
            case CONSENT -> consent();
            case LOOK_UP -> lookUp();
        };
    }

    private Instant at() {
        return order.at().orElse(now);
    }

    private Optional<PhoneId> phone() {
        return order.phone().map(id -> Ids.of(PhoneId::new, id));
    }

    private Fact.Debts debts() {
        return word(Fact.Debts.class, order.debts());
    }

    private Fact place() {
        return new Fact.StatedPlace(
                order.place(),
                order.zone().map(FactOrders::zone),
                word(Fact.Word.class, order.word()),
                at(),
                order.until());
    }

    private Fact contact() {
        return new Fact.PastContact(
                word(ContactKind.class, order.contact()),
                word(ContactResult.class, order.result()),
                phone(),
                debts(),
                word(Fact.Occasion.class, order.occasion()),
                at());
    }

    private Fact consent() {
        Optional<Fact.Hours> hours =
                order.from().isEmpty() && order.to().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Fact.Hours(time(order.from()), time(order.to())));
        return new Fact.Consented(
                word(ConsentKind.class, order.consent()),
                word(Fact.Change.class, order.change()),
                word(Fact.Receiver.class, order.receiver()),
                debts(),
                phone(),
                at(),
                order.until(),
                hours);
    }

    private Fact lookUp() {
        Optional<Fact.Holder> holder =
                order.reassigned()
                        .map(another ->
                                another
                                        ? new Fact.Holder.Another(order.since().orElse(at()))
                                        : new Fact.Holder.Same());
        return new Fact.LookUp(
                phone().orElseThrow(FactOrders::missing),
                order.lineType().map(name -> named(LineType.class, name)),
                holder,
                order.ported(),
                order.protection().map(name -> named(Fact.Protection.class, name)),
                at());
    }

    private static String given(Optional<String> text) {
        return text.orElseThrow(FactOrders::missing);
    }

    private static WireJson.Malformed missing() {
        return new WireJson.Malformed("a field is missing");
    }

    private static <E extends Enum<E>> E word(Class<E> words, Optional<String> name) {
        return named(words, given(name));
    }

    private static <E extends Enum<E>> E named(Class<E> words, String name) {
        return Arrays.stream(words.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WireJson.Malformed("not a " + words.getSimpleName()));
    }

    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException wrong) {
            throw new WireJson.Malformed("not a zone");
        }
    }

    private static LocalTime time(Optional<String> text) {
        try {
            return LocalTime.parse(given(text));
        } catch (DateTimeException wrong) {
            throw new WireJson.Malformed("not a time");
        }
    }
}
