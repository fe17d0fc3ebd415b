package org.rightparty.compliance.rules;

/// By what means somebody is contacted.
public enum Channel {
    VOICE,
    TEXT,
    EMAIL
}
