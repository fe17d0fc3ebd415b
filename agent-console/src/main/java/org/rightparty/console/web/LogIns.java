package org.rightparty.console.web;

import org.rightparty.console.people.People;
import org.rightparty.console.people.Person;
import org.rightparty.console.people.Sessions;
import org.rightparty.console.people.Sessions.RefusedLogIn;
import org.rightparty.console.people.Sessions.Session;
import org.rightparty.console.people.Sessions.Why;
import org.rightparty.console.people.Tries;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Role;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Lets people in. A login that nobody has costs the same work and gets the same answers as one
/// with a wrong password, so that neither words nor time tell which logins exist.
final class LogIns {
    /// Wrong passwords in a row before a login is locked, and how long until one more try.
    static final int TRIES_MAX = 5;

    static final Duration TRY_AGAIN_AFTER = Duration.ofMinutes(3);
    private static final Tries.Limit TRIES = new Tries.Limit(TRIES_MAX, TRY_AGAIN_AFTER);

    /// Tries from one address: a whole floor may share one and comes at the same hour.
    static final int ADDRESS_TRIES_MAX = 60;

    static final Duration ADDRESS_TRY_AFTER = Duration.ofSeconds(1);
    private static final int LOGIN_CHARACTERS_MAX = 64;
    private static final int PASSWORD_CHARACTERS_MAX = 256;

    private final People people;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Clocks clocks;
    private final ConsoleConfig config;
    private final Tries tries;
    private final TokenBuckets byAddress;

    LogIns(ConsoleServices services, Clocks clocks, ConsoleConfig config) {
        this.people = services.people();
        this.sessions = services.sessions();
        this.passwords = new Passwords(clocks.random());
        this.clocks = clocks;
        this.config = config;
        this.tries = services.tries();
        this.byAddress = new TokenBuckets(ADDRESS_TRIES_MAX, ADDRESS_TRY_AFTER, clocks.nanos());
    }

    Reply logIn(Request request) {
        Wire.LogIn wanted = WireJson.read(request.body(), Wire.LogIn.class);
        String login = wanted.login().strip().toLowerCase(Locale.ROOT);
        if (!byAddress.take(request.address())) {
            return Reply.refused(
                    429, "TOO_MANY_TRIES", "Too many tries from this address. Wait a moment.");
        } else if (login.length() > LOGIN_CHARACTERS_MAX
                || wanted.password().length() > PASSWORD_CHARACTERS_MAX) {
            return wrong();
        } else {
            return check(login, wanted.password());
        }
    }

    private Reply check(String login, String password) {
        Optional<People.Secret> secret = people.secret(login);
        Optional<AgentId> agent = secret.map(People.Secret::agent);
        Instant now = clocks.clock().instant();
        if (!tries.take(login, TRIES, now)) {
            refuse(agent, Why.LOCKED);
            return Reply.refused(
                    423,
                    "LOCKED",
                    "This login is locked after "
                            + TRIES_MAX
                            + " wrong passwords. It opens again in "
                            + words(tries.wait(login, TRIES, now))
                            + "; an administrator can set a new password.");
        }
        if (!matches(secret, password)) {
            refuse(agent, Why.WRONG);
            return wrong();
        }
        tries.giveBack(login, TRIES);
        People.Secret right = secret.orElseThrow();
        if (right.active()) {
            return letIn(right.agent());
        } else {
            refuse(agent, Why.INACTIVE);
            return Reply.refused(423, "INACTIVE", "This log-in is closed. Ask a supervisor.");
        }
    }

    /// `2 min 40 s`
    private static String words(Duration span) {
        long seconds = Math.max(1, span.toSeconds());
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }

    private boolean matches(Optional<People.Secret> secret, String password) {
        if (secret.isPresent()) {
            return passwords.matches(password, secret.get().passwordHash());
        } else {
            passwords.matchNobody(password);
            return false;
        }
    }

    private Reply letIn(AgentId agent) {
        String token = Tokens.make(clocks.random());
        String csrf = Tokens.make(clocks.random());
        Instant now = clocks.clock().instant();
        sessions.begin(
                new Session(
                        Tokens.sha256(token), agent, csrf, now, now.plus(config.sessionLength())));
        Person person = people.person(agent).orElseThrow();
        return Reply.wire(new Wire.LoggedIn(wire(person), csrf))
                .with("Set-Cookie", SessionCookie.holding(token, config.https()));
    }

    private void refuse(Optional<AgentId> agent, Why why) {
        sessions.refused(new RefusedLogIn(clocks.clock().instant(), agent, why));
    }

    private static Reply wrong() {
        return Reply.refused(401, "WRONG_LOG_IN", "Login or password is wrong.");
    }

    static Wire.Person wire(Person person) {
        List<Role> roles = new ArrayList<>(person.roles());
        roles.sort(Comparator.naturalOrder());
        return new Wire.Person(person.id().value(), person.name(), person.login(), roles);
    }
}
