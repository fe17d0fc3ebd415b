package org.rightparty.console.web;

import java.util.Map;

/// What the program depends on and whether it is there. Blocks for a second at most.
public interface Health {
    /// Each thing by name (`database`, `telephone`) and whether it works.
    Map<String, Boolean> checks();
}
