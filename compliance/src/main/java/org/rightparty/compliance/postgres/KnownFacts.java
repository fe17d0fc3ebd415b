package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.CONSENT;
import static org.rightparty.schema.generated.Tables.CONTACT_EVENT;
import static org.rightparty.schema.generated.Tables.LOCATION_EVIDENCE;
import static org.rightparty.schema.generated.Tables.PHONE;
import static org.rightparty.schema.generated.Tables.WRITTEN_NOTICE;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.facts.Facts;
import org.rightparty.compliance.facts.Facts.Known;
import org.rightparty.compliance.facts.Facts.Standing;
import org.rightparty.compliance.postgres.RestrictionReader.Consenting;
import org.rightparty.schema.generated.tables.records.ConsentRecord;
import org.rightparty.schema.generated.tables.records.ContactEventRecord;
import org.rightparty.schema.generated.tables.records.LocationEvidenceRecord;
import org.rightparty.schema.generated.tables.records.PhoneRecord;
import org.rightparty.schema.generated.tables.records.WrittenNoticeRecord;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What was recorded of one person, for a reader. What stands is what the gate would heed.
final class KnownFacts {
    private static final int CONTACTS_MAX = 100;

    private KnownFacts() {}

    static List<Known> of(DSLContext tx, ConsumerId consumer, Instant now) {
        List<Known> all = new ArrayList<>();
        tx.selectFrom(LOCATION_EVIDENCE)
                .where(LOCATION_EVIDENCE.CONSUMER_ID.eq(consumer))
                .forEach(row -> all.add(place(row, now)));
        tx.selectFrom(WRITTEN_NOTICE)
                .where(WRITTEN_NOTICE.CONSUMER_ID.eq(consumer))
                .forEach(row -> all.add(notice(row)));
        tx.selectFrom(CONTACT_EVENT)
                .where(CONTACT_EVENT.CONSUMER_ID.eq(consumer))
                .orderBy(CONTACT_EVENT.AT.desc())
                .limit(CONTACTS_MAX)
                .forEach(row -> all.add(contact(row)));
        List<ConsentRecord> consents =
                tx.selectFrom(CONSENT).where(CONSENT.CONSUMER_ID.eq(consumer)).fetch();
        consents.forEach(row -> all.add(consent(row, consents, now)));
        tx.selectFrom(PHONE)
                .where(PHONE.CONSUMER_ID.eq(consumer))
                .and(PHONE.LINE_KNOWN_AT.isNotNull())
                .forEach(row -> all.add(lookUp(row)));
        all.sort(Comparator.comparing(Known::at).reversed());
        return List.copyOf(all);
    }

    private static Known place(LocationEvidenceRecord row, Instant now) {
        Instant end = row.getExpiresAt();
        return new Known(
                new Facts.Key(Facts.Kind.PLACE, row.getId()),
                row.getJurisdiction() == null ? row.getZones()[0] : row.getJurisdiction(),
                List.of(
                        String.join(", ", row.getZones()),
                        row.getAuthoritative()
                                ? "her own word"
                                : row.getKind().equals("EMPLOYER")
                                        ? "where she works"
                                        : "somebody else's word"),
                Optional.empty(),
                Optional.empty(),
                row.getObservedAt(),
                Optional.ofNullable(end),
                end == null || now.isBefore(end) ? Standing.STANDS : Standing.ENDED,
                row.getEvidence(),
                row.getSource(),
                Optional.ofNullable(row.getRecordedBy()));
    }

    private static Known notice(WrittenNoticeRecord row) {
        return new Known(
                new Facts.Key(Facts.Kind.NOTICE, row.getId()),
                row.getKind(),
                List.of(),
                Optional.ofNullable(row.getAccountId()),
                Optional.empty(),
                row.getSentAt(),
                Optional.empty(),
                Standing.STANDS,
                row.getEvidence(),
                row.getSource(),
                Optional.ofNullable(row.getRecordedBy()));
    }

    private static Known contact(ContactEventRecord row) {
        return new Known(
                new Facts.Key(Facts.Kind.CONTACT, row.getId()),
                row.getKind(),
                row.getResponds()
                        ? List.of(worded(row.getResult()), "answered the consumer")
                        : List.of(worded(row.getResult())),
                Optional.ofNullable(row.getAccountId()),
                Optional.ofNullable(row.getPhoneId()),
                row.getAt(),
                Optional.empty(),
                Standing.STANDS,
                row.getEvidence(),
                row.getSource(),
                Optional.ofNullable(row.getRecordedBy()));
    }

    private static String worded(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Known consent(ConsentRecord row, List<ConsentRecord> all, Instant now) {
        Optional<Instant> end =
                row.getGranted()
                        ? Declared.end(
                                consenting(row), all.stream().map(KnownFacts::consenting).toList())
                        : Optional.empty();
        boolean stands = end.filter(at -> !now.isBefore(at)).isEmpty();
        return new Known(
                new Facts.Key(Facts.Kind.CONSENT, row.getId()),
                row.getKind(),
                particulars(row),
                Optional.ofNullable(row.getAccountId()),
                Optional.ofNullable(row.getPhoneId()),
                row.getGivenAt(),
                end,
                stands ? Standing.STANDS : Standing.ENDED,
                row.getEvidence(),
                row.getSource(),
                Optional.ofNullable(row.getRecordedBy()));
    }

    private static List<String> particulars(ConsentRecord row) {
        Stream<String> hours =
                row.getLocalFrom() == null || row.getLocalTo() == null
                        ? Stream.empty()
                        : Stream.of(row.getLocalFrom() + " to " + row.getLocalTo());
        return Stream.concat(
                        Stream.of(
                                row.getGranted() ? "given" : "taken back",
                                "to " + worded(row.getGivenTo())),
                        hours)
                .toList();
    }

    private static Consenting consenting(ConsentRecord row) {
        return new Consenting(
                row.getKind(),
                row.getGranted(),
                row.getGivenTo(),
                row.getPhoneId(),
                row.getAccountId(),
                row.getGivenAt(),
                row.getExpiresAt(),
                row.getLocalFrom(),
                row.getLocalTo());
    }

    private static Known lookUp(PhoneRecord row) {
        List<String> words = new ArrayList<>();
        if (row.getUsable().equals("REASSIGNED")) {
            words.add("somebody else's since " + row.getUsableSince());
        }
        told(words, "not reassigned on ", row.getLookedUpAt());
        told(words, "mobile since ", row.getPortedAt());
        if (!row.getProtection().isEmpty()) {
            words.add(worded(row.getProtection()));
        }
        return new Known(
                new Facts.Key(Facts.Kind.LOOK_UP, row.getId().value()),
                row.getLineType(),
                words,
                Optional.empty(),
                Optional.of(row.getId()),
                row.getLineKnownAt(),
                Optional.empty(),
                Standing.STANDS,
                row.getLineEvidence(),
                row.getLineSource(),
                Optional.empty());
    }

    private static void told(List<String> words, String what, @Nullable Instant when) {
        if (when != null) {
            words.add(what + when);
        }
    }
}
