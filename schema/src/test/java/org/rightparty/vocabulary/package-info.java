@NullMarked
package org.rightparty.vocabulary;

import org.jspecify.annotations.NullMarked;
