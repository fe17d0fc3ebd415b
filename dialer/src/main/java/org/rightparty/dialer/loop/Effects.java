package org.rightparty.dialer.loop;

/// Where the loop's work for the tables is done. Returns at once; what comes of it arrives in the
/// loop's inbox as [LoopEvent.Done], [LoopEvent.Failed] or [LoopEvent.Broke], work of one lane in
/// order.
///
/// What must be written and cannot be now keeps its place in its lane until [#resume]: nothing
/// overtakes it, and what is read in that lane meanwhile fails, since it would read too little.
public interface Effects {
    void submit(Work work);

    /// The database is not believed in: this is written when it is back.
    void keep(Work work);

    /// The database is there: what was kept, or failed and must be written, is tried again.
    void resume();
}
