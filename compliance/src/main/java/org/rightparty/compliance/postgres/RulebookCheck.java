package org.rightparty.compliance.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rightparty.compliance.rules.Excuse;
import org.rightparty.compliance.rules.RuleType;
import org.rightparty.compliance.rules.Rulebook;

import java.time.DateTimeException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a rulebook that a person wrote: every field must be known, every row must read by itself,
/// and what is wrong is said with its path.
final class RulebookCheck {
    private static final Pattern NO_SUCH_WORD =
            Pattern.compile("No enum constant [\\w.]*?(\\w+)\\.([^.]*)");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> BOOK =
            Set.of(
                    "name",
                    "version",
                    "about",
                    "author",
                    "effective_from",
                    "counters",
                    "holidays",
                    "rules");
    private static final Set<String> ROW =
            Set.of(
                    "rule_id",
                    "type",
                    "jurisdiction",
                    "citation",
                    "provenance",
                    "strength",
                    "effective_from",
                    "effective_to",
                    "active",
                    "overridable",
                    "applies",
                    "params",
                    "exceptions",
                    "reason_code",
                    "message_for_agent");
    private static final Set<String> APPLIES =
            Set.of(
                    "channels",
                    "purposes",
                    "modes",
                    "roles",
                    "line_types",
                    "voices",
                    "debt_types",
                    "party_roles",
                    "places");

    private static final Set<String> FIRST_TRIED = Set.of("count", "places", "intervals", "window");

    private RulebookCheck() {}

    /// @throws RulebookFault when it is not a rulebook
    static Rulebook read(String content) {
        JsonNode book = parse(content);
        known(book, "$", BOOK);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < book.path("rules").size(); i++) {
            String path = "$.rules[" + i + "]";
            JsonNode row = book.path("rules").get(i);
            known(row, path, ROW);
            known(row.path("applies"), path + ".applies", APPLIES);
            known(row.path("params"), path + ".params", params(row, path));
            firstTried(row, path);
            if (!ids.add(row.path("rule_id").asText())) {
                throw new RulebookFault(path + ".rule_id", "there twice", "give it another");
            }
            readAlone((ObjectNode) book, row, path);
        }
        return whole(content);
    }

    /// The exception and what it asks for go together.
    private static void firstTried(JsonNode row, String path) {
        JsonNode tried = row.path("params").path("first_tried");
        known(tried, path + ".params.first_tried", FIRST_TRIED);
        boolean excepted =
                RuleReader.texts(row.path("exceptions"))
                        .contains(Excuse.HOME_ATTEMPT_FAILED.name());
        if (tried.isObject() != excepted) {
            throw new RulebookFault(
                    path + ".params.first_tried",
                    "goes with the exception " + Excuse.HOME_ATTEMPT_FAILED,
                    "write both or neither");
        }
    }

    /// A book of one row says which row cannot be read.
    private static void readAlone(ObjectNode book, JsonNode row, String path) {
        ObjectNode alone = book.deepCopy();
        alone.putArray("rules").add(row);
        try {
            RulebookReader.read(alone.toString());
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new RulebookFault(path, message(wrong), "mend the row");
        }
    }

    private static Rulebook whole(String content) {
        try {
            return RulebookReader.read(content);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new RulebookFault("$", message(wrong), "mend the book");
        }
    }

    /// What Java says of a word that is none of a list names a class; the officer knows the list.
    private static String message(RuntimeException wrong) {
        String said = Optional.ofNullable(wrong.getMessage()).orElse("cannot be read");
        Matcher none = NO_SUCH_WORD.matcher(said);
        return none.matches()
                ? "\"" + none.group(2) + "\" is no " + none.group(1).toLowerCase(Locale.ROOT)
                : said;
    }

    private static JsonNode parse(String content) {
        try {
            JsonNode book = JSON.readTree(content);
            if (!book.isObject()) {
                throw new RulebookFault("$", "not an object", "write a rulebook");
            }
            return book;
        } catch (JsonProcessingException broken) {
            String where =
                    broken.getLocation() == null
                            ? ""
                            : " in line " + broken.getLocation().getLineNr();
            throw new RulebookFault("$", "not JSON" + where, "mend its syntax");
        }
    }

    private static void known(JsonNode node, String path, Set<String> fields) {
        node.fieldNames()
                .forEachRemaining(name -> {
                    if (!fields.contains(name)) {
                        throw new RulebookFault(
                                path + "." + name,
                                "not known here",
                                "take it out or mend its name");
                    }
                });
    }

    private static Set<String> params(JsonNode row, String path) {
        return switch (type(row, path)) {
            case STATUS_BLOCK -> Set.of("codes", "places", "any_debt");
            case LICENCE -> Set.of("required_in");
            case NUMBER_CHECK -> Set.of("refused", "lookup");
            case CONSENT_REQUIRED -> Set.of("consent", "implied_by_source", "ported_days");
            case LOCATION_UNKNOWN, CONCURRENT_ATTEMPT -> Set.of();
            case LIFETIME_CAP -> Set.of("scope", "count", "max");
            case WAIT_AFTER_NOTICE -> Set.of("notice", "days", "zone_basis");
            case PREFERENCE -> Set.of("subject");
            case CONTACT_HOURS ->
                    Set.of("windows", "zone_basis", "holiday_calendar", "holiday_intervals");
            case END_GUARD -> Set.of("margin_seconds");
            case COOLDOWN ->
                    Set.of("scope", "trigger", "window", "zone_basis", "use_frequency_group");
            case FREQUENCY_CAP ->
                    Set.of(
                            "scope",
                            "count",
                            "max",
                            "window",
                            "places",
                            "zone_basis",
                            "use_frequency_group",
                            "starts_after_conversation",
                            "first_tried");
            case ABANDONMENT ->
                    Set.of(
                            "ceiling_ppm",
                            "scope",
                            "window",
                            "connect_within_ms",
                            "ring_at_least_ms");
            case RECORDING -> Set.of("consent", "where_place_unknown");
            case OBLIGATION -> Set.of("code", "due", "holds", "places");
        };
    }

    private static RuleType type(JsonNode row, String path) {
        try {
            return RuleType.valueOf(row.path("type").asText());
        } catch (IllegalArgumentException unknown) {
            throw new RulebookFault(path + ".type", "not a type of rule", "use one that is");
        }
    }
}
