-- Who told us what calls of ours do not tell, and on what evidence; and the persons concerned are chosen anew.

ALTER TABLE location_evidence
    ADD COLUMN evidence text NOT NULL DEFAULT '',
    ADD COLUMN source text NOT NULL DEFAULT 'OTHER' CHECK (source IN ('AGENT','OFFICER','FILE','API','OTHER')),
    ADD COLUMN recorded_by bigint REFERENCES agent,
    ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT now();
COMMENT ON COLUMN location_evidence.evidence IS 'What it rests on, in words.';
COMMENT ON COLUMN location_evidence.source IS 'Who recorded it: an agent, an officer, a file, another program, or OTHER, such as a placement file.';
COMMENT ON COLUMN location_evidence.recorded_by IS 'Who answers for it; absent when nobody is known.';
COMMENT ON COLUMN location_evidence.recorded_at IS 'When it was entered.';

ALTER TABLE written_notice
    ADD COLUMN source text NOT NULL DEFAULT 'OTHER' CHECK (source IN ('AGENT','OFFICER','FILE','API','OTHER')),
    ADD COLUMN recorded_by bigint REFERENCES agent;
COMMENT ON COLUMN written_notice.source IS 'Who recorded it: an officer, a file, another program, or OTHER.';
COMMENT ON COLUMN written_notice.recorded_by IS 'Who answers for it; absent when nobody is known.';

ALTER TABLE contact_event
    DROP CONSTRAINT contact_event_source_check,
    ADD CONSTRAINT contact_event_source_check
        CHECK (source IN ('IMPORT','AGENT','CARRIER','OFFICER','FILE','API')),
    ADD COLUMN evidence text NOT NULL DEFAULT '',
    ADD COLUMN recorded_by bigint REFERENCES agent;
COMMENT ON COLUMN contact_event.evidence IS 'What it rests on, in words.';
COMMENT ON COLUMN contact_event.recorded_by IS 'Who answers for it; absent when nobody is known.';

ALTER TABLE consent
    ADD COLUMN source text NOT NULL DEFAULT 'OTHER' CHECK (source IN ('AGENT','OFFICER','FILE','API','OTHER'));
COMMENT ON COLUMN consent.source IS 'Who recorded it: an agent, an officer, a file, another program, or OTHER, such as a placement file or a hold.';

ALTER TABLE phone
    ADD COLUMN line_known_at timestamptz,
    ADD COLUMN line_evidence text NOT NULL DEFAULT '',
    ADD COLUMN line_source text NOT NULL DEFAULT 'OTHER'
        CHECK (line_source IN ('AGENT','OFFICER','FILE','API','OTHER'));
COMMENT ON COLUMN phone.line_known_at IS 'When the line was last looked up: its kind, whose it is, since when it is mobile; absent when never. An earlier look-up changes nothing any more.';
COMMENT ON COLUMN phone.line_evidence IS 'What the last look-up rests on; empty when there was none.';
COMMENT ON COLUMN phone.line_source IS 'Who recorded the last look-up: an officer, a file, another program, or OTHER.';

-- Who sleeps because a notice was missing, or a number was not known, is looked at again at once.
CREATE TRIGGER written_notice_added AFTER INSERT ON written_notice FOR EACH ROW
    EXECUTE FUNCTION candidate_changed();
CREATE TRIGGER contact_event_added AFTER INSERT ON contact_event FOR EACH ROW
    EXECUTE FUNCTION candidate_changed();
CREATE TRIGGER phone_looked_up AFTER UPDATE OF line_known_at ON phone FOR EACH ROW
    WHEN (OLD.line_known_at IS DISTINCT FROM NEW.line_known_at)
    EXECUTE FUNCTION candidate_changed();

-- What was sent to somebody goes with her.
CREATE FUNCTION erase_notices() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM written_notice n WHERE n.consumer_id = NEW.id;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION erase_notices() IS 'Erases the notices of a person who is erased.';
REVOKE EXECUTE ON FUNCTION erase_notices() FROM PUBLIC;

CREATE TRIGGER consumer_erased AFTER UPDATE OF erased_at ON consumer FOR EACH ROW
    WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL)
    EXECUTE FUNCTION erase_notices();
