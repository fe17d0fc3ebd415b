package org.rightparty.dialer.loop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/// Does work on threads that may wait, each lane in order, lanes beside each other.
///
/// When work of a lane fails, its durable work waits there in its order until told to go on, with
/// what comes meanwhile behind it; whatever else waits in that lane fails too.
final class Lanes {
    private final Performer performer;
    private final Executor threads;
    private final Map<Lane, Row> rows = new HashMap<>();

    /// @param asker where what comes of it is awaited
    private record Waiting(Work work, Inbox asker) {
        void fails() {
            asker.answer(new LoopEvent.Failed(work));
        }
    }

    /// What waits in a lane.
    private static final class Row {
        final Deque<Waiting> waiting = new ArrayDeque<>();

        /// A task works it off.
        boolean worked;

        /// Durable work waits to be told to go on.
        boolean held;
    }

    /// @param threads starts each task on a thread that may block, such as a new virtual thread
    Lanes(Performer performer, Executor threads) {
        this.performer = performer;
        this.threads = threads;
    }

    void submit(Work work, Inbox asker) {
        Waiting one = new Waiting(work, asker);
        List<Row> begun = new ArrayList<>();
        synchronized (rows) {
            Row row = rows.computeIfAbsent(work.lane(), _ -> new Row());
            if (row.held && !work.isDurable()) {
                one.fails();
            } else {
                row.waiting.add(one);
                begin(row, begun);
            }
        }
        begun.forEach(row -> threads.execute(() -> run(row)));
    }

    /// Durable work that is not to be tried before [#resume], nor anything behind it.
    void keep(Work work, Inbox asker) {
        synchronized (rows) {
            Row row = rows.computeIfAbsent(work.lane(), _ -> new Row());
            row.waiting.add(new Waiting(work, asker));
            hold(row);
        }
    }

    void resume() {
        List<Row> begun = new ArrayList<>();
        synchronized (rows) {
            rows.values()
                    .forEach(row -> {
                        row.held = false;
                        begin(row, begun);
                    });
        }
        begun.forEach(row -> threads.execute(() -> run(row)));
    }

    private static void begin(Row row, List<Row> begun) {
        if (!row.worked && !row.held && !row.waiting.isEmpty()) {
            row.worked = true;
            begun.add(row);
        }
    }

    private void run(Row row) {
        while (true) {
            Waiting first;
            synchronized (rows) {
                if (row.held || row.waiting.isEmpty()) {
                    row.worked = false;
                    rows.values().removeIf(r -> !r.worked && r.waiting.isEmpty());
                    return;
                }
                first = row.waiting.remove();
            }
            LoopEvent outcome = performer.perform(first.work());
            synchronized (rows) {
                first.asker().answer(outcome);
                if (outcome instanceof LoopEvent.Failed) {
                    failed(row, first);
                }
            }
        }
    }

    private static void failed(Row row, Waiting first) {
        if (first.work().isDurable()) {
            row.waiting.addFirst(first);
        }
        hold(row);
    }

    private static void hold(Row row) {
        row.waiting.removeIf(one -> {
            boolean over = !one.work().isDurable();
            if (over) {
                one.fails();
            }
            return over;
        });
        row.held = !row.waiting.isEmpty();
    }
}
