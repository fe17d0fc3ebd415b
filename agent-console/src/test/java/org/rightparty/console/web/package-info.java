@NullMarked
package org.rightparty.console.web;

import org.jspecify.annotations.NullMarked;
