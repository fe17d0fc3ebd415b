-- Tasks are taken by somebody and closed with a word of what came of them.

ALTER TABLE task
    ADD COLUMN attempt_id bigint,
    ADD COLUMN taken_at   timestamptz,
    ADD COLUMN done_by    bigint REFERENCES agent,
    ADD COLUMN result     text NOT NULL DEFAULT '' CHECK (length(result) <= 1000),
    ADD CHECK ((done_at IS NULL) = (done_by IS NULL)),
    ADD CHECK (done_at IS NULL OR result <> '');

COMMENT ON COLUMN task.agent_id IS 'Who has taken it; absent while nobody has.';
COMMENT ON COLUMN task.attempt_id IS 'The call it came from; absent when it came from none.';
COMMENT ON COLUMN task.taken_at IS 'When it was taken; absent while nobody has.';
COMMENT ON COLUMN task.done_by IS 'Who closed it; absent while open.';
COMMENT ON COLUMN task.result IS 'What came of it; empty while open.';

CREATE INDEX task_consumer_open ON task (consumer_id) WHERE done_at IS NULL;
CREATE INDEX task_done ON task (done_at DESC) WHERE done_at IS NOT NULL;
