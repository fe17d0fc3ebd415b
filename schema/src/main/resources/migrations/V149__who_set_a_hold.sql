-- A supervisor sets holds too, and is neither the agent nor the officer.

ALTER TABLE hold DROP CONSTRAINT hold_source_check;
ALTER TABLE hold ADD CONSTRAINT hold_source_check
    CHECK (source IN ('AGENT','SUPERVISOR','OFFICER','FILE','API','OTHER'));
COMMENT ON COLUMN hold.source IS 'Who set it: an agent at the desk or by a disposition, a supervisor or an officer on the page, a scrub file, another program, or OTHER, such as a placement file.';

ALTER TABLE preference DROP CONSTRAINT preference_source_check;
ALTER TABLE preference ADD CONSTRAINT preference_source_check
    CHECK (source IN ('AGENT','SUPERVISOR','OFFICER','FILE','API','OTHER'));
COMMENT ON COLUMN preference.source IS 'Who recorded it: an agent at the desk or by a disposition, a supervisor or an officer on the page, a scrub file, another program, or OTHER.';
