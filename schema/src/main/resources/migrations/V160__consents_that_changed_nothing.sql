-- What a placement file says of consent and changes nothing leaves a count in the import's report.

ALTER TABLE import_run
    ADD COLUMN consents_unchanged bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN import_run.consents_unchanged IS 'Consents and refusals of the file that changed nothing on record.';
