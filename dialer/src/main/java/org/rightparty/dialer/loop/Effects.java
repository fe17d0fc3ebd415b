package org.rightparty.dialer.loop;

/// Where the loop's work for the tables is done. Returns at once; what comes of it arrives in the
/// loop's inbox as [LoopEvent.Done], [LoopEvent.Failed] or [LoopEvent.Broke], work of one lane in
/// order.
public interface Effects {
    void submit(Work work);
}
