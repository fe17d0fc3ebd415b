-- What bars a contact acts at once: whoever sets a bar tells every node, in the transaction that sets it. What is
-- ringing for that person and not answered yet is then hung up, and a permit that was not spent dies.

ALTER TABLE hold
    ADD COLUMN source text NOT NULL DEFAULT 'OTHER' CHECK (source IN ('AGENT','OFFICER','FILE','API','OTHER')),
    ADD COLUMN release_evidence text NOT NULL DEFAULT '';
COMMENT ON COLUMN hold.source IS 'Who set it: an agent at the desk, an officer, a scrub file, another program, or OTHER, such as a placement file.';
COMMENT ON COLUMN hold.release_evidence IS 'What the officer who lifted it rests on; empty while it stands.';

ALTER TABLE preference
    ADD COLUMN account_id bigint REFERENCES account,
    ADD COLUMN phone_id bigint REFERENCES phone,
    ADD COLUMN source text NOT NULL DEFAULT 'OTHER' CHECK (source IN ('AGENT','OFFICER','FILE','API','OTHER')),
    ADD COLUMN evidence text NOT NULL DEFAULT '',
    ADD COLUMN withdrawn_by bigint REFERENCES agent,
    ADD COLUMN withdraw_reason text NOT NULL DEFAULT '',
    ADD COLUMN withdraw_evidence text NOT NULL DEFAULT '';
COMMENT ON COLUMN preference.account_id IS 'The account that was spoken about when it was said; the wish holds for all of them. Absent when not known.';
COMMENT ON COLUMN preference.phone_id IS 'The number on which it was said; the wish holds for all of them. Absent when not known.';
COMMENT ON COLUMN preference.source IS 'Who recorded it: an agent, an officer, a scrub file, another program, or OTHER.';
COMMENT ON COLUMN preference.evidence IS 'What it rests on.';
COMMENT ON COLUMN preference.withdrawn_by IS 'The officer who lifted it; absent while it stands.';
COMMENT ON COLUMN preference.withdraw_reason IS 'Why it was lifted; empty while it stands.';
COMMENT ON COLUMN preference.withdraw_evidence IS 'What the officer who lifted it rests on; empty while it stands.';

-- The payload: consumer/account/phone, the last two empty when it covers all.
CREATE FUNCTION contact_barred() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    bar jsonb := to_jsonb(NEW);
BEGIN
    PERFORM pg_notify('contact_barred', CASE TG_TABLE_NAME
        WHEN 'consumer' THEN (bar ->> 'id') || '//'
        WHEN 'phone' THEN (bar ->> 'consumer_id') || '//' || (bar ->> 'id')
        WHEN 'preference' THEN (bar ->> 'consumer_id') || '//'
        ELSE concat_ws('/', bar ->> 'consumer_id', coalesce(bar ->> 'account_id', ''), coalesce(bar ->> 'phone_id', ''))
    END);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION contact_barred() IS 'Tells every node that calls to a person, about an account or to a number must not go on ringing.';

CREATE TRIGGER hold_bars AFTER INSERT ON hold FOR EACH ROW EXECUTE FUNCTION contact_barred();
CREATE TRIGGER preference_bars AFTER INSERT ON preference FOR EACH ROW EXECUTE FUNCTION contact_barred();
CREATE TRIGGER consent_taken_back_bars AFTER INSERT ON consent FOR EACH ROW
    WHEN (NOT NEW.granted) EXECUTE FUNCTION contact_barred();
CREATE TRIGGER phone_bars AFTER UPDATE ON phone FOR EACH ROW
    WHEN (NEW.usable <> OLD.usable AND NEW.usable NOT IN ('UNVERIFIED','VERIFIED'))
    EXECUTE FUNCTION contact_barred();
CREATE TRIGGER consumer_bars AFTER UPDATE ON consumer FOR EACH ROW
    WHEN ((NEW.deceased_on IS NOT NULL AND OLD.deceased_on IS NULL) OR (NEW.minor AND NOT OLD.minor))
    EXECUTE FUNCTION contact_barred();
