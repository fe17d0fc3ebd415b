-- The planner takes no figures from an index of some rows only: it took every consumer for a match
-- and read them all for each batch of a placement. Figures of their own let it use the index.

CREATE STATISTICS consumer_identity_known ON
    (consumer_identity(national_id_last4, born_on, family_name)) FROM consumer;
COMMENT ON STATISTICS consumer_identity_known IS 'How many people share what each is known again by: nearly always one.';
ANALYZE consumer;
