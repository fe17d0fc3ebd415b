package org.rightparty.compliance.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;

import org.rightparty.compliance.retention.Media;
import org.rightparty.vocabulary.AttemptId;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Keeps recordings encrypted: AES-256-GCM in segments, a key for each, wrapped by the vault's key,
/// which is a file of its own and never in the database. Destroying a wrapped key destroys its
/// recording, wherever copies lie.
public final class Vault implements Media {
    private static final long PER_DIRECTORY = 10_000L;

    private final Aead wrapping;
    private final Path directory;

    private Vault(Aead wrapping, Path directory) {
        this.wrapping = wrapping;
        this.directory = directory;
    }

    /// What was put in.
    ///
    /// @param sha256 of the sound before encryption, in hex
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Kept(long bytes, String sha256, byte[] wrappedKey) {}

    /// @param key its file; made at the first time, readable by its owner alone
    /// @throws UncheckedIOException when the file cannot be read or made
    /// @throws IllegalStateException when it holds no key
    public static Vault open(Path key, Path directory) {
        try {
            AeadConfig.register();
            StreamingAeadConfig.register();
            KeysetHandle handle = Files.exists(key) ? read(key) : make(key);
            return new Vault(
                    handle.getPrimitive(RegistryConfiguration.get(), Aead.class), directory);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("not a vault's key: " + key, wrong);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static KeysetHandle read(Path key) throws IOException, GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(key), InsecureSecretKeyAccess.get());
    }

    private static KeysetHandle make(Path key) throws IOException, GeneralSecurityException {
        KeysetHandle handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        Files.createDirectories(key.toAbsolutePath().getParent());
        Files.createFile(
                key,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                key,
                TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get()));
        return handle;
    }

    private Path file(AttemptId attempt) {
        return directory
                .resolve(Long.toString(attempt.value() / PER_DIRECTORY))
                .resolve(attempt + ".sealed");
    }

    /// What binds key and sound to their call: one in another's place does not open.
    private static byte[] bound(AttemptId attempt) {
        return ("recording " + attempt).getBytes(StandardCharsets.UTF_8);
    }

    /// Encrypts a recording; it is on disk when this returns. The file itself stays.
    ///
    /// @throws UncheckedIOException when it cannot be read, or nothing can be written
    public Kept keep(AttemptId attempt, Path recording) {
        Path target = file(attempt);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            KeysetHandle own =
                    KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB);
            Files.createDirectories(target.getParent());
            MessageDigest digest = sha256();
            long bytes;
            try (InputStream in = new DigestInputStream(Files.newInputStream(recording), digest);
                    OutputStream out =
                            streaming(own)
                                    .newEncryptingStream(
                                            Files.newOutputStream(part), bound(attempt))) {
                bytes = in.transferTo(out);
            }
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            byte[] wrapped =
                    TinkProtoKeysetFormat.serializeEncryptedKeyset(own, wrapping, bound(attempt));
            return new Kept(bytes, HexFormat.of().formatHex(digest.digest()), wrapped);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("encrypting failed", broken);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static StreamingAead streaming(KeysetHandle own) throws GeneralSecurityException {
        return own.getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
    }

    /// The sound of a call; empty when its file is not here.
    ///
    /// @throws Tampered when it is not what was kept
    public Optional<byte[]> open(AttemptId attempt, byte[] wrappedKey) {
        if (!Files.exists(file(attempt))) {
            return Optional.empty();
        }
        try {
            KeysetHandle own =
                    TinkProtoKeysetFormat.parseEncryptedKeyset(
                            wrappedKey, wrapping, bound(attempt));
            try (InputStream in =
                    streaming(own)
                            .newDecryptingStream(
                                    Files.newInputStream(file(attempt)), bound(attempt))) {
                return Optional.of(in.readAllBytes());
            }
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new Tampered(attempt, unreadable);
        }
    }

    /// A kept recording or its key was changed.
    public static final class Tampered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Tampered(AttemptId attempt, Exception cause) {
            super("the recording of attempt " + attempt + " is not what was kept", cause);
        }
    }

    @Override
    public Optional<String> find(AttemptId attempt, String file) {
        Optional<String> plain = file.isEmpty() ? Optional.empty() : sha256(Path.of(file));
        return plain.or(() -> sha256(file(attempt)));
    }

    @Override
    public void erase(AttemptId attempt, String file) {
        try {
            Files.deleteIfExists(file(attempt));
            if (!file.isEmpty()) {
                Files.deleteIfExists(Path.of(file));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Optional<String> sha256(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
