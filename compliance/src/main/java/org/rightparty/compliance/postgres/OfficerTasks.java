package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.TASK;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rightparty.vocabulary.AttemptId;

import java.time.Duration;
import java.time.Instant;

/// What the program leaves officers to do.
final class OfficerTasks {
    private OfficerTasks() {}

    /// What a task is about.
    enum Kind {
        RECONCILE,
        REVIEW
    }

    /// @param attempt the call it came from; null when it came from none
    /// @param within by when it should be done
    static void add(
            DSLContext tx,
            Kind kind,
            String title,
            @Nullable AttemptId attempt,
            Duration within,
            Instant now) {
        tx.insertInto(TASK)
                .set(TASK.KIND, kind.name())
                .set(TASK.ROLE, "OFFICER")
                .set(TASK.ATTEMPT_ID, attempt)
                .set(TASK.TITLE, title)
                .set(TASK.DUE_AT, now.plus(within))
                .set(TASK.CREATED_AT, now)
                .execute();
    }
}
