-- What abandonment is measured from.

ALTER TABLE campaign ADD COLUMN screening_false_positive_ppm integer NOT NULL DEFAULT 10000 CHECK (screening_false_positive_ppm BETWEEN 0 AND 200000);
COMMENT ON COLUMN campaign.screening_false_positive_ppm IS 'Estimated share of people among the calls that the screening took for machines, in parts per million; they heard nobody and count as abandoned. One in a hundred until it is measured.';

DROP INDEX attempt_end_answered;
CREATE INDEX attempt_end_answered ON attempt_end (campaign_id, placed_at)
    INCLUDE (outcome, agent_id, attempt_id, revision, waited_ms)
    WHERE outcome IN ('ANSWERED','ANSWERED_DROPPED','ABANDONED');
CREATE INDEX attempt_end_machine ON attempt_end (campaign_id, placed_at)
    INCLUDE (attempt_id, revision)
    WHERE outcome IN ('VOICEMAIL_NO_MESSAGE','VOICEMAIL_LEFT') AND agent_id IS NULL;
