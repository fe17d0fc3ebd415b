package org.rightparty.console.web;

import org.rightparty.vocabulary.Role;

import java.util.Map;
import java.util.Set;

/// Who may open which socket, and who may give orders on the floor's.
final class SocketAccess {
    static final String DESK = "/ws/desk";
    static final String FLOOR = "/ws/floor";
    static final Map<String, Set<Role>> OPEN =
            Map.of(
                    DESK,
                    Set.of(Role.AGENT),
                    FLOOR,
                    Set.of(Role.SUPERVISOR, Role.OFFICER, Role.ADMIN));
    static final Set<Role> ORDER = Set.of(Role.SUPERVISOR, Role.ADMIN);

    private SocketAccess() {}
}
