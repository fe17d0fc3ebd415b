-- Whom a campaign may call next.

CREATE TABLE dial_candidate (
    campaign_id      bigint NOT NULL REFERENCES campaign,
    consumer_id      bigint NOT NULL REFERENCES consumer,
    account_id       bigint NOT NULL REFERENCES account,
    phone_id         bigint NOT NULL REFERENCES phone,
    calling_group_id integer NOT NULL REFERENCES calling_group,
    tier             smallint NOT NULL CHECK (tier BETWEEN 0 AND 3),
    score            integer NOT NULL,
    due              boolean NOT NULL,
    next_at          timestamptz NOT NULL,
    parked           text NOT NULL DEFAULT '',
    PRIMARY KEY (campaign_id, consumer_id)
);

COMMENT ON TABLE dial_candidate IS 'One row a person and campaign: the best account and number to try next. A working table, rebuilt from the others at any time; only the gate''s permit counts.';
COMMENT ON COLUMN dial_candidate.campaign_id IS 'The campaign.';
COMMENT ON COLUMN dial_candidate.consumer_id IS 'The person.';
COMMENT ON COLUMN dial_candidate.account_id IS 'The account to speak about.';
COMMENT ON COLUMN dial_candidate.phone_id IS 'The number to try.';
COMMENT ON COLUMN dial_candidate.calling_group_id IS 'The zones and laws that decide the hours.';
COMMENT ON COLUMN dial_candidate.tier IS '0 callback due, 1 broken promise, 2 promise falling due, 3 all others.';
COMMENT ON COLUMN dial_candidate.score IS 'Expected value of the call in minor units; the higher goes first within a tier.';
COMMENT ON COLUMN dial_candidate.due IS 'True when it may be tried now; false while it waits for next_at.';
COMMENT ON COLUMN dial_candidate.next_at IS 'When it may be tried; the gate decides in the end.';
COMMENT ON COLUMN dial_candidate.parked IS 'Why it is not to be called at all for now (a hold, no number); empty when it is.';

CREATE INDEX dial_candidate_due ON dial_candidate
    (campaign_id, calling_group_id, tier, score DESC, consumer_id) WHERE due AND parked = '';
CREATE INDEX dial_candidate_sleeping ON dial_candidate (next_at) WHERE NOT due AND parked = '';
CREATE INDEX dial_candidate_consumer ON dial_candidate (consumer_id);
ALTER TABLE dial_candidate SET (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);
