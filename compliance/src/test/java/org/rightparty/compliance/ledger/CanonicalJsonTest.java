package org.rightparty.compliance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.ConsumerId;

import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

final class CanonicalJsonTest {
    private static final Map<String, Object> ODD =
            Map.of(
                    "z",
                    1L,
                    "a",
                    List.of(true, "\u20ac$\u000f\nA'B\"\\\\\"/\u2028"),
                    "\u00f6",
                    Map.of("b", -5, "\r", "\b\t\f"),
                    "\ud83d\ude00",
                    "face",
                    "\ufb33",
                    "after the face in code points, before it in units");

    @Test
    void writes_what_another_canonicalizer_leaves_as_it_is() throws IOException {
        String ours = CanonicalJson.of(ODD);
        assertThat(new JsonCanonicalizer(ours).getEncodedString()).isEqualTo(ours);
        assertThat(CanonicalJson.of(Map.of("b", 2, "a", "x"))).isEqualTo("{\"a\":\"x\",\"b\":2}");
    }

    @Test
    void refuses_fractions_and_numbers_that_are_not_exact() {
        assertThatThrownBy(() -> CanonicalJson.of(Map.of("a", 1.5)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.of(Map.of("a", 1L << 53)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(CanonicalJson.of(Map.of("a", (1L << 53) - 1)))
                .isEqualTo("{\"a\":9007199254740991}");
    }

    @Test
    void hashes_the_whole_entry_as_a_leaf() {
        AuditEntry entry =
                new AuditEntry(
                        Instant.parse("2026-04-07T16:00:00.123456789Z"),
                        "dial.refused",
                        AuditEntry.Actor.PROGRAM,
                        AuditEntry.Subject.of(new ConsumerId(7), new AccountId(8)),
                        Map.of("reason", "CEASE"));
        Leaf leaf = Leaf.of(entry);
        assertThat(leaf.payload())
                .isEqualTo(
                        "{\"account\":8,\"actor\":\"program\","
                                + "\"at\":\"2026-04-07T16:00:00.123456Z\","
                                + "\"consumer\":7,\"detail\":{\"reason\":\"CEASE\"},"
                                + "\"kind\":\"dial.refused\"}");
        assertThat(HexFormat.of().formatHex(new Leaf("").hash()))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }
}
