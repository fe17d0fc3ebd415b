package org.rightparty.dialer.placement.file;

import org.rightparty.dialer.placement.UnusableFile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// What one pass over the bytes of a file tells.
///
/// Text is UTF-8 when every byte of it is, UTF-16 when it begins with that mark, and Windows-1252
/// otherwise.
///
/// @param sha256 hash of the bytes, in hexadecimal
/// @param bomBytes length of the byte order mark
record FileFacts(String sha256, Kind kind, Charset charset, int bomBytes) {
    private static final int BLOCK_BYTES = 1 << 16;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    enum Kind {
        TEXT,
        XLSX
    }

    static FileFacts of(Path file) throws IOException {
        ImportRequest.requireFile(file);
        byte[] head = head(file);
        if (head.length == 0) {
            throw UnusableFile.of("the file is empty", "ask the client to send it again");
        } else if (startsWith(head, OLE2)) {
            throw UnusableFile.of(
                    "an old or encrypted Excel file",
                    "save it as .xlsx without a password, or as CSV");
        }
        Scan scan = new Scan(bomCharset(head));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK_BYTES)) {
            scan.read(in);
        }
        boolean zip = startsWith(head, ZIP);
        if (!zip && scan.hasZero && scan.marked != Mark.UTF_16) {
            throw UnusableFile.of("neither text nor an .xlsx workbook", "save it as CSV or .xlsx");
        }
        int bom = scan.marked.length;
        return new FileFacts(scan.hash(), zip ? Kind.XLSX : Kind.TEXT, scan.charset(head), bom);
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ZIP.length);
        }
    }

    private static boolean startsWith(byte[] head, byte[] mark) {
        return head.length >= mark.length
                && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }

    private static Mark bomCharset(byte[] head) {
        if (startsWith(head, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
            return Mark.UTF_8;
        } else if (startsWith(head, new byte[] {(byte) 0xFF, (byte) 0xFE})
                || startsWith(head, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
            return Mark.UTF_16;
        } else {
            return Mark.NONE;
        }
    }

    private enum Mark {
        NONE(0),
        UTF_8(3),
        UTF_16(2);

        private final int length;

        Mark(int length) {
            this.length = length;
        }
    }

    /// Hashes the bytes and tries them as UTF-8 while they pass.
    private static final class Scan {
        private final Mark marked;
        private final MessageDigest digest = sha256();
        private final CharsetDecoder decoder =
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        private final CharBuffer out = CharBuffer.allocate(BLOCK_BYTES + 16);
        private ByteBuffer carried = ByteBuffer.allocate(0);
        private boolean utf8 = true;
        private boolean hasZero;

        Scan(Mark marked) {
            this.marked = marked;
        }

        void read(InputStream in) throws IOException {
            byte[] block = new byte[BLOCK_BYTES];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
                for (int i = 0; i < n && !hasZero; i++) {
                    hasZero = block[i] == 0;
                }
                tryUtf8(block, n);
            }
            utf8 = utf8 && !carried.hasRemaining();
        }

        private void tryUtf8(byte[] block, int length) {
            if (!utf8) {
                return;
            }
            ByteBuffer bytes = ByteBuffer.allocate(carried.remaining() + length);
            bytes.put(carried).put(block, 0, length).flip();
            out.clear();
            utf8 = !decoder.decode(bytes, out, false).isError();
            carried = bytes.slice();
        }

        String hash() {
            return HexFormat.of().formatHex(digest.digest());
        }

        Charset charset(byte[] head) {
            return switch (marked) {
                case UTF_8 -> StandardCharsets.UTF_8;
                case UTF_16 ->
                        head[0] == (byte) 0xFF
                                ? StandardCharsets.UTF_16LE
                                : StandardCharsets.UTF_16BE;
                case NONE -> utf8 ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
            };
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java has SHA-256", impossible);
            }
        }
    }
}
