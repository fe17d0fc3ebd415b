package org.rightparty.dialer.placement;

import java.util.List;

/// One row as the file holds it.
///
/// @param number row in the file, the first being 1
/// @param complaint why the row's shape is wrong, or empty when it is right
public record SourceRow(long number, List<String> cells, String complaint) {
    public SourceRow {
        cells = List.copyOf(cells);
    }
}
