-- What we are to a client's debts, and how long a campaign waits between two attempts, are settings that commands
-- change: whoever they concern is chosen anew.

CREATE FUNCTION candidates_of_client() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO candidate_change (consumer_id) SELECT DISTINCT consumer_id FROM account
        WHERE client_id = NEW.id;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION candidates_of_client() IS 'Has the persons of a client chosen anew.';
CREATE TRIGGER client_role_changed AFTER UPDATE ON client FOR EACH ROW
    WHEN (OLD.collector_role <> NEW.collector_role)
    EXECUTE FUNCTION candidates_of_client();

CREATE FUNCTION candidates_of_campaign() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO candidate_change (consumer_id) SELECT DISTINCT consumer_id FROM account
        WHERE portfolio_id IN (SELECT portfolio_id FROM campaign_portfolio WHERE campaign_id = NEW.id);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION candidates_of_campaign() IS 'Has the persons of a campaign chosen anew.';
CREATE TRIGGER campaign_retry_changed AFTER UPDATE ON campaign FOR EACH ROW
    WHEN (OLD.retry_minutes <> NEW.retry_minutes)
    EXECUTE FUNCTION candidates_of_campaign();
