package org.rightparty.dialer;

import org.rightparty.compliance.postgres.CallRecord;
import org.rightparty.compliance.postgres.CallRecord.Source;
import org.rightparty.compliance.postgres.NightlyReconciliation;
import org.rightparty.compliance.postgres.Reconciliation;
import org.rightparty.dialer.postgres.PostgresTables;
import org.rightparty.dialer.records.CallRecordFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is done once a night: calls are reconciled with the records that the settings name.
final class Nights {
    private static final Logger LOG = LoggerFactory.getLogger(Nights.class);

    private final LedgerSettings.Nights settings;
    private final NightlyReconciliation reconciliation;
    private final InstantSource clock;
    private final String mark;

    Nights(
            LedgerSettings.Nights settings,
            PostgresTables tables,
            ZoneId zone,
            InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.mark = tables.mark();
        this.reconciliation =
                new NightlyReconciliation(
                        tables.database(), tables.entries(), zone, settings.hour());
    }

    /// To be called every minute. Blocks while it reconciles.
    void look() {
        reconciliation
                .look(this::others, clock.instant())
                .ifPresent(result ->
                        LOG.info(
                                "reconcile.finished differences={} new={}",
                                result.found().size(),
                                result.fresh()));
    }

    /// Reads one file of records.
    private interface Reader {
        List<CallRecord> read(Path file) throws IOException;
    }

    private Reconciliation.Others others() {
        Map<Source, List<CallRecord>> records = new EnumMap<>(Source.class);
        List<String> unread = new ArrayList<>();
        read(Source.SWITCH, settings.asterisk(), records, unread, this::asterisk);
        read(Source.CARRIER, settings.carrier(), records, unread, CallRecordFile::carrier);
        return new Reconciliation.Others(records, unread);
    }

    private List<CallRecord> asterisk(Path file) throws IOException {
        return CallRecordFile.asterisk(file, mark);
    }

    private static void read(
            Source source,
            Optional<Path> file,
            Map<Source, List<CallRecord>> records,
            List<String> unread,
            Reader reader) {
        file.ifPresent(path -> {
            try {
                records.put(source, reader.read(path));
            } catch (IOException | IllegalArgumentException unreadable) {
                LOG.warn("reconcile.unread source={} file={}", source, path, unreadable);
                unread.add("the call records in " + path + " cannot be read");
            }
        });
    }
}
