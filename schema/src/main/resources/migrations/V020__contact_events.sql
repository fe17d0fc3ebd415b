-- Contacts that were not attempts of ours, but count: the gate would go wrong without them.

CREATE TABLE contact_event (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer_id bigint NOT NULL REFERENCES consumer,
    account_id  bigint REFERENCES account,
    phone_id    bigint REFERENCES phone,
    kind        text NOT NULL CHECK (kind IN ('CALL_PLACED','INBOUND_CALL','TEXT_SENT','EMAIL_SENT')),
    result      text NOT NULL CHECK (result IN ('BUSY','NOT_IN_SERVICE','NETWORK_BLOCKED','RING_NO_ANSWER','VOICEMAIL_NO_MESSAGE','VOICEMAIL_LEFT','ANSWERED_DROPPED','ABANDONED','ANSWERED_THIRD_PARTY','CONVERSATION','UNKNOWN','SENT')),
    at          timestamptz NOT NULL,
    responds    boolean NOT NULL DEFAULT false,
    source      text NOT NULL CHECK (source IN ('IMPORT','AGENT','CARRIER')),
    recorded_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE contact_event IS 'A contact that was no attempt of ours but counts for frequency: calls of the previous dialer, calls that the consumer placed, messages. Append-only.';
COMMENT ON COLUMN contact_event.id IS 'Order of entry.';
COMMENT ON COLUMN contact_event.consumer_id IS 'The person.';
COMMENT ON COLUMN contact_event.account_id IS 'The debt it was about or is booked to; absent when it counts for all debts of the person.';
COMMENT ON COLUMN contact_event.phone_id IS 'The number; absent when not known.';
COMMENT ON COLUMN contact_event.kind IS 'What kind of contact.';
COMMENT ON COLUMN contact_event.result IS 'What came of it.';
COMMENT ON COLUMN contact_event.at IS 'When.';
COMMENT ON COLUMN contact_event.responds IS 'True when it answered the consumer''s own contact.';
COMMENT ON COLUMN contact_event.source IS 'What told us.';
COMMENT ON COLUMN contact_event.recorded_at IS 'When it was entered.';

CREATE INDEX contact_event_consumer ON contact_event (consumer_id, at DESC);
CREATE TRIGGER contact_event_append_only BEFORE UPDATE OR DELETE ON contact_event
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

COMMENT ON COLUMN postal_zone.postal_code IS 'Five-digit ZIP code, or its first three digits where all codes that begin so agree, or for those not listed.';
COMMENT ON COLUMN area_code_zone.country IS 'ISO 3166-1 of the area; US also for codes that say nothing of the place.';
COMMENT ON COLUMN region_zone.region IS 'State, province or territory as in ISO 3166-2, US-IN; a territory with a country code of its own by that, PR.';
