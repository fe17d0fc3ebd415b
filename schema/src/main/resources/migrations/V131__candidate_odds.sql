-- What selection knows of the number helps the pace to foresee answers.

ALTER TABLE dial_candidate
    ADD COLUMN odds_permille integer NOT NULL DEFAULT 1000 CHECK (odds_permille > 0);
COMMENT ON COLUMN dial_candidate.odds_permille IS 'How the odds that a person answers this number compare with a usual number, times 1,000: 1000 is usual.';
