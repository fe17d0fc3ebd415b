-- What makes selection look at a person again, and the sentence that tells the agent why.

ALTER TABLE dial_candidate ADD COLUMN why text NOT NULL DEFAULT '';
COMMENT ON COLUMN dial_candidate.why IS 'Why this person is next, as the agent reads it; names no amount.';

CREATE TABLE candidate_change (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer_id bigint NOT NULL
);

COMMENT ON TABLE candidate_change IS 'Persons whose facts changed, to be chosen anew. A queue: rows go when they are done. No unique key, so that a change made while the person is being chosen is never lost.';
COMMENT ON COLUMN candidate_change.id IS 'Order of arrival.';
COMMENT ON COLUMN candidate_change.consumer_id IS 'The person.';

CREATE FUNCTION candidate_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO candidate_change (consumer_id) VALUES (NEW.consumer_id);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION candidate_changed() IS 'Has one person chosen anew.';

-- Bulk loads insert many rows a statement; a person who is not yet a candidate comes with an account.
CREATE FUNCTION candidates_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'account' THEN
        INSERT INTO candidate_change (consumer_id) SELECT DISTINCT consumer_id FROM added;
    ELSE
        INSERT INTO candidate_change (consumer_id) SELECT DISTINCT a.consumer_id FROM added a
            WHERE EXISTS (SELECT 1 FROM account o WHERE o.consumer_id = a.consumer_id);
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION candidates_added() IS 'Has the persons of a whole statement chosen anew.';

CREATE FUNCTION candidates_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO candidate_change (consumer_id) SELECT DISTINCT consumer_id FROM account
        WHERE portfolio_id = coalesce(NEW.portfolio_id, OLD.portfolio_id);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION candidates_moved() IS 'Has a portfolio chosen anew when a campaign takes it up or lets it go.';

CREATE TRIGGER account_added AFTER INSERT ON account
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION candidates_added();
CREATE TRIGGER account_changed AFTER UPDATE ON account FOR EACH ROW
    WHEN (OLD.balance_minor <> NEW.balance_minor OR OLD.work_state <> NEW.work_state
        OR OLD.portfolio_id <> NEW.portfolio_id)
    EXECUTE FUNCTION candidate_changed();
CREATE TRIGGER phone_added AFTER INSERT ON phone
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION candidates_added();
CREATE TRIGGER phone_changed AFTER UPDATE ON phone FOR EACH ROW
    WHEN (OLD.usable <> NEW.usable OR OLD.preference_rank <> NEW.preference_rank
        OR OLD.line_type <> NEW.line_type OR OLD.place <> NEW.place)
    EXECUTE FUNCTION candidate_changed();
CREATE TRIGGER location_evidence_added AFTER INSERT ON location_evidence
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION candidates_added();
CREATE TRIGGER location_evidence_changed AFTER UPDATE ON location_evidence FOR EACH ROW
    EXECUTE FUNCTION candidate_changed();
CREATE TRIGGER hold_changed AFTER INSERT OR UPDATE ON hold FOR EACH ROW
    EXECUTE FUNCTION candidate_changed();
CREATE TRIGGER consent_changed AFTER INSERT ON consent FOR EACH ROW
    EXECUTE FUNCTION candidate_changed();
CREATE TRIGGER preference_changed AFTER INSERT OR UPDATE ON preference FOR EACH ROW
    EXECUTE FUNCTION candidate_changed();
CREATE TRIGGER promise_changed AFTER INSERT OR UPDATE ON promise FOR EACH ROW
    EXECUTE FUNCTION candidate_changed();
CREATE TRIGGER callback_changed AFTER INSERT OR UPDATE ON callback FOR EACH ROW
    EXECUTE FUNCTION candidate_changed();
CREATE TRIGGER disposition_added AFTER INSERT ON disposition FOR EACH ROW
    EXECUTE FUNCTION candidate_changed();
CREATE TRIGGER campaign_portfolio_changed AFTER INSERT OR DELETE ON campaign_portfolio FOR EACH ROW
    EXECUTE FUNCTION candidates_moved();

CREATE INDEX promise_consumer ON promise (consumer_id) WHERE state IN ('OPEN','PARTIAL','BROKEN');
CREATE INDEX promise_not_kept ON promise (due_on) WHERE state IN ('PARTIAL','BROKEN');
