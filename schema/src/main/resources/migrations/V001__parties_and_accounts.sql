-- Who owes what to whom, and where each fact came from.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE client (
    id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name                 text NOT NULL UNIQUE,
    legal_name           text NOT NULL,
    kind                 text NOT NULL DEFAULT 'CREDITOR' CHECK (kind IN ('CREDITOR','DEBT_BUYER','AGENCY','GOVERNMENT','HEALTH')),
    collector_role       text NOT NULL DEFAULT 'THIRD_PARTY' CHECK (collector_role IN ('THIRD_PARTY','FIRST_PARTY','DEBT_BUYER')),
    settlement_floor_ppm integer NOT NULL DEFAULT 1000000 CHECK (settlement_floor_ppm BETWEEN 0 AND 1000000),
    promise_days_max     integer NOT NULL DEFAULT 30 CHECK (promise_days_max > 0),
    promise_grace_days   integer NOT NULL DEFAULT 3 CHECK (promise_grace_days >= 0),
    created_at           timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE client IS 'A creditor who places accounts with us.';
COMMENT ON COLUMN client.id IS 'Our number for the client.';
COMMENT ON COLUMN client.name IS 'The name staff and import commands use.';
COMMENT ON COLUMN client.legal_name IS 'The name on letters and in disclosures.';
COMMENT ON COLUMN client.kind IS 'What sort of placer it is.';
COMMENT ON COLUMN client.collector_role IS 'What we are to its debts: switches Regulation F on or off (12 CFR 1006.2(i)).';
COMMENT ON COLUMN client.settlement_floor_ppm IS 'The least share of the balance an agent may settle for, in parts per million.';
COMMENT ON COLUMN client.promise_days_max IS 'How far ahead a promise may fall due, in days.';
COMMENT ON COLUMN client.promise_grace_days IS 'Days after the due date before a promise counts as broken.';
COMMENT ON COLUMN client.created_at IS 'When the client was entered.';

CREATE TABLE portfolio (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id  bigint NOT NULL REFERENCES client,
    name       text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (client_id, name)
);

COMMENT ON TABLE portfolio IS 'The accounts that one client placed together.';
COMMENT ON COLUMN portfolio.id IS 'Our number for the portfolio.';
COMMENT ON COLUMN portfolio.client_id IS 'The client who placed it.';
COMMENT ON COLUMN portfolio.name IS 'What staff call it.';
COMMENT ON COLUMN portfolio.created_at IS 'When the first placement arrived.';

CREATE TABLE consumer (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind              text NOT NULL DEFAULT 'PERSON' CHECK (kind IN ('PERSON','BUSINESS')),
    given_name        text NOT NULL DEFAULT '',
    family_name       text NOT NULL,
    suffix            text NOT NULL DEFAULT '',
    born_on           date,
    national_id_last4 text CHECK (national_id_last4 ~ '^[0-9]{4}$'),
    language          text NOT NULL DEFAULT 'en' CHECK (language ~ '^[a-z]{2,3}$'),
    deceased_on       date,
    minor             boolean NOT NULL DEFAULT false,
    version           bigint NOT NULL DEFAULT 0,
    created_at        timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE consumer IS 'A person who owes, or is said to owe.';
COMMENT ON COLUMN consumer.id IS 'Our number for the person.';
COMMENT ON COLUMN consumer.kind IS 'Natural person or business; Regulation F protects persons.';
COMMENT ON COLUMN consumer.given_name IS 'Given name; empty for a business.';
COMMENT ON COLUMN consumer.family_name IS 'Family name, or the name of the business.';
COMMENT ON COLUMN consumer.suffix IS 'Jr, Sr, III and the like.';
COMMENT ON COLUMN consumer.born_on IS 'Date of birth; absent when the client did not give it.';
COMMENT ON COLUMN consumer.national_id_last4 IS 'Last four digits of the social security number; absent when not given.';
COMMENT ON COLUMN consumer.language IS 'Preferred language, ISO 639.';
COMMENT ON COLUMN consumer.deceased_on IS 'Date of death; absent while no notice has been received.';
COMMENT ON COLUMN consumer.minor IS 'Known to be under age.';
COMMENT ON COLUMN consumer.version IS 'Raised by every change of the person''s facts, so that a screen can tell it is stale.';
COMMENT ON COLUMN consumer.created_at IS 'When the person was first entered.';

CREATE TABLE account (
    id                    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    portfolio_id          bigint NOT NULL REFERENCES portfolio,
    client_id             bigint NOT NULL REFERENCES client,
    consumer_id           bigint NOT NULL REFERENCES consumer,
    client_account_number text NOT NULL,
    debt_type             text NOT NULL CHECK (debt_type IN ('CARD','LOAN','AUTO','MEDICAL','TELECOM','UTILITY','RETAIL','RENT','STUDENT','GOVERNMENT','TAX','DAMAGE_CLAIM','NSF_CHECK','COMMERCIAL')),
    frequency_group       text,
    original_creditor     text NOT NULL,
    current_creditor      text NOT NULL,
    currency              char(3) NOT NULL DEFAULT 'USD',
    placed_minor          bigint NOT NULL,
    balance_minor         bigint NOT NULL,
    opened_on             date,
    delinquent_on         date,
    charged_off_on        date,
    last_paid_on          date,
    itemization_on        date NOT NULL,
    itemization_kind      text NOT NULL CHECK (itemization_kind IN ('LAST_STATEMENT','CHARGE_OFF','LAST_PAYMENT','TRANSACTION','JUDGMENT')),
    itemization_minor     bigint NOT NULL,
    limitation_on         date,
    work_state            text NOT NULL DEFAULT 'ACTIVE' CHECK (work_state IN ('ACTIVE','PROMISE','PLAN','PAID','SETTLED','RECALLED','CLOSED')),
    placed_at             timestamptz NOT NULL DEFAULT now(),
    import_run_id         bigint,
    UNIQUE (client_id, client_account_number)
);

COMMENT ON TABLE account IS 'One debt placed with us for collection.';
COMMENT ON COLUMN account.id IS 'Our number for the account.';
COMMENT ON COLUMN account.portfolio_id IS 'The portfolio it was placed in.';
COMMENT ON COLUMN account.client_id IS 'The client who placed it; repeats the portfolio''s, for the key below.';
COMMENT ON COLUMN account.consumer_id IS 'The person primarily liable.';
COMMENT ON COLUMN account.client_account_number IS 'The client''s own number for the account.';
COMMENT ON COLUMN account.debt_type IS 'What the debt arose from.';
COMMENT ON COLUMN account.frequency_group IS 'Debts that share this text count as one for call frequency (12 CFR 1006.14(b)(4)); absent when the debt stands alone.';
COMMENT ON COLUMN account.original_creditor IS 'Who extended the credit.';
COMMENT ON COLUMN account.current_creditor IS 'Who owns the debt now.';
COMMENT ON COLUMN account.currency IS 'ISO 4217.';
COMMENT ON COLUMN account.placed_minor IS 'The balance when it was placed, in minor units.';
COMMENT ON COLUMN account.balance_minor IS 'The balance now, in minor units; kept by trigger from balance_entry.';
COMMENT ON COLUMN account.opened_on IS 'When the credit was opened; absent when not given.';
COMMENT ON COLUMN account.delinquent_on IS 'First missed payment; absent when not given.';
COMMENT ON COLUMN account.charged_off_on IS 'When the creditor charged it off; absent when not.';
COMMENT ON COLUMN account.last_paid_on IS 'Date of the last payment before placement; absent when none is known.';
COMMENT ON COLUMN account.itemization_on IS 'The itemization date of 12 CFR 1006.34(b)(3).';
COMMENT ON COLUMN account.itemization_kind IS 'Which of the five dates the client chose.';
COMMENT ON COLUMN account.itemization_minor IS 'The amount on the itemization date, in minor units.';
COMMENT ON COLUMN account.limitation_on IS 'The day the statute of limitations runs out; absent when unknown.';
COMMENT ON COLUMN account.work_state IS 'Where the collector''s work on the account stands.';
COMMENT ON COLUMN account.placed_at IS 'When we accepted it.';
COMMENT ON COLUMN account.import_run_id IS 'The import that brought it; absent for accounts entered by hand.';

CREATE TABLE account_party (
    account_id  bigint NOT NULL REFERENCES account,
    consumer_id bigint NOT NULL REFERENCES consumer,
    party_role  text NOT NULL CHECK (party_role IN ('PRIMARY','COSIGNER','GUARANTOR','SPOUSE','PARENT','GUARDIAN','EXECUTOR','ATTORNEY','REPRESENTATIVE')),
    liable      boolean NOT NULL,
    PRIMARY KEY (account_id, consumer_id, party_role)
);

COMMENT ON TABLE account_party IS 'Who stands in which relation to an account.';
COMMENT ON COLUMN account_party.account_id IS 'The account.';
COMMENT ON COLUMN account_party.consumer_id IS 'The person.';
COMMENT ON COLUMN account_party.party_role IS 'The relation.';
COMMENT ON COLUMN account_party.liable IS 'Whether the person owes the debt.';

CREATE TABLE phone (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer_id     bigint NOT NULL REFERENCES consumer,
    e164            text NOT NULL CHECK (e164 ~ '^\+[1-9][0-9]{6,14}$'),
    line_type       text NOT NULL DEFAULT 'UNKNOWN' CHECK (line_type IN ('LANDLINE','MOBILE','VOIP','TOLL_FREE','UNKNOWN')),
    place           text NOT NULL DEFAULT 'OTHER' CHECK (place IN ('HOME','WORK','MOBILE','OTHER')),
    source          text NOT NULL DEFAULT 'CLIENT' CHECK (source IN ('CLIENT','CONSUMER','SKIP_VENDOR','INBOUND','THIRD_PARTY')),
    preference_rank smallint NOT NULL DEFAULT 1 CHECK (preference_rank >= 1),
    usable          text NOT NULL DEFAULT 'UNVERIFIED' CHECK (usable IN ('UNVERIFIED','VERIFIED','WRONG','DISCONNECTED','DO_NOT_CALL','REASSIGNED','ATTORNEY')),
    usable_since    timestamptz NOT NULL DEFAULT now(),
    created_at      timestamptz NOT NULL DEFAULT now(),
    UNIQUE (consumer_id, e164)
);

COMMENT ON TABLE phone IS 'A telephone number of a consumer.';
COMMENT ON COLUMN phone.id IS 'Our number for it.';
COMMENT ON COLUMN phone.consumer_id IS 'Whose number it is said to be.';
COMMENT ON COLUMN phone.e164 IS 'The number in E.164.';
COMMENT ON COLUMN phone.line_type IS 'What kind of line; UNKNOWN is treated as mobile.';
COMMENT ON COLUMN phone.place IS 'Where it rings (12 CFR 1006.6(b)(1)(ii)).';
COMMENT ON COLUMN phone.source IS 'Who gave it to us.';
COMMENT ON COLUMN phone.preference_rank IS '1 is tried first.';
COMMENT ON COLUMN phone.usable IS 'What we know of it; only UNVERIFIED and VERIFIED numbers are dialed.';
COMMENT ON COLUMN phone.usable_since IS 'When we learned that.';
COMMENT ON COLUMN phone.created_at IS 'When it was entered.';

CREATE TABLE address (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer_id bigint NOT NULL REFERENCES consumer,
    line1       text NOT NULL,
    line2       text NOT NULL DEFAULT '',
    city        text NOT NULL,
    region      text NOT NULL,
    postal_code text NOT NULL,
    country     char(2) NOT NULL DEFAULT 'US',
    good        boolean NOT NULL DEFAULT true,
    source      text NOT NULL DEFAULT 'CLIENT' CHECK (source IN ('CLIENT','CONSUMER','SKIP_VENDOR','THIRD_PARTY')),
    created_at  timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE address IS 'A postal address of a consumer.';
COMMENT ON COLUMN address.id IS 'Our number for it.';
COMMENT ON COLUMN address.consumer_id IS 'Whose address.';
COMMENT ON COLUMN address.line1 IS 'Street and house number.';
COMMENT ON COLUMN address.line2 IS 'Apartment and the like.';
COMMENT ON COLUMN address.city IS 'Town.';
COMMENT ON COLUMN address.region IS 'State or province, as in ISO 3166-2 without the country.';
COMMENT ON COLUMN address.postal_code IS 'ZIP or postal code.';
COMMENT ON COLUMN address.country IS 'ISO 3166-1.';
COMMENT ON COLUMN address.good IS 'False after mail came back.';
COMMENT ON COLUMN address.source IS 'Who gave it to us.';
COMMENT ON COLUMN address.created_at IS 'When it was entered.';

CREATE TABLE email (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer_id bigint NOT NULL REFERENCES consumer,
    address     text NOT NULL,
    usable      text NOT NULL DEFAULT 'UNVERIFIED' CHECK (usable IN ('UNVERIFIED','VERIFIED','BOUNCED','OPTED_OUT','WORK')),
    created_at  timestamptz NOT NULL DEFAULT now(),
    UNIQUE (consumer_id, address)
);

COMMENT ON TABLE email IS 'An e-mail address of a consumer.';
COMMENT ON COLUMN email.id IS 'Our number for it.';
COMMENT ON COLUMN email.consumer_id IS 'Whose address.';
COMMENT ON COLUMN email.address IS 'The address as given.';
COMMENT ON COLUMN email.usable IS 'What we know of it.';
COMMENT ON COLUMN email.created_at IS 'When it was entered.';

CREATE TABLE location_evidence (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer_id   bigint NOT NULL REFERENCES consumer,
    kind          text NOT NULL CHECK (kind IN ('ADDRESS','NUMBER','STATED','EMPLOYER')),
    zones         text[] NOT NULL CHECK (cardinality(zones) > 0),
    jurisdiction  text,
    authoritative boolean NOT NULL DEFAULT false,
    observed_at   timestamptz NOT NULL DEFAULT now(),
    expires_at    timestamptz
);

COMMENT ON TABLE location_evidence IS 'Where a consumer may be, as far as somebody said so; what numbers and addresses prove is in whereabouts.';
COMMENT ON COLUMN location_evidence.id IS 'Our number for it.';
COMMENT ON COLUMN location_evidence.consumer_id IS 'Whose place.';
COMMENT ON COLUMN location_evidence.kind IS 'What points there.';
COMMENT ON COLUMN location_evidence.zones IS 'Time zones (tzdb names) the evidence allows.';
COMMENT ON COLUMN location_evidence.jurisdiction IS 'ISO 3166-2 code of the place; absent when only the zone is known.';
COMMENT ON COLUMN location_evidence.authoritative IS 'The consumer told us herself: only authoritative evidence counts then.';
COMMENT ON COLUMN location_evidence.observed_at IS 'When we learned it.';
COMMENT ON COLUMN location_evidence.expires_at IS 'When it stops counting; absent when it does not.';

CREATE INDEX account_consumer ON account (consumer_id);
CREATE INDEX account_portfolio ON account (portfolio_id);
CREATE INDEX account_party_consumer ON account_party (consumer_id);
CREATE INDEX consumer_name ON consumer USING gin ((given_name || ' ' || family_name) gin_trgm_ops);
CREATE INDEX phone_number ON phone (e164);
CREATE INDEX address_consumer ON address (consumer_id);
CREATE INDEX location_evidence_consumer ON location_evidence (consumer_id);
