/// Who works here, how they log in and what they may do. Core: ports that the tables implement.
@NullMarked
package org.rightparty.console.people;

import org.jspecify.annotations.NullMarked;
