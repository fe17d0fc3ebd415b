package org.rightparty.console.web;

import io.vertx.core.Context;

import org.rightparty.console.desk.Drafts;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.function.BiConsumer;

/// Keeps what one agent types. One save is under way at a time; of those that come meanwhile only
/// the latest is saved. Confined to the socket's event loop.
final class DraftKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(DraftKeeper.class);

    private final Context context;
    private final Blocking blocking;
    private final Drafts drafts;
    private final AgentId agent;
    private final Clocks clocks;
    private Optional<Typed> next = Optional.empty();
    private boolean saving;

    private record Typed(AttemptId attempt, String json) {
        @Override
        public String toString() {
            return "Typed[" + attempt + "]";
        }
    }

    DraftKeeper(Context context, Blocking blocking, Drafts drafts, AgentId agent, Clocks clocks) {
        this.context = context;
        this.blocking = blocking;
        this.drafts = drafts;
        this.agent = agent;
        this.clocks = clocks;
    }

    void keep(AttemptId attempt, String json) {
        next = Optional.of(new Typed(attempt, json));
        flush();
    }

    /// Saves what waits, unless a save is under way that will look again.
    void flush() {
        if (!saving && next.isPresent()) {
            Typed typed = next.get();
            next = Optional.empty();
            saving = true;
            blocking.run(context, () -> save(typed))
                    .onFailure(failed -> LOG.warn("draft.unsaved agent={}", agent, failed))
                    .onComplete(done -> {
                        saving = false;
                        flush();
                    });
        }
    }

    private AttemptId save(Typed typed) {
        drafts.save(agent, typed.attempt(), typed.json(), clocks.clock().instant());
        return typed.attempt();
    }

    /// Gives `found` the draft of this call, when there is one.
    void restore(AttemptId attempt, BiConsumer<AttemptId, String> found) {
        blocking.run(context, () -> drafts.find(agent, attempt))
                .onSuccess(draft -> draft.ifPresent(json -> found.accept(attempt, json)))
                .onFailure(failed -> LOG.warn("draft.unread agent={}", agent, failed));
    }
}
