package org.rightparty.compliance.proof;

import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Replay;
import org.rightparty.compliance.ledger.CanonicalJson;
import org.rightparty.compliance.ledger.JsonText;
import org.rightparty.compliance.postgres.RecordedFacts;
import org.rightparty.compliance.postgres.RulebookReader;
import org.rightparty.compliance.rules.Rulebook;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.rules.Sha256;
import org.rightparty.compliance.zones.Tzdb;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneId;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Decides again every decision of an export, from the file alone: its inputs, its rulebooks, and
/// the gate's own rules. Whether the file is what was sealed is the verifier's to say.
public final class ProofReplay {
    private static final int SHOWN_MAX = 20;
    private static final CampaignId NO_CAMPAIGN = new CampaignId(1);

    private final Map<String, Rulebook> editions = new HashMap<>();
    private final Map<String, Optional<Rulebooks>> known = new HashMap<>();
    private final List<Difference> shown = new ArrayList<>();
    private long decisions;
    private long same;
    private long different;
    private long withoutInputs;
    private long withoutBooks;
    private long otherTzdb;
    private long invented;

    /// The place of the entry that tells of a demonstration.
    private final long demonstration;

    private ProofReplay(long demonstration) {
        this.demonstration = demonstration;
    }

    /// @param index the place of the decision's entry
    /// @param now what the gate says today; empty when inputs or books are not in the file
    /// @param lacking what is not in the file
    public record Difference(
            long index, Replay.Said then, Optional<Replay.Said> now, List<Lacking> lacking) {
        public Difference {
            lacking = List.copyOf(lacking);
        }
    }

    /// What a decision cannot be decided again without.
    public enum Lacking {
        INPUTS,
        RULEBOOKS,
        /// It says that it was invented, and nothing tells of a demonstration that it belongs to.
        DEMONSTRATION
    }

    /// @param decisions all that are in the file
    /// @param same those that gave the same verdict
    /// @param different those that gave another
    /// @param withoutInputs those whose inputs are not in the file, or are not what they were
    /// @param withoutBooks those whose rulebooks are not in the file as they were
    /// @param otherTzdb those made under another version of the time-zone rules
    /// @param invented those that no gate made, the demonstration's history: entered as they are
    ///     told, under no rulebook, before the entry that tells of it; they are not decided again
    /// @param shown the first twenty that were not the same
    public record Report(
            long decisions,
            long same,
            long different,
            long withoutInputs,
            long withoutBooks,
            long otherTzdb,
            long invented,
            List<Difference> shown) {
        public boolean clean() {
            return same + invented == decisions;
        }
    }

    /// @throws IOException when the file cannot be read
    /// @throws IllegalArgumentException when it is no export
    public static Report run(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            ProofReplay replay = new ProofReplay(demonstration(zip));
            replay.readBooks(zip);
            replay.readDecisions(zip);
            return replay.report();
        }
    }

    private Report report() {
        return new Report(
                decisions,
                same,
                different,
                withoutInputs,
                withoutBooks,
                otherTzdb,
                invented,
                List.copyOf(shown));
    }

    /// The place of the entry that tells of a demonstration before a gate decided anything, before
    /// which history may be invented; 0 when there is none.
    private static long demonstration(ZipFile zip) throws IOException {
        try (BufferedReader events = lines(zip, "events.jsonl")) {
            for (String line = events.readLine(); line != null; line = events.readLine()) {
                Map<String, Object> all = JsonText.object(line);
                Map<String, Object> entry = map(all, "payload");
                if (text(entry, "kind").equals(Replay.DEMO_LOADED)) {
                    return number(all, "index");
                } else if (isDecision(entry) && !isInvented(map(entry, "detail"))) {
                    return 0;
                }
            }
            return 0;
        }
    }

    private static boolean isDecision(Map<String, Object> entry) {
        return text(entry, "kind").startsWith("dial.")
                && map(entry, "detail").containsKey("facts_sha256");
    }

    private static boolean isInvented(Map<String, Object> detail) {
        return detail.containsKey("rulebooks")
                && detail.containsKey("rulebooks_sha256")
                && Replay.isInvented(text(detail, "rulebooks"), text(detail, "rulebooks_sha256"));
    }

    private void readBooks(ZipFile zip) throws IOException {
        for (ZipEntry entry : zip.stream().toList()) {
            if (entry.getName().startsWith("rulebooks/") && !entry.isDirectory()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    Rulebook book = RulebookReader.read(json);
                    editions.put(book.title(), book);
                }
            }
        }
    }

    private void readDecisions(ZipFile zip) throws IOException {
        try (BufferedReader events = lines(zip, "events.jsonl");
                BufferedReader inputs = lines(zip, "decisions.jsonl")) {
            Optional<Map<String, Object>> next = object(inputs.readLine());
            for (String line = events.readLine(); line != null; line = events.readLine()) {
                Map<String, Object> all = JsonText.object(line);
                Map<String, Object> entry = map(all, "payload");
                long index = number(all, "index");
                boolean beside = next.filter(n -> number(n, "index") == index).isPresent();
                if (isDecision(entry)) {
                    Optional<Map<String, Object>> facts =
                            beside ? next.map(n -> map(n, "facts")) : Optional.empty();
                    count(index, entry, facts);
                }
                next = beside ? object(inputs.readLine()) : next;
            }
        }
    }

    private static BufferedReader lines(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IllegalArgumentException("the file lacks " + name);
        }
        return new BufferedReader(
                new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8));
    }

    private static Optional<Map<String, Object>> object(@Nullable String line) {
        return Optional.ofNullable(line).map(JsonText::object);
    }

    private void count(long index, Map<String, Object> entry, Optional<Map<String, Object>> facts) {
        decisions++;
        if (index < demonstration && isInvented(map(entry, "detail"))) {
            invented++;
        } else {
            decide(index, entry, facts);
        }
    }

    private void decide(
            long index, Map<String, Object> entry, Optional<Map<String, Object>> facts) {
        Map<String, Object> detail = map(entry, "detail");
        otherTzdb += text(detail, "tzdb").equals(Tzdb.VERSION) ? 0 : 1;
        Replay.Said then = said(entry, detail);
        Optional<String> inputs =
                facts.map(CanonicalJson::of)
                        .filter(json ->
                                Sha256.hex(json.getBytes(StandardCharsets.UTF_8))
                                        .equals(detail.get("facts_sha256")));
        Optional<Rulebooks> books = books(detail);
        Optional<Replay.Said> now =
                inputs.flatMap(json ->
                        books.map(applied -> Replay.again(recorded(entry, json, then), applied)));
        withoutInputs += inputs.isEmpty() ? 1 : 0;
        withoutBooks += books.isEmpty() ? 1 : 0;
        if (now.filter(then::equals).isPresent()) {
            same++;
        } else {
            different += now.isPresent() ? 1 : 0;
            if (shown.size() < SHOWN_MAX) {
                shown.add(new Difference(index, then, now, lacking(detail, inputs, books)));
            }
        }
    }

    private static List<Lacking> lacking(
            Map<String, Object> detail, Optional<String> inputs, Optional<Rulebooks> books) {
        List<Lacking> lacking = new ArrayList<>();
        if (inputs.isEmpty()) {
            lacking.add(Lacking.INPUTS);
        }
        if (books.isEmpty()) {
            lacking.add(isInvented(detail) ? Lacking.DEMONSTRATION : Lacking.RULEBOOKS);
        }
        return lacking;
    }

    private static Replay.Said said(Map<String, Object> entry, Map<String, Object> detail) {
        List<?> rules = detail.get("rules") instanceof List<?> list ? list : List.of();
        return new Replay.Said(
                text(entry, "kind").equals("dial.permitted"),
                rules.stream().map(String::valueOf).toList(),
                Optional.ofNullable(detail.get("next_allowed_at"))
                        .map(at -> Instant.parse(String.valueOf(at))));
    }

    /// The books that a decision names; empty when one is not there, or not what it was.
    private Optional<Rulebooks> books(Map<String, Object> detail) {
        if (!detail.containsKey("rulebooks")) {
            return Optional.empty();
        }
        String sha256 = text(detail, "rulebooks_sha256");
        String titles = text(detail, "rulebooks");
        return known.computeIfAbsent(titles + " " + sha256, _ -> named(titles, sha256));
    }

    private Optional<Rulebooks> named(String titles, String sha256) {
        List<Rulebook> books = new ArrayList<>();
        for (String title : titles.split(", ", -1)) {
            Rulebook book = editions.get(title);
            if (book == null) {
                return Optional.empty();
            }
            books.add(book);
        }
        return Optional.of(new Rulebooks(books)).filter(read -> read.sha256().equals(sha256));
    }

    private static Replay.Recorded recorded(
            Map<String, Object> entry, String facts, Replay.Said said) {
        Map<String, Object> detail = map(entry, "detail");
        Optional<RecordedFacts.Read> read = RecordedFacts.read(facts);
        String actor = text(entry, "actor");
        DialRequest request =
                new DialRequest(
                        entry.containsKey("campaign")
                                ? new CampaignId(number(entry, "campaign"))
                                : NO_CAMPAIGN,
                        new ConsumerId(number(entry, "consumer")),
                        new AccountId(number(entry, "account")),
                        new PhoneId(number(detail, "phone")),
                        Mode.valueOf(text(detail, "mode")),
                        DialPath.valueOf(text(detail, "path")),
                        actor.startsWith("agent:")
                                ? Optional.of(new AgentId(Long.parseLong(actor.substring(6))))
                                : Optional.empty(),
                        read.map(RecordedFacts.Read::ringSeconds).orElse(0));
        return new Replay.Recorded(
                request,
                read.map(RecordedFacts.Read::facts),
                Instant.parse(text(entry, "at")),
                said);
    }

    private static String text(Map<String, Object> map, String key) {
        if (map.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("an entry lacks the text " + key);
    }

    private static long number(Map<String, Object> map, String key) {
        if (map.get(key) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("an entry lacks the number " + key);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> map, String key) {
        if (map.get(key) instanceof Map<?, ?> inner) {
            return (Map<String, Object>) inner;
        }
        throw new IllegalArgumentException("an entry lacks " + key);
    }
}
