package org.rightparty.dialer.placement;

/// One field of a row that cannot be used.
///
/// @param field the field in our words, or `row` for the row as a whole
/// @param value what stood there, cut to a readable length; never a national id
/// @param reason what is wrong
/// @param mend what to do about it
public record Fault(String field, String value, String reason, String mend) {
    private static final int VALUE_LENGTH_MAX = 200;

    public Fault {
        value = printable(value);
    }

    public static Fault twiceInFile(Placement placement) {
        return new Fault(
                "account_number",
                placement.accountNumber(),
                "stands in the file twice",
                "the first row was taken; correct the number or leave this row out");
    }

    /// The same field, wrong in a further way.
    Fault and(Fault further) {
        return new Fault(field, value, reason + "; " + further.reason, mend + "; " + further.mend);
    }

    private static String printable(String text) {
        String cut =
                text.length() > VALUE_LENGTH_MAX ? text.substring(0, VALUE_LENGTH_MAX) + "…" : text;
        return cut.replaceAll("\\p{Cntrl}", " ");
    }
}
