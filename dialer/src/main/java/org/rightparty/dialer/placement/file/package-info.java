/// Files as creditors send them: delimited text, spreadsheets, fixed-width lines; and the import of
/// one. Shell.
@NullMarked
package org.rightparty.dialer.placement.file;

import org.jspecify.annotations.NullMarked;
