package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.rightparty.compliance.facts.Fact;
import org.rightparty.compliance.facts.Facts;
import org.rightparty.compliance.rules.LineType;
import org.rightparty.schema.generated.tables.records.PhoneRecord;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a look-up makes of a number. A later one decides; what bars a number for another reason
/// than reassignment stays.
record LineRow(FactRows rows, Fact.LookUp lookUp) {
    private static final List<String> MAY_BECOME_ANOTHERS =
            List.of("UNVERIFIED", "VERIFIED", "DISCONNECTED");
    private static final String REASSIGNED = "REASSIGNED";

    /// The same look-up, or a later one.
    Optional<Facts.Key> known(DSLContext tx) {
        PhoneRecord before = row(tx);
        Instant last = before.getLineKnownAt();
        boolean known =
                last != null
                        && (last.isAfter(lookUp.at())
                                || (last.equals(lookUp.at()) && changed(row(tx)).equals(before)));
        return known ? Optional.of(key()) : Optional.empty();
    }

    Facts.Key update(DSLContext tx) {
        PhoneRecord found = changed(row(tx));
        tx.update(PHONE)
                .set(PHONE.LINE_TYPE, found.getLineType())
                .set(PHONE.PORTED_AT, found.getPortedAt())
                .set(PHONE.PROTECTION, found.getProtection())
                .set(PHONE.LOOKED_UP_AT, found.getLookedUpAt())
                .set(PHONE.USABLE, found.getUsable())
                .set(PHONE.USABLE_SINCE, found.getUsableSince())
                .set(PHONE.LINE_KNOWN_AT, lookUp.at())
                .set(PHONE.LINE_EVIDENCE, rows.evidence())
                .set(PHONE.LINE_SOURCE, rows.order().source().name())
                .where(PHONE.ID.eq(lookUp.phone()))
                .execute();
        return key();
    }

    private Facts.Key key() {
        return new Facts.Key(Facts.Kind.LOOK_UP, lookUp.phone().value());
    }

    private PhoneRecord row(DSLContext tx) {
        return tx.selectFrom(PHONE).where(PHONE.ID.eq(lookUp.phone())).fetchSingle();
    }

    /// The row with what was found in it.
    private PhoneRecord changed(PhoneRecord row) {
        lookUp.portedAt()
                .ifPresent(at -> {
                    row.setPortedAt(at);
                    row.setLineType(LineType.MOBILE.name());
                });
        lookUp.lineType().ifPresent(line -> row.setLineType(line.name()));
        lookUp.protection()
                .ifPresent(
                        kind -> row.setProtection(kind == Fact.Protection.NONE ? "" : kind.name()));
        lookUp.holder().ifPresent(holder -> holder(row, holder));
        return row;
    }

    private void holder(PhoneRecord row, Fact.Holder holder) {
        switch (holder) {
            case Fact.Holder.Same() -> {
                row.setLookedUpAt(lookUp.at());
                if (row.getUsable().equals(REASSIGNED)) {
                    row.setUsable("UNVERIFIED");
                    row.setUsableSince(lookUp.at());
                }
            }
            case Fact.Holder.Another(Instant since) -> {
                if (MAY_BECOME_ANOTHERS.contains(row.getUsable())) {
                    row.setUsable(REASSIGNED);
                    row.setUsableSince(since);
                }
            }
        }
    }
}
