package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.RULEBOOK;
import static org.rightparty.schema.generated.Tables.RULEBOOK_ACTIVATION;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.rules.Rulebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The life of a rulebook: drafted, tried against what was and what will be, approved by another
/// person than its author, in force from an instant, rolled back. Every step is in the ledger.
public final class RulebookOffice {
    private static final int NAME_MAX = 80;

    private final PostgresRulebooks rulebooks;
    private final PostgresLedger ledger;

    public RulebookOffice(PostgresRulebooks rulebooks, PostgresLedger ledger) {
        this.rulebooks = rulebooks;
        this.ledger = ledger;
    }

    /// A step that may not be taken, and what to do instead.
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String sentence;

        Refused(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    public enum State {
        DRAFT,
        APPROVED,
        /// In force from an instant to come.
        PENDING,
        IN_FORCE
    }

    /// One version of one book.
    ///
    /// @param approver empty for a draft
    /// @param triedAt when the draft was tried; empty until then
    /// @param activeFrom when it came, or will come, into force last; empty when never
    public record Edition(
            String name,
            String version,
            String sha256,
            String author,
            Optional<String> approver,
            Optional<Instant> approvedAt,
            Optional<Instant> triedAt,
            Optional<Instant> activeFrom,
            State state) {
        public String title() {
            return name + " " + version;
        }
    }

    /// All versions of all books, the latest entered last.
    public List<Edition> list(DSLContext tx, Instant now) {
        List<Long> inForce = tx.fetchValues(Activations.inForce(now));
        return tx.select(
                        RULEBOOK.ID,
                        RULEBOOK.NAME,
                        RULEBOOK.VERSION,
                        RULEBOOK.SHA256,
                        RULEBOOK.AUTHOR,
                        RULEBOOK.APPROVER,
                        RULEBOOK.APPROVED_AT,
                        RULEBOOK.TRIED_AT,
                        lastActivation())
                .from(RULEBOOK)
                .orderBy(RULEBOOK.NAME, RULEBOOK.ID)
                .fetch(row ->
                        new Edition(
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5(),
                                Optional.ofNullable(row.value6()),
                                Optional.ofNullable(row.value7()),
                                Optional.ofNullable(row.value8()),
                                Optional.ofNullable(row.value9()),
                                state(
                                        inForce.contains(row.value1()),
                                        Optional.ofNullable(row.value7()),
                                        Optional.ofNullable(row.value9()),
                                        now)));
    }

    private static Field<Instant> lastActivation() {
        return DSL.field(
                DSL.select(DSL.max(RULEBOOK_ACTIVATION.FROM_AT))
                        .from(RULEBOOK_ACTIVATION)
                        .where(RULEBOOK_ACTIVATION.RULEBOOK_ID.eq(RULEBOOK.ID))
                        .and(RULEBOOK_ACTIVATION.CANCELLED_AT.isNull()));
    }

    private static State state(
            boolean inForce, Optional<Instant> approved, Optional<Instant> active, Instant now) {
        if (inForce) {
            return State.IN_FORCE;
        }
        return approved.isEmpty()
                ? State.DRAFT
                : active.filter(now::isBefore).isPresent() ? State.PENDING : State.APPROVED;
    }

    /// The text of a version, as it was drafted.
    ///
    /// @throws Refused when there is none
    public String content(DSLContext tx, String name, String version) {
        return tx.select(RULEBOOK.CONTENT)
                .from(RULEBOOK)
                .where(RULEBOOK.NAME.eq(name))
                .and(RULEBOOK.VERSION.eq(version))
                .fetchOptional()
                .map(Record1::value1)
                .map(JSONB::data)
                .orElseThrow(() -> new Refused("there is no " + name + " " + version));
    }

    /// The texts of the books in force at `now`, this version in the place of its namesake.
    ///
    /// @throws Refused when there is no such version
    public List<String> contentsWith(DSLContext tx, String name, String version, Instant now) {
        List<String> texts = new ArrayList<>();
        texts.add(content(tx, name, version));
        tx.select(RULEBOOK.CONTENT)
                .from(RULEBOOK)
                .where(RULEBOOK.ID.in(Activations.inForce(now)))
                .and(RULEBOOK.NAME.ne(name))
                .orderBy(RULEBOOK.NAME)
                .forEach(row -> texts.add(row.value1().data()));
        return List.copyOf(texts);
    }

    /// The version of a book in force at `now`.
    ///
    /// @throws Refused when there is none
    public String versionInForce(DSLContext tx, String name, Instant now) {
        return findInForce(tx, name, now)
                .orElseThrow(() -> new Refused("no version of " + name + " is in force"));
    }

    /// The same; empty when there is none.
    Optional<String> findInForce(DSLContext tx, String name, Instant now) {
        return tx.select(RULEBOOK.VERSION)
                .from(RULEBOOK)
                .where(RULEBOOK.ID.in(Activations.inForce(now)))
                .and(RULEBOOK.NAME.eq(name))
                .fetchOptional()
                .map(Record1::value1);
    }

    /// Enters a draft, or replaces one of the same version; what it was tried for is forgotten.
    ///
    /// @throws RulebookFault when it is not a rulebook
    /// @throws Refused when the version was approved already, or came with the program
    public Edition draft(DSLContext tx, String content, String author, Instant now) {
        String who = person(author);
        Rulebook book = RulebookCheck.read(content);
        RulebookDraft.enter(tx, book, content, who);
        record(tx, "rulebook.drafted", who, book.name(), book.version(), now, Map.of());
        return edition(tx, book.name(), book.version(), now);
    }

    /// Tries a draft against the decisions of the last thirty days and against tomorrow's
    /// candidates, and keeps what came of it: it cannot be approved before.
    ///
    /// @param shown the hash of what was shown; empty when nothing was
    /// @throws Refused when it is no draft, or another than was shown
    public RulebookTrial tryOut(
            DSLContext tx, String name, String version, Optional<String> shown, Instant now) {
        RulebookDraft draft = RulebookDraft.lock(tx, name, version, shown);
        RulebookTrial trial = RulebookTrials.run(tx, draft, rulebooks.collector(), now);
        draft.tried(tx, trial, now);
        record(
                tx,
                "rulebook.tried",
                draft.author(),
                name,
                version,
                now,
                Map.of(
                        "sha256", draft.sha256(),
                        "decisions", trial.past().compared(),
                        "refused_more", trial.past().refusedMore(),
                        "tomorrow_refused_more", trial.tomorrow().refusedMore()));
        return trial;
    }

    /// What came of trying a draft; empty when it was not tried.
    public Optional<String> trial(DSLContext tx, String name, String version) {
        return tx.select(RULEBOOK.TRIAL)
                .from(RULEBOOK)
                .where(RULEBOOK.NAME.eq(name))
                .and(RULEBOOK.VERSION.eq(version))
                .fetchOptional()
                .map(Record1::value1)
                .map(JSONB::data);
    }

    /// @param shown the hash of what was shown; empty when nothing was
    /// @throws Refused when it is no draft, was not tried, is another than was shown, or the
    ///     approver wrote it
    public Edition approve(
            DSLContext tx,
            String name,
            String version,
            Optional<String> shown,
            String approver,
            Instant now) {
        String who = person(approver);
        RulebookDraft draft = RulebookDraft.lock(tx, name, version, shown);
        if (same(draft.author(), who)) {
            throw new Refused("a rulebook is approved by another person than its author");
        }
        if (!draft.tried()) {
            throw new Refused("try " + draft.title() + " first (dry-run)");
        }
        draft.approved(tx, who, now);
        record(
                tx,
                "rulebook.approved",
                who,
                name,
                version,
                now,
                Map.of("sha256", draft.sha256(), "author", draft.author()));
        return edition(tx, name, version, now);
    }

    /// Puts an approved version in force from `from` on; what was to come into force later is
    /// called off.
    ///
    /// @throws Refused when it is not approved, `from` is past, or it came with the program and
    ///     nobody else approved it
    public Edition activate(
            DSLContext tx, String name, String version, Instant from, String by, Instant now) {
        String who = person(by);
        Edition edition = edition(tx, name, version, now);
        if (edition.approvedAt().isEmpty()) {
            throw new Refused(edition.title() + " is a draft; have it approved first");
        }
        if (from.isBefore(now)) {
            throw new Refused("a rulebook comes into force now or later, not at " + from);
        }
        if (edition.author().equals(ShippedRulebooks.AUTHOR)
                && same(edition.approver().orElse(who), who)) {
            throw new Refused(
                    edition.title()
                            + " came with the program: another person than its approver puts it in"
                            + " force");
        }
        enforce(tx, name, version, from, who, "activated", now);
        record(tx, "rulebook.activated", who, name, version, now, Map.of("from", from.toString()));
        return edition(tx, name, version, now);
    }

    /// Puts the version that was in force before back in force at once.
    ///
    /// @throws Refused when there was none
    public Edition rollBack(DSLContext tx, String name, String by, Instant now) {
        String who = person(by);
        String current = versionInForce(tx, name, now);
        String before =
                tx.select(RULEBOOK.VERSION)
                        .from(RULEBOOK_ACTIVATION)
                        .join(RULEBOOK)
                        .on(RULEBOOK.ID.eq(RULEBOOK_ACTIVATION.RULEBOOK_ID))
                        .where(RULEBOOK_ACTIVATION.NAME.eq(name))
                        .and(RULEBOOK_ACTIVATION.CANCELLED_AT.isNull())
                        .and(RULEBOOK_ACTIVATION.FROM_AT.le(now))
                        .and(RULEBOOK.VERSION.ne(current))
                        .orderBy(RULEBOOK_ACTIVATION.FROM_AT.desc(), RULEBOOK_ACTIVATION.ID.desc())
                        .limit(1)
                        .fetchOptional()
                        .map(Record1::value1)
                        .orElseThrow(() ->
                                new Refused("no version of " + name + " was in force before"));
        enforce(tx, name, before, now, who, "rolled back", now);
        record(tx, "rulebook.reinstated", who, name, before, now, Map.of("from", current));
        return edition(tx, name, before, now);
    }

    private void enforce(
            DSLContext tx,
            String name,
            String version,
            Instant from,
            String by,
            String why,
            Instant now) {
        Activations.cancelPending(tx, name, by, now);
        long id =
                tx.select(RULEBOOK.ID)
                        .from(RULEBOOK)
                        .where(RULEBOOK.NAME.eq(name))
                        .and(RULEBOOK.VERSION.eq(version))
                        .fetchSingle()
                        .value1();
        Activations.insert(tx, name, id, from, new Activations.Order(by, why, now));
        rulebooks.forget();
    }

    private Edition edition(DSLContext tx, String name, String version, Instant now) {
        return list(tx, now).stream()
                .filter(edition -> edition.name().equals(name))
                .filter(edition -> edition.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new Refused("there is no " + name + " " + version));
    }

    private static String person(String name) {
        String trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.length() > NAME_MAX) {
            throw new Refused("say who does this (1 to " + NAME_MAX + " characters)");
        }
        return trimmed;
    }

    /// Neither capitals nor spaces make another person.
    private static boolean same(String one, String other) {
        return one.replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT)
                .equals(other.replaceAll("\\s+", "").toLowerCase(Locale.ROOT));
    }

    private void record(
            DSLContext tx,
            String kind,
            String who,
            String name,
            String version,
            Instant now,
            Map<String, Object> more) {
        Map<String, Object> detail = new TreeMap<>(more);
        detail.put("book", name);
        detail.put("version", version);
        ledger.append(
                tx,
                new AuditEntry(
                        now,
                        kind,
                        who.equals(ShippedRulebooks.AUTHOR)
                                ? AuditEntry.Actor.PROGRAM
                                : new AuditEntry.Actor("person:" + who),
                        AuditEntry.Subject.NONE,
                        detail));
    }
}
