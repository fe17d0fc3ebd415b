-- Every try to reach an account: decided, reserved, followed, ended. Nothing here is ever changed.

CREATE SEQUENCE attempt_numbers;
CREATE SEQUENCE gate_decision_numbers;

CREATE TABLE gate_decision (
    id              bigint NOT NULL DEFAULT nextval('gate_decision_numbers'),
    decided_at      timestamptz NOT NULL,
    campaign_id     bigint,
    consumer_id     bigint NOT NULL,
    account_id      bigint NOT NULL,
    phone_id        bigint NOT NULL,
    agent_id        bigint,
    mode            text NOT NULL,
    path            text NOT NULL,
    allowed         boolean NOT NULL,
    reason          text NOT NULL,
    refusals        jsonb NOT NULL,
    facts           jsonb NOT NULL,
    rulebook        text NOT NULL,
    rulebook_sha256 text NOT NULL,
    tzdb_version    text NOT NULL,
    next_allowed_at timestamptz,
    PRIMARY KEY (id, decided_at)
) PARTITION BY RANGE (decided_at);

COMMENT ON TABLE gate_decision IS 'What the gate said, with everything it looked at. Append-only.';
COMMENT ON COLUMN gate_decision.id IS 'Our number for it.';
COMMENT ON COLUMN gate_decision.decided_at IS 'The instant decided for.';
COMMENT ON COLUMN gate_decision.campaign_id IS 'The campaign; absent when an agent dialed outside any.';
COMMENT ON COLUMN gate_decision.consumer_id IS 'The person.';
COMMENT ON COLUMN gate_decision.account_id IS 'The account.';
COMMENT ON COLUMN gate_decision.phone_id IS 'The number.';
COMMENT ON COLUMN gate_decision.agent_id IS 'Who asked; absent when the program did.';
COMMENT ON COLUMN gate_decision.mode IS 'How the call would have been placed.';
COMMENT ON COLUMN gate_decision.path IS 'Why it was to be placed now.';
COMMENT ON COLUMN gate_decision.allowed IS 'The verdict.';
COMMENT ON COLUMN gate_decision.reason IS 'Stable code of the first refusal in precedence, or OK.';
COMMENT ON COLUMN gate_decision.refusals IS 'Every refusal that applies, in precedence, each with its rule and citation.';
COMMENT ON COLUMN gate_decision.facts IS 'The inputs: enough to decide again.';
COMMENT ON COLUMN gate_decision.rulebook IS 'Names and versions of the rulebooks applied.';
COMMENT ON COLUMN gate_decision.rulebook_sha256 IS 'Hash over the rulebooks applied.';
COMMENT ON COLUMN gate_decision.tzdb_version IS 'Version of the time-zone rules used.';
COMMENT ON COLUMN gate_decision.next_allowed_at IS 'The first instant at which the same request would pass, all else equal; absent when allowed, or when no instant would do.';

CREATE TABLE attempt (
    id                bigint NOT NULL DEFAULT nextval('attempt_numbers'),
    placed_at         timestamptz NOT NULL,
    decision_id       bigint NOT NULL,
    campaign_id       bigint,
    consumer_id       bigint NOT NULL,
    account_id        bigint NOT NULL,
    phone_id          bigint NOT NULL,
    e164              text NOT NULL,
    caller_id         text NOT NULL,
    agent_id          bigint,
    mode              text NOT NULL,
    path              text NOT NULL,
    ring_seconds      integer NOT NULL,
    permit_expires_at timestamptz NOT NULL,
    PRIMARY KEY (id, placed_at)
) PARTITION BY RANGE (placed_at);

COMMENT ON TABLE attempt IS 'One try to reach an account, counted from its reservation, whatever comes of it. Append-only.';
COMMENT ON COLUMN attempt.id IS 'Our number for it; the call carries the same.';
COMMENT ON COLUMN attempt.placed_at IS 'When it was reserved.';
COMMENT ON COLUMN attempt.decision_id IS 'The permitting decision.';
COMMENT ON COLUMN attempt.campaign_id IS 'The campaign; absent when an agent dialed outside any.';
COMMENT ON COLUMN attempt.consumer_id IS 'The person.';
COMMENT ON COLUMN attempt.account_id IS 'The account the call is booked to (12 CFR 1006.14(b)(4)).';
COMMENT ON COLUMN attempt.phone_id IS 'The number''s row.';
COMMENT ON COLUMN attempt.e164 IS 'The number dialed.';
COMMENT ON COLUMN attempt.caller_id IS 'The number shown.';
COMMENT ON COLUMN attempt.agent_id IS 'Who asked for it; absent when the program did.';
COMMENT ON COLUMN attempt.mode IS 'How it was placed.';
COMMENT ON COLUMN attempt.path IS 'Why it was placed now.';
COMMENT ON COLUMN attempt.ring_seconds IS 'Longest ringing.';
COMMENT ON COLUMN attempt.permit_expires_at IS 'After this instant nothing may be originated from it.';

CREATE TABLE attempt_end (
    attempt_id   bigint NOT NULL,
    placed_at    timestamptz NOT NULL,
    revision     smallint NOT NULL DEFAULT 1,
    outcome      text NOT NULL,
    counts       boolean NOT NULL,
    ended_at     timestamptz NOT NULL,
    answered_at  timestamptz,
    agent_id     bigint,
    connected_at timestamptz,
    waited_ms    integer,
    talk_ms      integer,
    trunk        text NOT NULL DEFAULT '',
    cause        integer,
    sip_code     text NOT NULL DEFAULT '',
    hung_up_by   text NOT NULL DEFAULT '' CHECK (hung_up_by IN ('','CONSUMER','AGENT','DIALER','NETWORK')),
    recording    text NOT NULL DEFAULT '',
    source       text NOT NULL DEFAULT 'LIVE' CHECK (source IN ('LIVE','RECONCILED','CARRIER')),
    PRIMARY KEY (attempt_id, placed_at, revision)
) PARTITION BY RANGE (placed_at);

COMMENT ON TABLE attempt_end IS 'How an attempt ended. Append-only: a correction is a further revision.';
COMMENT ON COLUMN attempt_end.attempt_id IS 'The attempt.';
COMMENT ON COLUMN attempt_end.placed_at IS 'When the attempt was reserved; part of its key.';
COMMENT ON COLUMN attempt_end.revision IS '1 for the first; the highest counts.';
COMMENT ON COLUMN attempt_end.outcome IS 'How the network, or nobody, ended it.';
COMMENT ON COLUMN attempt_end.counts IS 'Whether it counts as a call placed under 12 CFR 1006.14(b).';
COMMENT ON COLUMN attempt_end.ended_at IS 'When the call ended.';
COMMENT ON COLUMN attempt_end.answered_at IS 'When it was answered; absent when it was not.';
COMMENT ON COLUMN attempt_end.agent_id IS 'Who spoke; absent when nobody did.';
COMMENT ON COLUMN attempt_end.connected_at IS 'When agent and person were bridged; absent when they were not.';
COMMENT ON COLUMN attempt_end.waited_ms IS 'From answer to bridge or to the end; absent when not answered.';
COMMENT ON COLUMN attempt_end.talk_ms IS 'From bridge to the end; absent when not bridged.';
COMMENT ON COLUMN attempt_end.trunk IS 'The trunk used.';
COMMENT ON COLUMN attempt_end.cause IS 'Q.850 cause of the hang-up; absent when none was told.';
COMMENT ON COLUMN attempt_end.sip_code IS 'The carrier''s SIP result as it came.';
COMMENT ON COLUMN attempt_end.hung_up_by IS 'Who ended it.';
COMMENT ON COLUMN attempt_end.recording IS 'File of the recording; empty when there is none.';
COMMENT ON COLUMN attempt_end.source IS 'What told us.';

CREATE TABLE call_event (
    id         bigint GENERATED ALWAYS AS IDENTITY,
    attempt_id bigint NOT NULL,
    at         timestamptz NOT NULL,
    kind       text NOT NULL,
    agent_id   bigint,
    detail     jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);

COMMENT ON TABLE call_event IS 'What happened on a call, in the order we learned it. Append-only.';
COMMENT ON COLUMN call_event.id IS 'Order of entry.';
COMMENT ON COLUMN call_event.attempt_id IS 'The attempt.';
COMMENT ON COLUMN call_event.at IS 'When it happened.';
COMMENT ON COLUMN call_event.kind IS 'What happened.';
COMMENT ON COLUMN call_event.agent_id IS 'The agent concerned; absent when none is.';
COMMENT ON COLUMN call_event.detail IS 'Particulars of the kind.';

CREATE TABLE live_attempt (
    consumer_id bigint PRIMARY KEY REFERENCES consumer,
    attempt_id  bigint NOT NULL UNIQUE,
    placed_at   timestamptz NOT NULL,
    campaign_id bigint,
    agent_id    bigint
);

COMMENT ON TABLE live_attempt IS 'Attempts whose call has not ended: one a person, because the key says so. A working table.';
COMMENT ON COLUMN live_attempt.consumer_id IS 'The person.';
COMMENT ON COLUMN live_attempt.attempt_id IS 'The attempt.';
COMMENT ON COLUMN live_attempt.placed_at IS 'When it was reserved; part of its key.';
COMMENT ON COLUMN live_attempt.campaign_id IS 'The campaign; absent when an agent dialed outside any.';
COMMENT ON COLUMN live_attempt.agent_id IS 'The agent who is to speak, or speaks; absent until there is one.';

CREATE TABLE screen_pop (
    attempt_id      bigint NOT NULL,
    agent_id        bigint NOT NULL,
    answered_at     timestamptz NOT NULL,
    pushed_at       timestamptz NOT NULL,
    acknowledged_at timestamptz NOT NULL,
    latency_us      bigint NOT NULL CHECK (latency_us >= 0),
    PRIMARY KEY (attempt_id, agent_id, answered_at)
) PARTITION BY RANGE (answered_at);

COMMENT ON TABLE screen_pop IS 'How long an account''s screen took to appear, measured on every call. Append-only.';
COMMENT ON COLUMN screen_pop.attempt_id IS 'The attempt.';
COMMENT ON COLUMN screen_pop.agent_id IS 'The agent.';
COMMENT ON COLUMN screen_pop.answered_at IS 'When the person answered.';
COMMENT ON COLUMN screen_pop.pushed_at IS 'When the frame left the server.';
COMMENT ON COLUMN screen_pop.acknowledged_at IS 'When the page had shown it and said so.';
COMMENT ON COLUMN screen_pop.latency_us IS 'From answer to acknowledgement, in microseconds, on one monotonic clock.';

CREATE INDEX gate_decision_consumer ON gate_decision (consumer_id, decided_at DESC);
CREATE INDEX gate_decision_campaign ON gate_decision (campaign_id, decided_at DESC);
CREATE INDEX attempt_consumer ON attempt (consumer_id, placed_at DESC);
CREATE INDEX attempt_campaign ON attempt (campaign_id, placed_at DESC);
CREATE INDEX call_event_attempt ON call_event (attempt_id, at);
CREATE INDEX live_attempt_campaign ON live_attempt (campaign_id);

DO $$
DECLARE
    guarded text;
BEGIN
    FOREACH guarded IN ARRAY ARRAY['gate_decision','attempt','attempt_end','call_event','screen_pop'] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW '
            || 'EXECUTE FUNCTION refuse_change()', guarded || '_append_only', guarded);
    END LOOP;
END $$;
