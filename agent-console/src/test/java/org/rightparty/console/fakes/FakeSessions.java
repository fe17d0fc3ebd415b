package org.rightparty.console.fakes;

import org.rightparty.console.people.People;
import org.rightparty.console.people.Sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Sessions in memory.
public final class FakeSessions implements Sessions {
    private final People people;
    private final Map<String, Session> live = new ConcurrentHashMap<>();
    private final Map<String, Instant> used = new ConcurrentHashMap<>();
    private final List<RefusedLogIn> refused = new CopyOnWriteArrayList<>();

    public FakeSessions(People people) {
        this.people = people;
    }

    public List<RefusedLogIn> refused() {
        return List.copyOf(refused);
    }

    @Override
    public void begin(Session session) {
        live.put(session.tokenSha256(), session);
        used.put(session.tokenSha256(), session.createdAt());
    }

    @Override
    public Optional<Held> find(String tokenSha256, Instant now, Duration idleMax) {
        Optional<Session> found =
                Optional.ofNullable(live.get(tokenSha256))
                        .filter(s -> now.isBefore(s.expiresAt()))
                        .filter(s -> lastUse(s).plus(idleMax).isAfter(now));
        found.ifPresent(s -> used.put(tokenSha256, now));
        return found.flatMap(s -> people.person(s.agent()).map(person -> new Held(s, person)));
    }

    private Instant lastUse(Session session) {
        return used.getOrDefault(session.tokenSha256(), session.createdAt());
    }

    @Override
    public void end(String tokenSha256, Instant now) {
        live.remove(tokenSha256);
    }

    @Override
    public void refused(RefusedLogIn refusal) {
        refused.add(refusal);
    }
}
