/// What a person at a desk sees and may ask for. Core: ports that the dialer and the tables
/// implement.
@NullMarked
package org.rightparty.console.desk;

import org.jspecify.annotations.NullMarked;
