/// Tests of call records as files.
@NullMarked
package org.rightparty.dialer.records;

import org.jspecify.annotations.NullMarked;
