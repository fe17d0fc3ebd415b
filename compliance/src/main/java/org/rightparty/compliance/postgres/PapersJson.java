package org.rightparty.compliance.postgres;

import com.fasterxml.jackson.databind.JsonNode;

import org.rightparty.compliance.gate.Papers;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// Licences, notices and overrides as they are kept with a decision.
final class PapersJson {
    private PapersJson() {}

    static void put(Papers papers, Map<String, Object> facts) {
        facts.put("licences", papers.licences().stream().map(PapersJson::licence).toList());
        facts.put("notices", papers.notices().stream().map(PapersJson::notice).toList());
        facts.put("overrides", papers.overrides().stream().map(PapersJson::override).toList());
    }

    private static Map<String, Object> licence(Papers.Licence licence) {
        Map<String, Object> map = new TreeMap<>();
        map.put("jurisdiction", licence.jurisdiction());
        map.put("held", licence.held());
        map.put("from", licence.from().toString());
        licence.until().ifPresent(at -> map.put("until", at.toString()));
        return map;
    }

    private static Map<String, Object> notice(Papers.Notice notice) {
        Map<String, Object> map = new TreeMap<>();
        map.put("kind", notice.kind());
        notice.account().ifPresent(id -> map.put("account", id.value()));
        map.put("sent_at", notice.sentAt().toString());
        return map;
    }

    private static Map<String, Object> override(Papers.SetAside override) {
        Map<String, Object> map = new TreeMap<>();
        map.put("rule", override.ruleId());
        override.account().ifPresent(id -> map.put("account", id.value()));
        override.phone().ifPresent(id -> map.put("phone", id.value()));
        map.put("from", override.from().toString());
        map.put("until", override.until().toString());
        return map;
    }

    static Papers read(JsonNode facts) {
        return new Papers(
                RecordedFacts.list(
                        facts.path("licences"),
                        node ->
                                new Papers.Licence(
                                        RecordedFacts.text(node, "jurisdiction"),
                                        node.path("held").booleanValue(),
                                        Instant.parse(RecordedFacts.text(node, "from")),
                                        RecordedFacts.instant(node, "until"))),
                RecordedFacts.list(
                        facts.path("notices"),
                        node ->
                                new Papers.Notice(
                                        RecordedFacts.text(node, "kind"),
                                        RecordedFacts.id(node, "account", AccountId::new),
                                        Instant.parse(RecordedFacts.text(node, "sent_at")))),
                RecordedFacts.list(
                        facts.path("overrides"),
                        node ->
                                new Papers.SetAside(
                                        RecordedFacts.text(node, "rule"),
                                        RecordedFacts.id(node, "account", AccountId::new),
                                        RecordedFacts.id(node, "phone", PhoneId::new),
                                        Instant.parse(RecordedFacts.text(node, "from")),
                                        Instant.parse(RecordedFacts.text(node, "until")))));
    }
}
