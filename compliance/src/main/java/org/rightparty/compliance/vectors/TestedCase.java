package org.rightparty.compliance.vectors;

import java.util.List;

/// What became of one policy test.
///
/// @param refused whether it could not be read; `actual` then says where and why
/// @param expected decision and reason, as the file has them
/// @param actual decision and reasons, as the engine gave them
/// @param rows the rows that refused, by the names they have in their books; none when none did
public record TestedCase(
        String id,
        String title,
        boolean passed,
        boolean refused,
        String expected,
        String actual,
        List<String> rows) {

    static TestedCase of(String id, String title, boolean passed, String expected, String actual) {
        return new TestedCase(id, title, passed, false, expected, actual, List.of());
    }

    static TestedCase refused(String id, UnusableVector why) {
        String message = why.getMessage();
        return new TestedCase(
                id, "", false, true, "a test", message == null ? "" : message, List.of());
    }
}
