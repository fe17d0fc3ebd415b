package org.rightparty.dialer.loop;

import org.rightparty.console.desk.Answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// A campaign that is led here: its loop's thread and inbox, and what awaits an answer of the loop.
/// Every question is answered, by who lets the campaign go if not by the loop.
final class Led {
    private final Inbox inbox;
    private final LoopThread thread;
    private final Map<Long, CompletableFuture<Answer>> asked = new HashMap<>();
    private long questions;
    private boolean over;

    Led(Inbox inbox, LoopThread thread) {
        this.inbox = inbox;
        this.thread = thread;
    }

    void start() {
        thread.start();
    }

    /// @return false when the inbox is full
    boolean tell(LoopEvent event) {
        return inbox.offer(event);
    }

    /// What is told but once, whatever waits.
    void tellSurely(LoopEvent event) {
        inbox.answer(event);
    }

    /// @param event carries the answer back
    /// @param otherwise the answer when nobody reads the question
    CompletionStage<Answer> ask(
            Function<CompletableFuture<Answer>, LoopEvent> event, Answer otherwise) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        long question = enter(answer);
        if (question == 0 || !inbox.offer(event.apply(answer))) {
            answer.complete(otherwise);
        }
        return answer.whenComplete((_, _) -> forget(question));
    }

    /// @return 0 when the loop is over
    private synchronized long enter(CompletableFuture<Answer> answer) {
        if (over) {
            return 0;
        }
        asked.put(++questions, answer);
        return questions;
    }

    private synchronized void forget(long question) {
        asked.remove(question);
    }

    /// Ends the loop; calls go on.
    ///
    /// @param unread the answer to what it has not read
    void letGo(Answer unread) {
        thread.close();
        left().forEach(answer -> answer.complete(unread));
    }

    private synchronized List<CompletableFuture<Answer>> left() {
        over = true;
        return List.copyOf(asked.values());
    }
}
