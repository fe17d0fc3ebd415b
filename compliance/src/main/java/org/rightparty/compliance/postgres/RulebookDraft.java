package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.RULEBOOK;

import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.rightparty.compliance.postgres.RulebookOffice.Refused;
import org.rightparty.compliance.rules.Rulebook;

import java.time.Instant;
import java.util.Optional;

/// A draft whose row is locked until the transaction ends: nobody replaces it meanwhile, and it is
/// the one that somebody was shown.
///
/// @param sha256 of its text as it was entered, lower-case hex
/// @param tried whether this text was tried
record RulebookDraft(
        long id,
        String name,
        String version,
        String sha256,
        String content,
        String author,
        boolean tried) {
    private static final String SHOWN = "[0-9a-f]{12,64}";

    String title() {
        return name + " " + version;
    }

    /// Enters a draft, or replaces one of the same version; what it was tried for is forgotten.
    ///
    /// @throws Refused when the version was approved already, or came with the program
    static void enter(DSLContext tx, Rulebook book, String content, String author) {
        Optional<Long> present = replaceable(tx, book);
        if (present.isPresent()) {
            tx.update(RULEBOOK)
                    .set(RULEBOOK.CONTENT, JSONB.valueOf(content))
                    .set(RULEBOOK.SHA256, book.sha256())
                    .set(RULEBOOK.AUTHOR, author)
                    .setNull(RULEBOOK.TRIAL)
                    .setNull(RULEBOOK.TRIED_AT)
                    .where(RULEBOOK.ID.eq(present.get()))
                    .execute();
        } else {
            tx.insertInto(RULEBOOK)
                    .set(RULEBOOK.NAME, book.name())
                    .set(RULEBOOK.VERSION, book.version())
                    .set(RULEBOOK.SHA256, book.sha256())
                    .set(RULEBOOK.CONTENT, JSONB.valueOf(content))
                    .set(RULEBOOK.AUTHOR, author)
                    .execute();
        }
    }

    private static Optional<Long> replaceable(DSLContext tx, Rulebook book) {
        var present =
                tx.select(RULEBOOK.ID, RULEBOOK.APPROVED_AT, RULEBOOK.AUTHOR)
                        .from(RULEBOOK)
                        .where(RULEBOOK.NAME.eq(book.name()))
                        .and(RULEBOOK.VERSION.eq(book.version()))
                        .forUpdate()
                        .fetchOptional();
        if (present.isPresent() && present.get().value2() != null) {
            throw new Refused(
                    book.title() + " was approved and is never changed; give it another version");
        } else if (present.filter(row -> row.value3().equals(ShippedRulebooks.AUTHOR))
                .isPresent()) {
            throw new Refused(
                    book.title() + " came with the program; give your own another version");
        }
        return present.map(row -> row.value1());
    }

    /// @param shown the hash of what somebody was shown, or its first twelve digits or more; empty
    ///     when they were shown none
    /// @throws Refused when there is no such version, it is no draft any more, or it is another
    ///     than was shown
    static RulebookDraft lock(DSLContext tx, String name, String version, Optional<String> shown) {
        var row =
                tx.select(
                                RULEBOOK.ID,
                                RULEBOOK.SHA256,
                                RULEBOOK.CONTENT,
                                RULEBOOK.AUTHOR,
                                RULEBOOK.TRIED_AT,
                                RULEBOOK.APPROVED_AT)
                        .from(RULEBOOK)
                        .where(RULEBOOK.NAME.eq(name))
                        .and(RULEBOOK.VERSION.eq(version))
                        .forUpdate()
                        .fetchOptional()
                        .orElseThrow(() -> new Refused("there is no " + name + " " + version));
        RulebookDraft draft =
                new RulebookDraft(
                        row.value1(),
                        name,
                        version,
                        row.value2(),
                        row.value3().data(),
                        row.value4(),
                        row.value5() != null);
        if (row.value6() != null) {
            throw new Refused(draft.title() + " is no draft any more");
        }
        shown.ifPresent(draft::requireIs);
        return draft;
    }

    private void requireIs(String shown) {
        if (!shown.matches(SHOWN)) {
            throw new Refused("a hash is given by its first twelve digits or more");
        } else if (!sha256.startsWith(shown)) {
            throw new Refused(
                    title()
                            + " was replaced since it was shown: it is "
                            + sha256.substring(0, 12)
                            + " now; look at it again");
        }
    }

    void tried(DSLContext tx, RulebookTrial trial, Instant now) {
        tx.update(RULEBOOK)
                .set(RULEBOOK.TRIAL, JSONB.valueOf(RulebookTrials.json(trial)))
                .set(RULEBOOK.TRIED_AT, now)
                .where(RULEBOOK.ID.eq(id))
                .execute();
    }

    void approved(DSLContext tx, String who, Instant now) {
        tx.update(RULEBOOK)
                .set(RULEBOOK.APPROVER, who)
                .set(RULEBOOK.APPROVED_AT, now)
                .where(RULEBOOK.ID.eq(id))
                .execute();
    }
}
