-- Whom a setting of a client or of a campaign concerns may be everybody: whoever's own facts changed goes before.

CREATE OR REPLACE FUNCTION candidates_of_client() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO candidate_change (consumer_id, of_all) SELECT DISTINCT consumer_id, true FROM account
        WHERE client_id = NEW.id;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION candidates_of_campaign() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO candidate_change (consumer_id, of_all) SELECT DISTINCT consumer_id, true FROM account
        WHERE portfolio_id IN (SELECT portfolio_id FROM campaign_portfolio WHERE campaign_id = NEW.id);
    RETURN NULL;
END $$;
