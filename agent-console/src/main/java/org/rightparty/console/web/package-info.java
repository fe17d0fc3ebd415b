/// HTTP and WebSocket for agents, supervisors and officers. Shell: Vert.x and JSON stop here.
@NullMarked
package org.rightparty.console.web;

import org.jspecify.annotations.NullMarked;
