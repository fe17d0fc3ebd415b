@NullMarked
package org.rightparty.compliance.zones;

import org.jspecify.annotations.NullMarked;
