/// The words of the trade as types: ids, numbers, money. Core: no clock, no chance, no input or
/// output.
@NullMarked
package org.rightparty.vocabulary;

import org.jspecify.annotations.NullMarked;
