-- Numbers that an agent learned in a conversation.

ALTER TABLE phone DROP CONSTRAINT phone_source_check;
ALTER TABLE phone
    ADD CONSTRAINT phone_source_check
        CHECK (source IN ('CLIENT','CONSUMER','SKIP_VENDOR','INBOUND','THIRD_PARTY','CAPTURED')),
    ADD COLUMN evidence text NOT NULL DEFAULT '',
    ADD COLUMN captured_by bigint REFERENCES agent;
COMMENT ON COLUMN phone.evidence IS 'Where a captured number is from, in the words of the agent; empty for others.';
COMMENT ON COLUMN phone.captured_by IS 'The agent who added it; absent for others.';
