package org.rightparty.dialer.postgres;

import static java.util.stream.Collectors.toUnmodifiableSet;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.gate.CallingHours;
import org.rightparty.compliance.gate.ConsentAhead;
import org.rightparty.compliance.postgres.PostgresRulebooks;
import org.rightparty.compliance.rules.Rulebooks;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the rulebooks in force say before the gate is asked, under the law of the places given and of
/// our own.
public final class RulebookHours implements OpenHours {
    private final PostgresRulebooks rulebooks;
    private volatile @Nullable Read last;

    private record Read(Rulebooks books, ConsentAhead consents) {}

    public RulebookHours(PostgresRulebooks rulebooks) {
        this.rulebooks = rulebooks;
    }

    @Override
    public boolean open(
            DSLContext tx, List<String> zones, List<String> jurisdictions, Instant now) {
        Set<ZoneId> ids = zones.stream().map(ZoneId::of).collect(toUnmodifiableSet());
        Set<String> places = new HashSet<>(rulebooks.collector());
        places.addAll(jurisdictions);
        return CallingHours.at(ids, places, rulebooks.at(tx, now), now).open();
    }

    @Override
    public ConsentAhead consents(DSLContext tx, Instant now) {
        Rulebooks books = rulebooks.at(tx, now);
        Read read = last;
        if (read == null || !read.books().sha256().equals(books.sha256())) {
            read = new Read(books, ConsentAhead.of(books, rulebooks.collector()));
            last = read;
        }
        return read.consents();
    }
}
