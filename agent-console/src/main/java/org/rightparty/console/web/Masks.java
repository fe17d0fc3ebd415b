package org.rightparty.console.web;

import org.rightparty.console.desk.ScreenPop;
import org.rightparty.console.people.Person;
import org.rightparty.vocabulary.Role;

import java.util.Set;

/// Who sees a telephone number whole: only agents dial and speak. Others see its last four digits,
/// and more for a reason ([UnmaskRoutes]).
final class Masks {
    private Masks() {}

    static Wire.FoundPhone phone(ScreenPop.Phone phone, Person reader) {
        return reader.holdsOneOf(Set.of(Role.AGENT)) ? open(phone) : masked(phone);
    }

    static Wire.FoundPhone open(ScreenPop.Phone p) {
        return written(p, WireScreen.number(p.number()));
    }

    private static Wire.FoundPhone masked(ScreenPop.Phone p) {
        return written(p, new Wire.Dialable("", "(•••) •••-" + p.number().lastFour()));
    }

    private static Wire.FoundPhone written(ScreenPop.Phone p, Wire.Dialable number) {
        return new Wire.FoundPhone(p.id().value(), number, p.place(), p.lineType(), p.usable());
    }
}
