/// What is learned of consumers outside our own calls: where they are, what was sent to them, what
/// they agreed to, and what a number is. Each act is kept with its evidence, and heeded by the
/// gate.
@NullMarked
package org.rightparty.compliance.facts;

import org.jspecify.annotations.NullMarked;
