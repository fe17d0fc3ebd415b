package org.rightparty.compliance.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.compliance.rules.Sha256;
import org.rightparty.vocabulary.AttemptId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;

class VaultTest {
    private static final AttemptId CALL = new AttemptId(20_001);

    @TempDir Path directory;

    private Vault vault() {
        return Vault.open(directory.resolve("vault.key"), directory.resolve("vault"));
    }

    private Path sealed() {
        return directory.resolve("vault/2/20001.sealed");
    }

    /// More than one segment of a megabyte.
    private byte[] sound() {
        byte[] sound = new byte[3_000_000];
        new Random(1).nextBytes(sound);
        return sound;
    }

    private Path recorded(byte[] sound) throws IOException {
        return Files.write(directory.resolve("20001.wav"), sound);
    }

    @Test
    void keeps_a_recording_that_only_its_key_opens() throws IOException {
        byte[] sound = sound();
        Vault.Kept kept = vault().keep(CALL, recorded(sound));
        assertThat(kept.bytes()).isEqualTo(sound.length);
        assertThat(kept.sha256()).isEqualTo(Sha256.hex(sound));
        assertThat(vault().open(CALL, kept.wrappedKey())).contains(sound);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(directory.resolve("vault.key"))))
                .isEqualTo("rw-------");
        Vault other = Vault.open(directory.resolve("other.key"), directory.resolve("vault"));
        assertThatThrownBy(() -> other.open(CALL, kept.wrappedKey()))
                .isInstanceOf(Vault.Tampered.class);
    }

    @Test
    void tells_when_a_byte_was_changed_or_the_file_is_another_calls() throws IOException {
        Vault.Kept kept = vault().keep(CALL, recorded(sound()));
        AttemptId another = new AttemptId(20_002);
        Vault.Kept others = vault().keep(another, recorded(sound()));
        Files.copy(sealed(), directory.resolve("copy"));
        byte[] bytes = Files.readAllBytes(sealed());
        bytes[bytes.length - 5] ^= 1;
        Files.write(sealed(), bytes);
        assertThatThrownBy(() -> vault().open(CALL, kept.wrappedKey()))
                .isInstanceOf(Vault.Tampered.class)
                .hasMessage("the recording of attempt 20001 is not what was kept");
        Files.copy(directory.resolve("copy"), directory.resolve("vault/2/20003.sealed"));
        assertThatThrownBy(() -> vault().open(new AttemptId(20_003), kept.wrappedKey()))
                .isInstanceOf(Vault.Tampered.class);
        assertThatThrownBy(() -> vault().open(CALL, others.wrappedKey()))
                .isInstanceOf(Vault.Tampered.class);
    }

    @Test
    void erases_what_is_kept_and_what_the_telephone_system_left() throws IOException {
        byte[] sound = sound();
        Path file = recorded(sound);
        Vault.Kept kept = vault().keep(CALL, file);
        assertThat(vault().find(CALL, file.toString())).contains(Sha256.hex(sound));
        vault().erase(CALL, file.toString());
        assertThat(file).doesNotExist();
        assertThat(sealed()).doesNotExist();
        assertThat(vault().open(CALL, kept.wrappedKey())).isEmpty();
        assertThat(vault().find(CALL, file.toString())).isEmpty();
        vault().erase(CALL, file.toString());
    }
}
