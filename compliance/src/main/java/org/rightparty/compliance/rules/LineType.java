package org.rightparty.compliance.rules;

/// What kind of line a number is; what is not known is treated as mobile.
public enum LineType {
    LANDLINE,
    MOBILE,
    VOIP,
    TOLL_FREE,
    UNKNOWN
}
