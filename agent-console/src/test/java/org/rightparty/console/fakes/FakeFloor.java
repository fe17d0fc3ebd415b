package org.rightparty.console.fakes;

import org.rightparty.console.agent.PauseReason;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.console.desk.Intent;
import org.rightparty.console.desk.NoCalls;
import org.rightparty.console.floor.FloorView;
import org.rightparty.console.floor.FloorView.NetworkLine.By;
import org.rightparty.console.floor.FloorView.NetworkLine.Standing;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Aim;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Rate;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/// A floor with one campaign, whose agents are those of the [FakeDesks].
public final class FakeFloor implements FloorView {
    private final FakeDesks desks;
    private final FakePeople people;
    private final InstantSource clock;
    private final List<Order> orders = new CopyOnWriteArrayList<>();
    private volatile String activity = "RUNNING";
    private volatile Mode mode = Mode.PREDICTIVE;
    private volatile Aim aim = Aim.MAXIMISE_TALK;

    public FakeFloor(FakeDesks desks, FakePeople people, InstantSource clock) {
        this.desks = desks;
        this.people = people;
        this.clock = clock;
    }

    public List<Order> orders() {
        return List.copyOf(orders);
    }

    @Override
    public CompletionStage<Answer> order(AgentId supervisor, Order order) {
        orders.add(order);
        switch (order) {
            case Order.Start o -> activity = "RUNNING";
            case Order.Drain o -> activity = "DRAINING";
            case Order.Stop o -> activity = "STOPPED";
            case Order.SetMode o -> mode = o.mode();
            case Order.SetAim o -> aim = o.aim();
            case Order.PauseAgent o ->
                    desks.ask(o.agent(), new Intent.Pause(PauseReason.SUPERVISOR));
            case Order.Call _ -> {}
        }
        return CompletableFuture.completedFuture(new Answer.Accepted());
    }

    @Override
    public FloorSnapshot snapshot() {
        List<DeskSnapshot> all = desks.snapshots();
        CampaignLine campaign =
                new CampaignLine(
                        new CampaignId(1),
                        "Card 90",
                        mode,
                        aim,
                        activity,
                        7,
                        0,
                        (int) all.stream().filter(d -> d.call().isPresent()).count(),
                        5_210,
                        1_270,
                        212,
                        41,
                        new Rate(0.018),
                        new Rate(0.03),
                        42_300,
                        "One in four answers: seven more calls for two agents.",
                        noCalls(),
                        List.of(
                                new PaceFigure("free now", "2"),
                                new PaceFigure("answer chance", "25.0 %")),
                        network(),
                        all.stream().map(this::agent).toList());
        return new FloorSnapshot(clock.instant(), true, true, List.of(campaign));
    }

    private static List<NetworkLine> network() {
        return List.of(
                line(By.TRUNK, "north", 412, 61, 1.02, Standing.SOUND, ""),
                line(By.TRUNK, "south", 9, 0, 0.98, Standing.DEAD, "Calls get nowhere."),
                line(By.CALLER_ID, "+12125550100", 5_120, 610, 0.81, Standing.REJECTED, "Refused."),
                line(By.HOUR, "15", 820, 160, 1.21, Standing.SOUND, ""),
                line(By.LIST, "Cards 2026", 4_800, 590, 0.97, Standing.SOUND, ""));
    }

    private static NetworkLine line(
            By by,
            String name,
            double calls,
            double answered,
            double odds,
            Standing standing,
            String reason) {
        return new NetworkLine(
                by,
                name,
                calls,
                answered,
                0.3 * calls,
                0.4 * calls,
                0.05 * calls,
                0.02 * calls,
                0.01 * calls,
                standing == Standing.REJECTED ? 0.1 * calls : 0,
                standing == Standing.DEAD ? calls : 0,
                odds,
                standing,
                reason);
    }

    private Optional<NoCalls> noCalls() {
        return switch (activity) {
            case "STOPPED" -> Optional.of(NoCalls.STOPPED);
            case "DRAINING" -> Optional.of(NoCalls.DRAINING);
            default -> Optional.empty();
        };
    }

    private AgentLine agent(DeskSnapshot desk) {
        return new AgentLine(
                desk.agent(),
                people.person(desk.agent()).orElseThrow().name(),
                desk.state(),
                desk.line() == DeskSnapshot.Line.UP,
                desk.helpWanted(),
                desk.pauseAfterCall(),
                desk.call().flatMap(c -> c.attempt()).or(Optional::empty),
                61,
                9,
                4);
    }
}
