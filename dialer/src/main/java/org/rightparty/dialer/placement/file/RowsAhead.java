package org.rightparty.dialer.placement.file;

import org.rightparty.dialer.placement.SourceRow;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;

/// The rows of a file, each read when somebody asks whether it is there.
final class RowsAhead implements Iterator<SourceRow> {
    private final Source source;
    private Optional<SourceRow> ahead = Optional.empty();
    private boolean ended;

    /// Where rows come from.
    interface Source {
        /// The next row that is not blank; empty at the end.
        Optional<SourceRow> read();
    }

    RowsAhead(Source source) {
        this.source = source;
    }

    /// Takes the first row for the names of the cells.
    List<String> takeHeader() {
        return hasNext() ? next().cells() : List.of();
    }

    /// `column 1` and so on, as many as the first row has cells.
    List<String> inventHeader() {
        int cells = hasNext() ? ahead.orElseThrow().cells().size() : 0;
        return IntStream.rangeClosed(1, cells).mapToObj(i -> "column " + i).toList();
    }

    @Override
    public boolean hasNext() {
        if (ahead.isEmpty() && !ended) {
            ahead = source.read();
            ended = ahead.isEmpty();
        }
        return ahead.isPresent();
    }

    @Override
    public SourceRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        SourceRow row = ahead.orElseThrow();
        ahead = Optional.empty();
        return row;
    }
}
