package org.rightparty.dialer.postgres;

import static java.util.stream.Collectors.toUnmodifiableSet;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.abandonment.AbandonmentLaw;
import org.rightparty.compliance.gate.CallingHours;
import org.rightparty.compliance.gate.ConsentAhead;
import org.rightparty.compliance.postgres.CalledPlaces;
import org.rightparty.compliance.postgres.PostgresRulebooks;
import org.rightparty.compliance.rules.Rulebooks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the rulebooks in force say before the gate is asked, under the law of the places given and
/// of our own.
public final class RulebookHours implements OpenHours {
    /// A country that nobody was in a minute ago has no calls to measure yet.
    private static final Duration PLACES = Duration.ofMinutes(1);

    private final PostgresRulebooks rulebooks;
    private final ZoneId house;
    private volatile @Nullable Places places;
    private volatile @Nullable Read last;

    private record Read(Rulebooks books, ConsentAhead consents) {}

    /// @param house the clock of the call centre
    public RulebookHours(PostgresRulebooks rulebooks, ZoneId house) {
        this.rulebooks = rulebooks;
        this.house = house;
    }

    private record Places(Set<String> codes, Instant asOf) {}

    @Override
    public boolean open(
            DSLContext tx, List<String> zones, List<String> jurisdictions, Instant now) {
        Set<ZoneId> ids = zones.stream().map(ZoneId::of).collect(toUnmodifiableSet());
        Set<String> reaching = new HashSet<>(rulebooks.collector());
        reaching.addAll(jurisdictions);
        return CallingHours.at(ids, reaching, rulebooks.at(tx, now), now).open();
    }

    /// The rows of all places where anybody may be who is called from here: which campaign calls
    /// where may change with each placement.
    @Override
    public AbandonmentLaw abandonment(DSLContext tx, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, house);
        return new AbandonmentLaw(rulebooks.at(tx, now).harbours(places(tx, now), today), house);
    }

    private Set<String> places(DSLContext tx, Instant now) {
        Places known = places;
        if (known == null || Duration.between(known.asOf(), now).abs().compareTo(PLACES) > 0) {
            known = new Places(CalledPlaces.of(tx, rulebooks), now);
            places = known;
        }
        return known.codes();
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
