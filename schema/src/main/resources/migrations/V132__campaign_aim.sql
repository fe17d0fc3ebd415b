-- What a campaign's pace works for. The ceiling on abandonment holds under every aim.

ALTER TABLE campaign
    ADD COLUMN aim text NOT NULL DEFAULT 'MAXIMISE_TALK'
        CHECK (aim IN ('MAXIMISE_TALK','TARGET_WAIT','NEVER_ABANDON')),
    ADD COLUMN aim_rate_ppm integer CHECK (aim_rate_ppm BETWEEN 1 AND 100000),
    ADD COLUMN aim_wait_seconds integer CHECK (aim_wait_seconds BETWEEN 1 AND 600),
    ADD CHECK ((aim = 'TARGET_WAIT') = (aim_wait_seconds IS NOT NULL)),
    ADD CHECK (aim = 'MAXIMISE_TALK' OR aim_rate_ppm IS NULL);

COMMENT ON COLUMN campaign.aim IS 'What a predictive pace works for: as much talk as abandonment allows, a mean wait between calls, or that nobody is abandoned.';
COMMENT ON COLUMN campaign.aim_rate_ppm IS 'With MAXIMISE_TALK: abandonment to stay under, in parts per million, when that is less than the ceiling; absent to use the ceiling.';
COMMENT ON COLUMN campaign.aim_wait_seconds IS 'With TARGET_WAIT: how long agents are to wait between calls, in seconds.';
