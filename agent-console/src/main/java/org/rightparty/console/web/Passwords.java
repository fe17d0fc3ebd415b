package org.rightparty.console.web;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Argon2id (RFC 9106) in PHC string form: 19 MiB, two passes, one lane.
///
/// Takes some tens of milliseconds of a core and its memory while it does, so few run at once; and
/// on threads of their own, since a virtual thread that computes keeps the core from all others,
/// dial loops among them, when a whole floor logs in at one hour.
public final class Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MEMORY_KIB_MAX = 256 * 1024;

    /// Half of the cores are left to the calls.
    private static final int AT_ONCE_MAX =
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private static final int IDLE_SECONDS_MAX = 10;
    private static final Pattern PHC =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d)"
                            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final SecureRandom random;
    private final Executor workers = workers();
    private final String nobodys;

    public Passwords(SecureRandom random) {
        this.random = random;
        this.nobodys = hash("nobody has this password");
    }

    /// A new PHC string for `password`.
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Cost cost = new Cost(MEMORY_KIB, PASSES, LANES);
        byte[] hash = derive(password, salt, cost, HASH_BYTES);
        Base64.Encoder plain = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        MEMORY_KIB,
                        PASSES,
                        LANES,
                        plain.encodeToString(salt),
                        plain.encodeToString(hash));
    }

    /// A new SIP password for somebody's line, which nobody types.
    public String lineSecret() {
        byte[] secret = new byte[SALT_BYTES];
        random.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    /// Whether `password` is the one of `phc`; false for a text that is no such string.
    public boolean matches(String password, String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            return false;
        }
        Cost cost =
                new Cost(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)));
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        byte[] wanted = Base64.getDecoder().decode(parts.group(5));
        return cost.isSane()
                && MessageDigest.isEqual(wanted, derive(password, salt, cost, wanted.length));
    }

    /// Does the work of [#matches] for a login that nobody has, so that time tells nothing.
    public void matchNobody(String password) {
        if (matches(password, nobodys)) {
            throw new IllegalStateException("somebody has nobody's password");
        }
    }

    private byte[] derive(String password, byte[] salt, Cost cost, int length) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(cost.memoryKib())
                        .withIterations(cost.passes())
                        .withParallelism(cost.lanes())
                        .withSalt(salt)
                        .build());
        byte[] secret = password.getBytes(StandardCharsets.UTF_8);
        return CompletableFuture.supplyAsync(() -> generated(argon2, secret, length), workers)
                .join();
    }

    private static byte[] generated(Argon2BytesGenerator argon2, byte[] secret, int length) {
        byte[] hash = new byte[length];
        argon2.generateBytes(secret, hash);
        return hash;
    }

    /// They end when nobody logs in. How many may wait is bounded by who asks.
    private static Executor workers() {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(
                        AT_ONCE_MAX,
                        AT_ONCE_MAX,
                        IDLE_SECONDS_MAX,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().daemon().name("password-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private record Cost(int memoryKib, int passes, int lanes) {
        boolean isSane() {
            return memoryKib >= 8 * lanes && memoryKib <= MEMORY_KIB_MAX && passes > 0 && lanes > 0;
        }
    }
}
