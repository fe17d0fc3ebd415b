package org.rightparty.console.web;

import static org.rightparty.vocabulary.Role.OFFICER;
import static org.rightparty.vocabulary.Role.SUPERVISOR;

import org.rightparty.console.desk.Answer;
import org.rightparty.console.office.CallDesk;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.PhoneId;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// Calls that supervisors and other programs ask for:
///
/// - `POST /api/calls` has one account called as soon as an agent may take it; 204 when it is being
/// dialed, 409 with the gate's code and sentence when it is refused
/// - `POST /api/callbacks` has one called at a time that the consumer asked for
public final class CallRoutes implements Routes {
    private static final int BYTES_MAX = 2_000;

    private final CallDesk desk;

    public CallRoutes(CallDesk desk) {
        this.desk = desk;
    }

    record WantedCall(long campaign, long account, long phone) {}

    record WantedCallBack(
            long account, long phone, Instant at, String zone, boolean askedByConsumer) {}

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/api/calls", Access.of(SUPERVISOR), BYTES_MAX, this::call),
                Route.post(
                        "/api/callbacks",
                        Access.of(SUPERVISOR, OFFICER),
                        BYTES_MAX,
                        this::callBack));
    }

    private Reply call(Request request) {
        WantedCall wanted = WireJson.read(request.body(), WantedCall.class);
        return reply(
                desk.call(
                        Ids.of(CampaignId::new, wanted.campaign()),
                        Ids.of(AccountId::new, wanted.account()),
                        Ids.of(PhoneId::new, wanted.phone()),
                        by(request)));
    }

    private Reply callBack(Request request) {
        WantedCallBack wanted = WireJson.read(request.body(), WantedCallBack.class);
        return reply(
                desk.callBack(
                        new CallDesk.CallBack(
                                Ids.of(AccountId::new, wanted.account()),
                                Ids.of(PhoneId::new, wanted.phone()),
                                wanted.at(),
                                zone(wanted.zone()),
                                wanted.askedByConsumer()),
                        by(request)));
    }

    private static AgentId by(Request request) {
        return request.held().person().id();
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new WireJson.Malformed("not a time zone");
        }
    }

    private static Reply reply(Answer answer) {
        return switch (answer) {
            case Answer.Accepted _ -> Reply.done();
            case Answer.Declined d -> Reply.refused(409, d.code(), d.sentence());
        };
    }
}
