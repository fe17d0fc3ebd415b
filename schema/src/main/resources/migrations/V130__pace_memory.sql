-- What each campaign's pace has learned, so that a restart need not learn it again.

CREATE TABLE pace_memory (
    campaign_id bigint NOT NULL REFERENCES campaign,
    part        text NOT NULL,
    hour        integer NOT NULL DEFAULT -1 CHECK (hour BETWEEN -1 AND 23),
    key         text NOT NULL DEFAULT '',
    figures     double precision[] NOT NULL,
    kept_at     timestamptz NOT NULL,
    PRIMARY KEY (campaign_id, part, hour, key)
);

COMMENT ON TABLE pace_memory IS 'What a campaign''s pace has learned: curves, levels and sums, each a row. Written anew each minute.';
COMMENT ON COLUMN pace_memory.campaign_id IS 'The campaign.';
COMMENT ON COLUMN pace_memory.part IS 'What it is about: ring, talk, wrap-up, level, agent and so on.';
COMMENT ON COLUMN pace_memory.hour IS 'Hour of the day in UTC; -1 when it holds for all hours.';
COMMENT ON COLUMN pace_memory.key IS 'Part of the list, or number of the agent; empty when it holds for all.';
COMMENT ON COLUMN pace_memory.figures IS 'The figures, in the order the program knows.';
COMMENT ON COLUMN pace_memory.kept_at IS 'When they were written.';
