-- What the agent recorded, and what follows from it.

CREATE TABLE disposition_code (
    code           text PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z_]{1,31}$'),
    label          text NOT NULL,
    category       text NOT NULL,
    hot_key        smallint UNIQUE CHECK (hot_key BETWEEN 1 AND 9),
    party          text NOT NULL CHECK (party IN ('RIGHT','THIRD','NOBODY','ANY')),
    conversation   boolean NOT NULL,
    needs_promise  boolean NOT NULL DEFAULT false,
    needs_callback boolean NOT NULL DEFAULT false,
    needs_note     boolean NOT NULL DEFAULT false,
    needs_reason   boolean NOT NULL DEFAULT false,
    hold_code      text,
    hold_scope     text CHECK (hold_scope IN ('CONSUMER','ACCOUNT','PHONE')),
    phone_usable   text,
    retry_minutes  integer,
    sort           smallint NOT NULL
);

COMMENT ON TABLE disposition_code IS 'The dispositions an agent can give, with what each demands and does. Data, so that a house can change it.';
COMMENT ON COLUMN disposition_code.code IS 'Stable code.';
COMMENT ON COLUMN disposition_code.label IS 'What the agent reads.';
COMMENT ON COLUMN disposition_code.category IS 'The group it is shown in.';
COMMENT ON COLUMN disposition_code.hot_key IS 'Alt and this digit; absent for the less common.';
COMMENT ON COLUMN disposition_code.party IS 'Who spoke.';
COMMENT ON COLUMN disposition_code.conversation IS 'Whether it is a telephone conversation with the consumer, which starts the cool-down of 12 CFR 1006.14(b)(2)(i)(B).';
COMMENT ON COLUMN disposition_code.needs_promise IS 'A promise must come with it.';
COMMENT ON COLUMN disposition_code.needs_callback IS 'A time to call back must come with it.';
COMMENT ON COLUMN disposition_code.needs_note IS 'A note must come with it.';
COMMENT ON COLUMN disposition_code.needs_reason IS 'A reason for the delinquency must come with it.';
COMMENT ON COLUMN disposition_code.hold_code IS 'The hold it sets at once; absent when it sets none.';
COMMENT ON COLUMN disposition_code.hold_scope IS 'What the hold covers; absent when it sets none.';
COMMENT ON COLUMN disposition_code.phone_usable IS 'What the number becomes; absent when it stays.';
COMMENT ON COLUMN disposition_code.retry_minutes IS 'Wait before the next attempt; absent for the campaign''s own, never shorter than the gate allows.';
COMMENT ON COLUMN disposition_code.sort IS 'Order on the screen.';

CREATE TABLE disposition (
    attempt_id   bigint PRIMARY KEY,
    placed_at    timestamptz NOT NULL,
    consumer_id  bigint NOT NULL REFERENCES consumer,
    account_id   bigint NOT NULL REFERENCES account,
    phone_id     bigint NOT NULL REFERENCES phone,
    campaign_id  bigint REFERENCES campaign,
    agent_id     bigint NOT NULL REFERENCES agent,
    code         text NOT NULL REFERENCES disposition_code,
    reason       text NOT NULL DEFAULT '',
    right_party  boolean NOT NULL,
    conversation boolean NOT NULL,
    conversed_at timestamptz NOT NULL,
    verified_by  text[] NOT NULL DEFAULT '{}',
    recorded_at  timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE disposition IS 'What the agent recorded of a conversation: exactly one for each, given by a person. Append-only.';
COMMENT ON COLUMN disposition.attempt_id IS 'The attempt.';
COMMENT ON COLUMN disposition.placed_at IS 'When the attempt was reserved; part of its key.';
COMMENT ON COLUMN disposition.consumer_id IS 'The person.';
COMMENT ON COLUMN disposition.account_id IS 'The account.';
COMMENT ON COLUMN disposition.phone_id IS 'The number.';
COMMENT ON COLUMN disposition.campaign_id IS 'The campaign; absent when dialed outside any.';
COMMENT ON COLUMN disposition.agent_id IS 'Who recorded it.';
COMMENT ON COLUMN disposition.code IS 'What.';
COMMENT ON COLUMN disposition.reason IS 'Reason for the delinquency, when given.';
COMMENT ON COLUMN disposition.right_party IS 'The agent verified that it was the consumer.';
COMMENT ON COLUMN disposition.conversation IS 'Whether it starts the cool-down.';
COMMENT ON COLUMN disposition.conversed_at IS 'When they spoke.';
COMMENT ON COLUMN disposition.verified_by IS 'What the consumer proved identity with.';
COMMENT ON COLUMN disposition.recorded_at IS 'When it was recorded.';

CREATE TABLE promise (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id   bigint NOT NULL REFERENCES account,
    consumer_id  bigint NOT NULL REFERENCES consumer,
    attempt_id   bigint,
    agent_id     bigint NOT NULL REFERENCES agent,
    amount_minor bigint NOT NULL CHECK (amount_minor > 0),
    currency     char(3) NOT NULL DEFAULT 'USD',
    due_on       date NOT NULL,
    grace_days   integer NOT NULL CHECK (grace_days >= 0),
    method       text NOT NULL CHECK (method IN ('CARD','ACH','CHECK','CASH','WIRE','MONEY_ORDER','OTHER')),
    state        text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN','KEPT','PARTIAL','BROKEN','CANCELLED','REPLACED')),
    paid_minor   bigint NOT NULL DEFAULT 0,
    resolved_at  timestamptz,
    made_at      timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE promise IS 'A promise to pay.';
COMMENT ON COLUMN promise.id IS 'Our number for it.';
COMMENT ON COLUMN promise.account_id IS 'The account.';
COMMENT ON COLUMN promise.consumer_id IS 'Who promised.';
COMMENT ON COLUMN promise.attempt_id IS 'The call it was made on; absent when made otherwise.';
COMMENT ON COLUMN promise.agent_id IS 'Who took it.';
COMMENT ON COLUMN promise.amount_minor IS 'How much, in minor units.';
COMMENT ON COLUMN promise.currency IS 'ISO 4217.';
COMMENT ON COLUMN promise.due_on IS 'When.';
COMMENT ON COLUMN promise.grace_days IS 'Days after the due date before it counts as broken.';
COMMENT ON COLUMN promise.method IS 'How.';
COMMENT ON COLUMN promise.state IS 'Where it stands.';
COMMENT ON COLUMN promise.paid_minor IS 'What has come in against it, in minor units.';
COMMENT ON COLUMN promise.resolved_at IS 'When it was kept, broken or dropped; absent while open.';
COMMENT ON COLUMN promise.made_at IS 'When it was made.';

CREATE TABLE callback (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer_id       bigint NOT NULL REFERENCES consumer,
    account_id        bigint NOT NULL REFERENCES account,
    phone_id          bigint NOT NULL REFERENCES phone,
    campaign_id       bigint REFERENCES campaign,
    agent_id          bigint REFERENCES agent,
    due_at            timestamptz NOT NULL,
    zone              text NOT NULL,
    asked_by_consumer boolean NOT NULL,
    state             text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN','DONE','MISSED','CANCELLED')),
    attempt_id        bigint,
    created_at        timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE callback IS 'A time at which a consumer asked to be called.';
COMMENT ON COLUMN callback.id IS 'Our number for it.';
COMMENT ON COLUMN callback.consumer_id IS 'Who asked.';
COMMENT ON COLUMN callback.account_id IS 'About what.';
COMMENT ON COLUMN callback.phone_id IS 'On which number.';
COMMENT ON COLUMN callback.campaign_id IS 'The campaign that will call; absent for a personal one outside any.';
COMMENT ON COLUMN callback.agent_id IS 'The agent who is to call; absent when anyone may.';
COMMENT ON COLUMN callback.due_at IS 'When.';
COMMENT ON COLUMN callback.zone IS 'The zone the time was agreed in.';
COMMENT ON COLUMN callback.asked_by_consumer IS 'True when the consumer asked: consent to that one call (comment 14(b)(3)(i)-2).';
COMMENT ON COLUMN callback.state IS 'Where it stands.';
COMMENT ON COLUMN callback.attempt_id IS 'The call on which it was agreed; absent when agreed otherwise.';
COMMENT ON COLUMN callback.created_at IS 'When it was entered.';

CREATE TABLE note (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer_id bigint NOT NULL REFERENCES consumer,
    account_id  bigint REFERENCES account,
    agent_id    bigint REFERENCES agent,
    attempt_id  bigint,
    corrects_id bigint REFERENCES note,
    body        text NOT NULL CHECK (length(body) BETWEEN 1 AND 10000),
    written_at  timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE note IS 'A note on an account. Append-only: a correction is a new note that names the old.';
COMMENT ON COLUMN note.id IS 'Order of entry.';
COMMENT ON COLUMN note.consumer_id IS 'The person.';
COMMENT ON COLUMN note.account_id IS 'The account; absent when it is about the person.';
COMMENT ON COLUMN note.agent_id IS 'Who wrote it; absent when the program did.';
COMMENT ON COLUMN note.attempt_id IS 'The call it was written on; absent when written otherwise.';
COMMENT ON COLUMN note.corrects_id IS 'The note it corrects; absent when it corrects none.';
COMMENT ON COLUMN note.body IS 'The text.';
COMMENT ON COLUMN note.written_at IS 'When.';

CREATE TABLE task (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind        text NOT NULL CHECK (kind IN ('VERIFY_PAYMENT','DISPUTE','COMPLAINT','CLAIM','REVIEW','RECONCILE','OTHER')),
    consumer_id bigint REFERENCES consumer,
    account_id  bigint REFERENCES account,
    agent_id    bigint REFERENCES agent,
    role        text NOT NULL DEFAULT 'SUPERVISOR' CHECK (role IN ('AGENT','SUPERVISOR','OFFICER','ADMIN')),
    title       text NOT NULL,
    due_at      timestamptz NOT NULL,
    done_at     timestamptz,
    created_at  timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE task IS 'Something somebody has to do.';
COMMENT ON COLUMN task.id IS 'Our number for it.';
COMMENT ON COLUMN task.kind IS 'What sort.';
COMMENT ON COLUMN task.consumer_id IS 'The person concerned; absent when none is.';
COMMENT ON COLUMN task.account_id IS 'The account concerned; absent when none is.';
COMMENT ON COLUMN task.agent_id IS 'Whose task; absent when a role''s.';
COMMENT ON COLUMN task.role IS 'The role that may take it.';
COMMENT ON COLUMN task.title IS 'What to do.';
COMMENT ON COLUMN task.due_at IS 'By when.';
COMMENT ON COLUMN task.done_at IS 'When it was done; absent while open.';
COMMENT ON COLUMN task.created_at IS 'When it was entered.';

CREATE TABLE draft (
    agent_id   bigint NOT NULL REFERENCES agent,
    attempt_id bigint NOT NULL,
    body       jsonb NOT NULL,
    saved_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (agent_id, attempt_id)
);

COMMENT ON TABLE draft IS 'What an agent has typed and not yet recorded, so that a reload or a crash loses nothing.';
COMMENT ON COLUMN draft.agent_id IS 'Who is typing.';
COMMENT ON COLUMN draft.attempt_id IS 'On which call.';
COMMENT ON COLUMN draft.body IS 'The half-filled wrap-up form.';
COMMENT ON COLUMN draft.saved_at IS 'When it was last saved.';

CREATE INDEX disposition_consumer ON disposition (consumer_id, conversed_at DESC);
CREATE INDEX disposition_agent ON disposition (agent_id, recorded_at DESC);
CREATE INDEX promise_account ON promise (account_id);
CREATE INDEX promise_open ON promise (due_on) WHERE state = 'OPEN';
CREATE INDEX callback_open ON callback (due_at) WHERE state = 'OPEN';
CREATE INDEX callback_consumer ON callback (consumer_id);
CREATE INDEX note_consumer ON note (consumer_id, id DESC);
CREATE INDEX task_open ON task (due_at) WHERE done_at IS NULL;
CREATE TRIGGER disposition_append_only BEFORE UPDATE OR DELETE ON disposition
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER note_append_only BEFORE UPDATE OR DELETE ON note
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
