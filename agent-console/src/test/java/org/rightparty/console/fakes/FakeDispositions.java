package org.rightparty.console.fakes;

import org.rightparty.console.desk.DispositionCode;
import org.rightparty.console.desk.DispositionCode.Effects;
import org.rightparty.console.desk.DispositionCode.HoldEffect;
import org.rightparty.console.desk.DispositionCode.Needs;
import org.rightparty.console.desk.DispositionCode.Party;
import org.rightparty.console.desk.Dispositions;

import java.util.List;
import java.util.Optional;

/// The dispositions of the hot keys, in memory.
public final class FakeDispositions implements Dispositions {
    private static final Needs NOTHING = new Needs(false, false, false, false);

    @Override
    public List<DispositionCode> all() {
        return List.of(
                code("PROMISE", "Promise to pay", 1, new Needs(true, false, false, true)),
                code(
                        "PAID_NOW",
                        "Paid on the phone",
                        2,
                        new Needs(false, false, false, false, true, false)),
                code("REFUSED", "Refuses to pay", 3, new Needs(false, false, false, true)),
                code("CALLBACK", "Call back", 4, new Needs(false, true, false, false)),
                held("DISPUTE", "Disputes the debt", 5, "DISPUTE"),
                held("CEASE", "Stop contact", 6, "CEASE"),
                other("WRONG_NUMBER", "Wrong number", 7, Party.THIRD, Optional.of("WRONG")),
                other("LEFT_MESSAGE", "Left message", 8, Party.NOBODY, Optional.empty()),
                attorney());
    }

    private static DispositionCode code(String code, String label, int key, Needs needs) {
        return new DispositionCode(
                code,
                label,
                "Right party",
                Optional.of(key),
                Party.RIGHT,
                true,
                needs,
                Effects.NONE);
    }

    private static DispositionCode held(String code, String label, int key, String hold) {
        return new DispositionCode(
                code,
                label,
                "Stop",
                Optional.of(key),
                Party.RIGHT,
                true,
                new Needs(false, false, true, false),
                new Effects(
                        Optional.of(new HoldEffect(hold, HoldEffect.Scope.CONSUMER)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false));
    }

    private static DispositionCode attorney() {
        DispositionCode held = held("ATTORNEY", "Has an attorney", 9, "ATTORNEY");
        return new DispositionCode(
                held.code(),
                held.label(),
                held.category(),
                held.hotKey(),
                Party.ANY,
                false,
                new Needs(false, false, false, false, false, true),
                held.effects());
    }

    private static DispositionCode other(
            String code, String label, int key, Party party, Optional<String> usable) {
        return new DispositionCode(
                code,
                label,
                "Not reached",
                Optional.of(key),
                party,
                false,
                NOTHING,
                new Effects(
                        Optional.empty(),
                        usable,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false));
    }
}
