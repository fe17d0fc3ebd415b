package org.rightparty.vocabulary;

/// What a person may do here. The server checks the role on every route and every socket message.
public enum Role {
    AGENT,
    SUPERVISOR,
    OFFICER,
    ADMIN
}
