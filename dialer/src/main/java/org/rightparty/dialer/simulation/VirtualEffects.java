package org.rightparty.dialer.simulation;

import org.rightparty.dialer.loop.Effects;
import org.rightparty.dialer.loop.Inbox;
import org.rightparty.dialer.loop.LaneEffects;
import org.rightparty.dialer.loop.Performer;
import org.rightparty.dialer.loop.Work;

/// The lanes of production in virtual time: a permit takes its time, all else is done at once. What
/// nobody waits for does not wake the loop.
final class VirtualEffects implements Effects {
    private final LaneEffects lanes;
    private final VirtualTime time;
    private final double permitS;
    private final Runnable wake;
    private Urgency urgency = Urgency.NONE;

    private enum Urgency {
        NONE,
        SOON,
        PERMIT
    }

    VirtualEffects(
            Performer performer, Inbox inbox, VirtualTime time, double permitS, Runnable wake) {
        this.lanes = new LaneEffects(performer, inbox, this::execute);
        this.time = time;
        this.permitS = permitS;
        this.wake = wake;
    }

    @Override
    public void submit(Work work) {
        urgency = urgency(work);
        lanes.submit(work);
    }

    @Override
    public void keep(Work work) {
        lanes.keep(work);
    }

    @Override
    public void resume() {
        urgency = Urgency.NONE;
        lanes.resume();
    }

    private void execute(Runnable task) {
        switch (urgency) {
            case NONE -> task.run();
            case SOON -> time.after(0L, () -> finish(task));
            case PERMIT -> time.after(permitS, () -> finish(task));
        }
    }

    private void finish(Runnable task) {
        task.run();
        wake.run();
    }

    private static Urgency urgency(Work work) {
        return switch (work) {
            case Work.Reserve _, Work.ReserveOne _, Work.TransferTo _ -> Urgency.PERMIT;
            case Work.OfferNext _,
                    Work.DialFor _,
                    Work.Dispose _,
                    Work.OpenDesk _,
                    Work.ReadWindow _,
                    Work.ReadOpen _,
                    Work.WriteOrder _ ->
                    Urgency.SOON;
            case Work.GiveBack _,
                    Work.LoadScreen _,
                    Work.Note _,
                    Work.Take _,
                    Work.End _,
                    Work.AgentChanged _,
                    Work.Probe _,
                    Work.ScreenShown _ ->
                    Urgency.NONE;
        };
    }
}
