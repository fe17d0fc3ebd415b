-- Rulebooks and the reference data that rules read.

CREATE TABLE rulebook (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name           text NOT NULL,
    version        text NOT NULL,
    sha256         text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    content        jsonb NOT NULL,
    author         text NOT NULL,
    approver       text,
    approved_at    timestamptz,
    effective_from timestamptz,
    effective_to   timestamptz,
    recorded_at    timestamptz NOT NULL DEFAULT now(),
    UNIQUE (name, version),
    CHECK (approver IS NULL OR approver <> author)
);

COMMENT ON TABLE rulebook IS 'One version of the rules, immutable once approved.';
COMMENT ON COLUMN rulebook.id IS 'Our number for it.';
COMMENT ON COLUMN rulebook.name IS 'Which book: the law of a country, or the policy of the house.';
COMMENT ON COLUMN rulebook.version IS 'The version, as approved.';
COMMENT ON COLUMN rulebook.sha256 IS 'Hash of the canonical content.';
COMMENT ON COLUMN rulebook.content IS 'The rules, one object a row.';
COMMENT ON COLUMN rulebook.author IS 'Who wrote it.';
COMMENT ON COLUMN rulebook.approver IS 'Who approved it; absent for a draft. Never the author.';
COMMENT ON COLUMN rulebook.approved_at IS 'When; absent for a draft.';
COMMENT ON COLUMN rulebook.effective_from IS 'From when it applies; absent for a draft.';
COMMENT ON COLUMN rulebook.effective_to IS 'Until when; absent while it has no successor.';
COMMENT ON COLUMN rulebook.recorded_at IS 'When it was entered.';

CREATE TABLE area_code_zone (
    area_code char(3) PRIMARY KEY,
    country   char(2) NOT NULL,
    zones     text[] NOT NULL,
    source    text NOT NULL
);

COMMENT ON TABLE area_code_zone IS 'The time zones that numbers of a North American area code may be in: the union over all its prefixes.';
COMMENT ON COLUMN area_code_zone.area_code IS 'The area code.';
COMMENT ON COLUMN area_code_zone.country IS 'ISO 3166-1 of the area.';
COMMENT ON COLUMN area_code_zone.zones IS 'tzdb names; empty when the code says nothing of the place (toll-free).';
COMMENT ON COLUMN area_code_zone.source IS 'Where the row comes from, with its version.';

CREATE TABLE postal_zone (
    postal_code text PRIMARY KEY,
    region      text NOT NULL,
    zones       text[] NOT NULL CHECK (cardinality(zones) > 0),
    source      text NOT NULL
);

COMMENT ON TABLE postal_zone IS 'The time zones of a postal code.';
COMMENT ON COLUMN postal_zone.postal_code IS 'Five-digit ZIP code.';
COMMENT ON COLUMN postal_zone.region IS 'State or territory.';
COMMENT ON COLUMN postal_zone.zones IS 'tzdb names.';
COMMENT ON COLUMN postal_zone.source IS 'Where the row comes from, with its version.';

CREATE TABLE region_zone (
    region text PRIMARY KEY,
    zones  text[] NOT NULL CHECK (cardinality(zones) > 0)
);

COMMENT ON TABLE region_zone IS 'The time zones found in a state or territory: what an address without a known postal code proves.';
COMMENT ON COLUMN region_zone.region IS 'State or territory.';
COMMENT ON COLUMN region_zone.zones IS 'tzdb names.';

CREATE TABLE calling_group (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    zones         text[] NOT NULL,
    jurisdictions text[] NOT NULL,
    UNIQUE (zones, jurisdictions)
);

COMMENT ON TABLE calling_group IS 'Consumers whose calling hours are always the same: the same zones under the same laws. Selection skips closed groups whole.';
COMMENT ON COLUMN calling_group.id IS 'Our number for it.';
COMMENT ON COLUMN calling_group.zones IS 'tzdb names, sorted.';
COMMENT ON COLUMN calling_group.jurisdictions IS 'Jurisdiction codes, sorted.';
