package org.rightparty.dialer.pacing;

/// What is to come of the calls and talks of one part of the list at this hour: the campaign's
/// curves as both bend them, and the tables made from that.
final class Outlook {
    final AnswersAhead answers = new AnswersAhead();
    final FreeAhead free = new FreeAhead();
    private final TalkCurves talks = new TalkCurves();
    private final WorkCurve wrap = new WorkCurve(30);

    void rebuild(Learned usual, Bends part, Bends hour) {
        usual.calls.rebuild(answers, part, hour);
        talks.bend(usual.talks, part, hour);
        wrap.bend(usual.wrap, part.wrap, hour.wrap);
        free.rebuild(talks, wrap);
    }
}
