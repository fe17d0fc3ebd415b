package org.rightparty.compliance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

/// Signed notes against the example of their specification.
final class SignedNoteTest {
    private static final String KEY =
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String NOTE =
            """
            This is an example message.

            \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONnc\
            AlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    @Test
    void verifies_the_example_of_the_specification_and_nothing_changed() {
        VerifierKey key = VerifierKey.parse(KEY);
        assertThat(key.format()).isEqualTo(KEY);
        assertThat(key.signed(SignedNote.parse(NOTE))).isTrue();
        assertThat(SignedNote.parse(NOTE).format()).isEqualTo(NOTE);
        assertThat(key.signed(SignedNote.parse(NOTE.replace("example m", "exemple m")))).isFalse();
        assertThat(key.signed(SignedNote.parse(NOTE.replace("/foo", "/bar")))).isFalse();
    }

    @Test
    void signs_what_its_own_public_half_verifies_and_survives_its_file() {
        SigningKey key = SigningKey.make("rightparty-test");
        SigningKey again = SigningKey.parse(key.format());
        SignedNote note = again.sign("some text\n");
        assertThat(key.verifier().signed(SignedNote.parse(note.format()))).isTrue();
        assertThat(SigningKey.make("rightparty-test").verifier().signed(note)).isFalse();
        assertThat(key.toString()).doesNotContain(key.format().lines().findFirst().orElse(""));
        assertThatThrownBy(() ->
                        SigningKey.parse(
                                key.format().lines().findFirst().orElse("")
                                        + "\n"
                                        + SigningKey.make("rightparty-test").verifier().format()))
                .hasMessageContaining("do not belong together");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no signature\n",
                "text\n\n- name AAAAAAAA\n",
                "text\n\n\u2014 name AAAA\n",
                "text\n\n\u2014 name\n",
                "text\n\n"
            })
    void what_is_no_note_is_refused(String text) {
        assertThatThrownBy(() -> SignedNote.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_checkpoint_reads_what_it_wrote() {
        Checkpoint checkpoint =
                new Checkpoint(
                        "rightparty-test",
                        7,
                        MerkleTree.emptyRoot(),
                        Instant.parse("2026-04-07T16:00:00.123456Z"),
                        3_600_000,
                        "ab");
        Checkpoint read = Checkpoint.parse(checkpoint.text());
        assertThat(read.text()).isEqualTo(checkpoint.text());
        assertThat(read.at()).isEqualTo("2026-04-07T16:00:00.123Z");
        assertThatThrownBy(() -> Checkpoint.parse(checkpoint.text().replace("time ", "tame ")))
                .hasMessageContaining("no line time");
    }
}
