package org.rightparty.dialer;

import org.rightparty.compliance.clock.ClockState;
import org.rightparty.compliance.offsite.BucketOutlet;
import org.rightparty.compliance.offsite.DirectoryOutlet;
import org.rightparty.compliance.offsite.MailOutlet;
import org.rightparty.compliance.offsite.Outlet;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the ledger is sealed and where its checkpoints go.
///
/// @param key the file of the signing key
/// @param outlets places outside of this machine, but for the time-stamp authority
/// @param stamps the time-stamp authority; empty for none
/// @param certificates the authority's certificates, which exports enclose; empty for none
/// @param clock whether nothing is dialed by a clock that no time server disciplines
/// @param nights when calls are reconciled, and with what
/// @param vault where recordings are kept encrypted; their key lies beside the signing key
public record LedgerSettings(
        Path key,
        List<Outlet> outlets,
        Optional<Stamps> stamps,
        Optional<Path> certificates,
        Path vault,
        ClockState.Requires clock,
        Nights nights) {
    private static final int MINUTES_MAX = 60 * 24 * 31;
    private static final int HOUR_MAX = 23;
    private static final int PORT_MAX = 65_535;

    public LedgerSettings {
        outlets = List.copyOf(outlets);
    }

    /// Which authority stamps, and how often.
    public record Stamps(URI authority, Duration every) {}

    /// When the day before is reconciled, and whose records are read then.
    ///
    /// @param hour of the house's clock
    /// @param asterisk Asterisk's call records; empty for none
    /// @param carrier the carrier's; empty for none
    public record Nights(int hour, Optional<Path> asterisk, Optional<Path> carrier) {}

    static LedgerSettings from(Settings all, Path directory) {
        List<Outlet> outlets = new ArrayList<>();
        text(all, "ledger.copies.directory.path")
                .map(path -> new DirectoryOutlet(Path.of(path), minutes(all, "directory")))
                .ifPresent(outlets::add);
        text(all, "ledger.copies.mail.to").map(to -> mail(all, to)).ifPresent(outlets::add);
        text(all, "ledger.copies.bucket.url")
                .map(url -> new BucketOutlet(bucket(all, url), minutes(all, "bucket")))
                .ifPresent(outlets::add);
        String url =
                all.text(
                        "ledger.time-stamps.url",
                        "|https?://\\S+",
                        "write it as http://HOST/PATH, or leave it empty");
        return new LedgerSettings(
                text(all, "ledger.key").map(Path::of).orElse(directory.resolve("ledger.key")),
                outlets,
                Optional.of(url)
                        .filter(u -> !u.isEmpty())
                        .map(u ->
                                new Stamps(
                                        URI.create(u),
                                        Duration.ofMinutes(
                                                all.whole(
                                                        "ledger.time-stamps.every-minutes",
                                                        1,
                                                        MINUTES_MAX)))),
                text(all, "ledger.time-stamps.certificates").map(Path::of),
                directory.resolve("vault"),
                all.flag("ledger.synchronised-clock")
                        ? ClockState.Requires.SYNCHRONISED
                        : ClockState.Requires.NOTHING,
                new Nights(
                        all.whole("ledger.reconcile.hour", 0, HOUR_MAX),
                        text(all, "ledger.reconcile.asterisk").map(Path::of),
                        text(all, "ledger.reconcile.carrier").map(Path::of)));
    }

    private static MailOutlet mail(Settings all, String to) {
        String section = "ledger.copies.mail.";
        return new MailOutlet(
                new MailOutlet.Server(
                        all.text(section + "host", "\\S+", "name the mail server"),
                        all.whole(section + "port", 1, PORT_MAX),
                        all.text(section + "user"),
                        all.text(section + "password"),
                        all.flag(section + "tls")),
                all.text(section + "from", "\\S+@\\S+", "write it as name@domain"),
                to,
                minutes(all, "mail"));
    }

    private static BucketOutlet.Place bucket(Settings all, String url) {
        String section = "ledger.copies.bucket.";
        return new BucketOutlet.Place(
                url,
                all.text(section + "region", "\\S+", "name the region"),
                all.text(section + "bucket", "\\S+", "name the bucket"),
                all.text(section + "prefix"),
                all.text(section + "user"),
                all.text(section + "secret"));
    }

    private static Duration minutes(Settings all, String outlet) {
        return Duration.ofMinutes(
                all.whole("ledger.copies." + outlet + ".every-minutes", 1, MINUTES_MAX));
    }

    private static Optional<String> text(Settings all, String key) {
        return Optional.of(all.text(key)).filter(value -> !value.isBlank());
    }
}
