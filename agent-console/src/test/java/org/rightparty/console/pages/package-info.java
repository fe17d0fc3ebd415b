/// The pages in a real browser, over the console's server and fakes.
@NullMarked
package org.rightparty.console.pages;

import org.jspecify.annotations.NullMarked;
