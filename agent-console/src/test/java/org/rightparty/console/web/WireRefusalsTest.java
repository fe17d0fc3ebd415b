package org.rightparty.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Frames that no page of ours sends.
class WireRefusalsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"kind\":\"dance\"}",
                "{\"kind\":\"ping\",\"more\":1}",
                "{\"kind\":\"ping\"} {\"kind\":\"ping\"}",
                "{\"kind\":\"shown\",\"seq\":1}",
                "{\"kind\":\"shown\",\"seq\":1.5,\"attempt\":2}",
                "{\"kind\":\"shown\",\"seq\":null,\"attempt\":2}",
                "{\"kind\":\"ask\",\"ref\":null,\"intent\":{\"kind\":\"goReady\"}}",
                "{\"kind\":\"ask\",\"ref\":\"\",\"intent\":"
                        + "{\"kind\":\"pause\",\"reason\":\"NAP\"}}",
                "{\"kind\":\"draft\",\"attempt\":1,\"draft\":\"text\"}",
                "{\"kind\":\"draft\",\"attempt\":1,\"draft\":{\"note\":\"a\\u0000b\"}}",
                "{\"kind\":\"draft\",\"attempt\":1,\"draft\":{\"note\":\"\\\\\\u0000\"}}"
            })
    void refuses_a_frame_that_is_not_one(String text) {
        assertThatThrownBy(() -> WireJson.read(text, Wire.FromDesk.class))
                .isInstanceOf(WireJson.Malformed.class)
                .hasNoCause();
    }

    /// A backslash and what looks like a code are six characters that somebody typed.
    @Test
    void keeps_a_backslash_before_a_code() {
        String text = "{\"kind\":\"draft\",\"attempt\":1,\"draft\":{\"note\":\"\\\\u0000\"}}";
        assertThat(WireJson.read(text, Wire.FromDesk.class)).isInstanceOf(Wire.SaveDraft.class);
    }
}
