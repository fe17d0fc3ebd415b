package org.rightparty.console.web;

import java.util.List;

/// Routes of one part of the program. What other modules give the server to serve.
public interface Routes {
    List<Route> routes();
}
