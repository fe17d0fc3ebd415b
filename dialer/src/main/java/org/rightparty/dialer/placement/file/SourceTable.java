package org.rightparty.dialer.placement.file;

import org.rightparty.dialer.placement.SourceRow;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/// An open file as rows of cells, read once and never held in memory as a whole. Rows without any
/// text are left out but counted in the numbers of the others.
interface SourceTable extends AutoCloseable {
    /// The names of the cells; for files without a header `column 1` and so on.
    List<String> header();

    /// @throws org.rightparty.dialer.placement.UnusableFile while iterating, when the file is
    ///     broken
    Iterator<SourceRow> rows();

    @Override
    void close() throws IOException;
}
