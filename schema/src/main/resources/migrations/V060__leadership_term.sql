-- Tells a process that held the right to lead, lost it and has it again whether another led meanwhile.

ALTER TABLE installation ADD COLUMN term bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN installation.term IS 'How often a process has taken the right to lead the campaigns.';
