-- Governed messages as they are played: the sound that says each, the name it is said under, and what
-- is left on answering machines.

ALTER TABLE message_template
    ADD COLUMN business     text NOT NULL DEFAULT '',
    ADD COLUMN prompt       text NOT NULL DEFAULT '' CHECK (prompt ~ '^([A-Za-z0-9][A-Za-z0-9._-]{0,79})?$'),
    ADD COLUMN withdrawn_at timestamptz,
    ADD COLUMN withdrawn_by text,
    ADD CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL));

COMMENT ON COLUMN message_template.business IS 'The name that {business} stands for; it does not tell of collecting (12 CFR 1006.2(j)(1)(i)).';
COMMENT ON COLUMN message_template.prompt IS 'The sound that says it: a file in the telephone system''s directory of sounds, without its ending; empty when only agents say it.';
COMMENT ON COLUMN message_template.withdrawn_at IS 'From when it is used no more; absent while it may be.';
COMMENT ON COLUMN message_template.withdrawn_by IS 'Who withdrew it; absent while nobody has.';

ALTER TABLE campaign
    ADD COLUMN machine_message text CHECK (machine_message IN ('VOICEMAIL','LIMITED_CONTENT'));

COMMENT ON COLUMN campaign.machine_message IS 'The kind of message that is left when a machine is heard; absent when none is.';
