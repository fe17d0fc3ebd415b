-- Bulk loads bring thousands of numbers of people who have no account yet. Each person is looked up by
-- index, once: a join would read the whole of account with every batch.

CREATE OR REPLACE FUNCTION candidates_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'account' THEN
        INSERT INTO candidate_change (consumer_id) SELECT DISTINCT consumer_id FROM added;
    ELSE
        INSERT INTO candidate_change (consumer_id)
            SELECT consumer_id FROM (SELECT DISTINCT consumer_id FROM added) a
            WHERE (SELECT true FROM account o WHERE o.consumer_id = a.consumer_id LIMIT 1);
    END IF;
    RETURN NULL;
END $$;
