package org.rightparty.dialer.loop;

import org.rightparty.console.desk.NoCalls;
import org.rightparty.dialer.loop.CampaignPolicy.Activity;
import org.rightparty.vocabulary.Mode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Whether dialing may go on, and whether what is to be written can be now.
///
/// New dials stop at once when the telephone link or the database is lost, when an event found no
/// room, when a bug showed, and until a restart has settled what was live. Calls that are up go on.
final class Safety {
    private static final String NO_MESSAGE =
            "No approved message for abandoned calls is in force, so nobody is dialed ahead. An"
                    + " officer approves one on the page Compliance.";
    private static final Logger log = LoggerFactory.getLogger(Safety.class);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(3);
    private static final Duration READ_AGAIN = Duration.ofSeconds(1);

    /// How long it is believed that the database is there, from when it was last asked with
    /// success. Whatever happens to it, nothing is ordered later than that.
    private static final Duration BELIEVED = Duration.ofSeconds(1);

    /// How long the database may be silent before somebody is called: one that is busy is slow, and
    /// a question that it does not answer comes back as a failure before that.
    private static final Duration SILENT_MAX = Duration.ofSeconds(3);

    private static final Duration PROBE_EVERY = Duration.ofMillis(250);
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(30);

    private final Bench bench;
    private final Effects effects;

    /// Reading that is still wanted when the database is back.
    private final Deque<Work> later = new ArrayDeque<>();

    /// Durable work that is not in the tables yet.
    private int unwritten;

    private boolean linkUp;
    private boolean synced;
    private boolean adopted;
    private boolean databaseUp;

    /// Somebody was told that the database is lost.
    private boolean alarmed;

    private boolean resyncWanted;
    private Instant resyncAskedAt = Instant.MIN;
    private Instant unsureSince = Instant.MIN;
    private Instant sweptAt = Instant.MIN;
    private boolean reading;
    private Instant readAt = Instant.MIN;

    /// When the database was last asked whether it is there, and when of those it answered.
    private Instant probedAt = Instant.MIN;

    private Instant reachedAt = Instant.MIN;
    private boolean probing;
    private Optional<String> bug = Optional.empty();

    Safety(Bench bench, Effects effects) {
        this.bench = bench;
        this.effects = effects;
        this.databaseUp = true;
    }

    /// Why nothing is dialed now, in a sentence; empty when dialing goes on.
    Optional<String> whyNot() {
        if (bug.isPresent()) {
            return Optional.of("Stopped by a fault in the program: " + bug.get());
        } else if (bench.policy.activity() != Activity.RUNNING) {
            return Optional.of("The campaign is not running.");
        } else if (isDialingAheadUnannounced()) {
            return Optional.of(NO_MESSAGE);
        } else {
            return cannot();
        }
    }

    /// Whoever is dialed ahead may find no agent, and is owed a message (47 CFR 64.1200(a)(7)(i)).
    private boolean isDialingAheadUnannounced() {
        return bench.policy.mode() == Mode.PREDICTIVE
                && bench.announcements.of(bench.policy.id()).abandoned().isEmpty();
    }

    /// The same for whoever is ready and waits for a call.
    Optional<NoCalls> noCalls() {
        if (bug.isPresent()) {
            return Optional.of(NoCalls.FAULT);
        }
        return switch (bench.policy.activity()) {
            case STOPPED -> Optional.of(NoCalls.STOPPED);
            case DRAINING -> Optional.of(NoCalls.DRAINING);
            case RUNNING -> away();
        };
    }

    private Optional<NoCalls> away() {
        if (!linkUp) {
            return Optional.of(NoCalls.TELEPHONE_AWAY);
        } else if (!databaseUp || !isReached()) {
            return Optional.of(NoCalls.DATABASE_AWAY);
        } else if (!adopted || !synced) {
            return Optional.of(NoCalls.SETTLING);
        } else if (isDialingAheadUnannounced()) {
            return Optional.of(NoCalls.NO_MESSAGE);
        } else {
            return bench.policy.mode() == Mode.MANUAL
                    ? Optional.of(NoCalls.BY_HAND)
                    : Optional.empty();
        }
    }

    /// As [#whyNot], for calls that agents place themselves: they go on while the pace is stopped.
    Optional<String> cannot() {
        if (!linkUp) {
            return Optional.of("The telephone system is not connected.");
        } else if (!databaseUp || !isReached()) {
            return Optional.of("The database is away.");
        } else if (!adopted || !synced) {
            return Optional.of("Calls from before are being settled.");
        } else {
            return Optional.empty();
        }
    }

    boolean linkUp() {
        return linkUp;
    }

    boolean databaseUp() {
        return databaseUp && isReached();
    }

    private boolean isReached() {
        return !isPast(reachedAt, BELIEVED, bench.now);
    }

    boolean adopted() {
        return adopted;
    }

    Optional<String> bug() {
        return bug;
    }

    void linkChanged(boolean up) {
        if (up != linkUp) {
            log.info("telephone.link campaign={} up={}", bench.policy.id(), up);
        }
        linkUp = up;
        synced = false;
        resyncWanted = true;
        resyncAskedAt = Instant.MIN;
    }

    void overflowed() {
        log.error("inbox.full campaign={}", bench.policy.id());
        bench.facts.inboxFull(bench.policy.id());
        unsureSince = bench.now;
        synced = false;
        resyncWanted = true;
    }

    void adoptedAll() {
        adopted = true;
        synced = false;
        resyncWanted = true;
    }

    /// Asks the telephone system what is up, as soon as that is allowed again.
    void wantResync() {
        resyncWanted = true;
    }

    /// What was up at `at` is known; what got lost after that is not.
    void resynchronised(Instant at) {
        synced = adopted && !at.isBefore(unsureSince);
        resyncWanted = !synced;
    }

    void stopForBug(String what) {
        if (bug.isEmpty()) {
            log.error("campaign.stopped campaign={} bug={}", bench.policy.id(), what);
            bug = Optional.of(what);
        }
    }

    /// A supervisor starts the campaign anew after a bug.
    void forgive() {
        bug = Optional.empty();
        if (databaseUp) {
            submitLater();
        }
    }

    void submit(Work work) {
        if (!work.isDurable()) {
            effects.submit(work);
        } else if (unwritten >= bench.limits.backlogSize()) {
            stopForBug("too much to write down while the database is away");
        } else {
            unwritten++;
            if (databaseUp) {
                effects.submit(work);
            } else {
                effects.keep(work);
            }
        }
    }

    /// It is in the tables, or never will be.
    void done(Work work) {
        unwritten -= work.isDurable() ? 1 : 0;
    }

    /// What must be written is tried again, in its order, when the database is back.
    void failed(Work work) {
        lost();
        bench.facts.workFailed(bench.policy.id(), work.getClass().getSimpleName());
        askedAgain(work);
    }

    /// What went wrong in `work` lies with the program; what it was to read is still wanted.
    void broke(Work work, String why) {
        stopForBug(work.getClass().getSimpleName() + ": " + why);
        askedAgain(work);
    }

    private void askedAgain(Work work) {
        reading = reading && !(work instanceof Work.ReadWindow);
        probing = probing && !(work instanceof Work.Probe);
    }

    private void lost() {
        if (!alarmed) {
            log.error("database.lost campaign={}", bench.policy.id());
        }
        alarmed = true;
        databaseUp = false;
    }

    /// The database was there at `at`.
    void reached(Instant at) {
        probing = false;
        reachedAt = at;
    }

    /// Reading that is still wanted when the database is back.
    void later(Work work) {
        if (later.size() < bench.limits.backlogSize()) {
            later.add(work);
        } else {
            stopForBug("too much to read while the database is away");
        }
    }

    /// The database did its part: what waits for it goes on.
    void windowRead() {
        reading = false;
        if (isReached()) {
            effects.resume();
            back();
        }
    }

    private void back() {
        if (!databaseUp) {
            String what = alarmed ? "database.back" : "database.slow";
            log.info("{} campaign={} unwritten={}", what, bench.policy.id(), unwritten);
            databaseUp = true;
            alarmed = false;
            submitLater();
        }
    }

    private void submitLater() {
        Deque<Work> wanted = new ArrayDeque<>(later);
        later.clear();
        wanted.forEach(effects::submit);
    }

    void tick() {
        Instant now = bench.now;
        boolean again = isPast(resyncAskedAt, ASK_AGAIN, now);
        boolean routine =
                !bench.calls.isEmpty()
                        && isPast(resyncAskedAt, bench.limits.resynchroniseEvery(), now);
        boolean wanted = (resyncWanted || !synced) && again;
        if (linkUp && adopted && (wanted || routine)) {
            resyncAskedAt = now;
            resyncWanted = false;
            bench.telephone.resynchronise();
        }
        probe(now);
        Duration every = databaseUp ? bench.limits.windowEvery() : READ_AGAIN;
        if (!reading && isPast(readAt, every, now)) {
            reading = true;
            bench.today.reading();
            readAt = now;
            effects.submit(new Work.ReadWindow(bench.policy.id()));
        }
        if (adopted && databaseUp && isPast(sweptAt, SWEEP_EVERY, now)) {
            sweptAt = now;
            effects.submit(new Work.ReadOpen(bench.policy.id()));
        }
    }

    /// One question at a time: while it is not answered, belief runs out.
    private void probe(Instant now) {
        if (!reachedAt.equals(Instant.MIN) && !isReached()) {
            databaseUp = false;
            if (isPast(reachedAt, SILENT_MAX, now)) {
                lost();
            }
        }
        if (!probing && isPast(probedAt, PROBE_EVERY, now)) {
            probing = true;
            probedAt = now;
            effects.submit(new Work.Probe(bench.policy.id(), now));
        }
    }

    private static boolean isPast(Instant then, Duration wait, Instant now) {
        return then.equals(Instant.MIN) || !now.isBefore(then.plus(wait));
    }
}
