package org.rightparty.compliance.vectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.rightparty.compliance.postgres.ShippedZones;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Runs the policy tests of a file through the production engine and the shipped rulebooks, or
/// others in their place.
///
/// A test that cannot be read (a kind, a field or a word that is not known) is refused with its
/// path and counts as failed; the others run all the same.
public final class PolicyTests {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private final VectorBooks books;
    private final OtherVectors others;

    /// With the books that come with the program.
    public PolicyTests() {
        this(VectorBooks.shipped());
    }

    /// @param texts the books, each as JSON
    public PolicyTests(List<String> texts) {
        this(new VectorBooks(texts));
    }

    private PolicyTests(VectorBooks books) {
        this.books = books;
        this.others = new OtherVectors(books, ShippedZones.read());
    }

    /// @param text a list of tests, or an object whose `vectors` is one
    /// @throws UnusableVector when it is not a file of policy tests at all
    public List<TestedCase> run(String text) {
        JsonNode root = parse(text);
        JsonNode vectors = root.isArray() ? root : vectors(root);
        List<TestedCase> results = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < vectors.size(); i++) {
            String path = "$.vectors[" + i + "]";
            JsonNode given = vectors.get(i).path("id");
            String id = given.asText().isEmpty() || given.isNull() ? path : given.asText();
            results.add(ids.add(id) ? run(vectors.get(i), id, path) : again(id, path));
        }
        return results;
    }

    private static TestedCase again(String id, String path) {
        return TestedCase.refused(
                id, new UnusableVector(path + ".id", "there twice", "give it another"));
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            String where =
                    broken.getLocation() == null
                            ? ""
                            : " in line " + broken.getLocation().getLineNr();
            throw new UnusableVector("$", "not JSON" + where, "mend its syntax");
        }
    }

    private static JsonNode vectors(JsonNode root) {
        Fields fields = new Fields(root, "$");
        JsonNode vectors = fields.raw("vectors");
        if (!vectors.isArray()) {
            throw fields.wrong("vectors", "missing, or not a list");
        }
        fields.optional("schema_version")
                .filter(version -> !version.matches("1(\\..*)?"))
                .ifPresent(version -> {
                    throw fields.wrong("schema_version", "not a version 1: " + version);
                });
        fields.ignore("licence_note", "documentation", "generated", "note");
        fields.end();
        return vectors;
    }

    private TestedCase run(JsonNode vector, String id, String path) {
        try {
            Fields fields = new Fields(vector, path);
            if (fields.has("id") && !fields.raw("id").isTextual() && !fields.raw("id").isInt()) {
                throw fields.wrong("id", "not text");
            }
            String title = fields.text("title", "");
            return switch (fields.text("kind")) {
                case "CALL_DECISION" -> new DecisionVector(fields).run(books, id, title);
                case "ABANDON_RATE" -> others.abandonRate(fields, id, title);
                case "CONNECT_TIME" -> others.connectTime(fields, id, title);
                case "RECORDING" -> others.recording(fields, id, title);
                case "DEADLINE" -> others.deadline(fields, id, title);
                case "ZONE_DERIVATION" -> others.zoneDerivation(fields, id, title);
                default -> throw fields.wrong("kind", "not a kind of policy test");
            };
        } catch (UnusableVector unusable) {
            return TestedCase.refused(id, unusable);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException odd) {
            String why = Optional.ofNullable(odd.getMessage()).orElse("a value out of range");
            return TestedCase.refused(id, new UnusableVector(path, why, "mend the value"));
        }
    }
}
