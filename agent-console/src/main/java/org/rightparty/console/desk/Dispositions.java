package org.rightparty.console.desk;

import java.util.List;

/// The dispositions of this house. Blocks.
public interface Dispositions {
    /// In the order of the screen.
    List<DispositionCode> all();
}
