-- Corrections of how a call ended are further revisions, never changes.

ALTER TABLE attempt_end DROP CONSTRAINT attempt_end_source_check;
ALTER TABLE attempt_end
    ADD CONSTRAINT attempt_end_source_check CHECK (source IN ('LIVE','RECONCILED','CARRIER','CORRECTED')),
    ADD COLUMN corrected_by bigint,
    ADD COLUMN correction text NOT NULL DEFAULT '',
    ADD COLUMN corrected_at timestamptz;
COMMENT ON COLUMN attempt_end.corrected_by IS 'The officer or supervisor who corrected it; absent for what was observed.';
COMMENT ON COLUMN attempt_end.correction IS 'Why it was corrected and what proves it; empty for what was observed.';
COMMENT ON COLUMN attempt_end.corrected_at IS 'When it was corrected; absent for what was observed.';
