package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.DISPOSITION_CODE;

import org.jooq.DSLContext;
import org.rightparty.console.desk.DispositionCode;
import org.rightparty.console.desk.DispositionCode.Block;
import org.rightparty.console.desk.DispositionCode.Effects;
import org.rightparty.console.desk.DispositionCode.HoldEffect;
import org.rightparty.console.desk.DispositionCode.Needs;
import org.rightparty.console.desk.DispositionCode.Party;
import org.rightparty.console.desk.Dispositions;
import org.rightparty.database.Database;
import org.rightparty.schema.generated.tables.records.DispositionCodeRecord;

import java.util.List;
import java.util.Optional;

/// The rows of `disposition_code`.
public final class PostgresDispositions implements Dispositions {
    private final Database database;

    public PostgresDispositions(Database database) {
        this.database = database;
    }

    @Override
    public List<DispositionCode> all() {
        return database.transact(tx ->
                tx.selectFrom(DISPOSITION_CODE)
                        .orderBy(DISPOSITION_CODE.SORT, DISPOSITION_CODE.CODE)
                        .fetch(PostgresDispositions::read));
    }

    static Optional<DispositionCode> find(DSLContext tx, String code) {
        return tx.selectFrom(DISPOSITION_CODE)
                .where(DISPOSITION_CODE.CODE.eq(code))
                .fetchOptional(PostgresDispositions::read);
    }

    private static DispositionCode read(DispositionCodeRecord row) {
        return new DispositionCode(
                row.getCode(),
                row.getLabel(),
                row.getCategory(),
                Optional.ofNullable(row.getHotKey()).map(Short::intValue),
                Party.valueOf(row.getParty()),
                row.getConversation(),
                new Needs(
                        row.getNeedsPromise(),
                        row.getNeedsCallback(),
                        row.getNeedsNote(),
                        row.getNeedsReason(),
                        row.getNeedsPayment(),
                        row.getNeedsAttorney()),
                effects(row));
    }

    private static Effects effects(DispositionCodeRecord row) {
        return new Effects(
                Optional.ofNullable(row.getHoldCode())
                        .map(code ->
                                new HoldEffect(code, HoldEffect.Scope.valueOf(row.getHoldScope()))),
                Optional.ofNullable(row.getPhoneUsable()),
                Optional.ofNullable(row.getWorkState()),
                Optional.ofNullable(row.getTaskKind()),
                Optional.ofNullable(row.getBlocks()).map(Block::valueOf),
                row.getRevokesConsent());
    }
}
