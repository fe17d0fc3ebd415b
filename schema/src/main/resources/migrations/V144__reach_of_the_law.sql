-- Whose law reaches a call: the state of a number's area code, the city of a ZIP code, and the countries whose
-- rulebooks ship. What numbers and addresses prove stays looked up, so that a corrected row counts at once.

ALTER TABLE area_code_zone ADD COLUMN regions text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN area_code_zone.regions IS 'States, provinces or cities within them that the code serves, as in ISO 3166-2 without the country (NY-NYC): the law of each reaches the number. Empty where the country alone is known.';

ALTER TABLE postal_zone ADD COLUMN locality text NOT NULL DEFAULT '';
COMMENT ON COLUMN postal_zone.locality IS 'The city with a law of its own that the code lies in, or reaches into: NYC; empty for all others.';

CREATE TABLE number_zone (
    prefix  text PRIMARY KEY CHECK (prefix ~ '^\+[2-9][0-9]{1,3}$'),
    country char(2) NOT NULL,
    regions text[] NOT NULL DEFAULT '{}',
    zones   text[] NOT NULL CHECK (cardinality(zones) > 0),
    source  text NOT NULL
);

COMMENT ON TABLE number_zone IS 'Where numbers outside North America may be, by how they begin. A number that begins like none of them proves nothing of the place.';
COMMENT ON COLUMN number_zone.prefix IS 'E.164 with the plus: the country code and, in Australia (one digit) and Brazil (two), the area.';
COMMENT ON COLUMN number_zone.country IS 'ISO 3166-1.';
COMMENT ON COLUMN number_zone.regions IS 'States of the area, as in ISO 3166-2 without the country; empty where the country alone is known.';
COMMENT ON COLUMN number_zone.zones IS 'tzdb names.';
COMMENT ON COLUMN number_zone.source IS 'Where the row comes from, with its version.';

CREATE FUNCTION number_prefix(e164 text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT left(e164, CASE left(e164, 3) WHEN '+55' THEN 5 WHEN '+61' THEN 4 ELSE 3 END)
$$;
COMMENT ON FUNCTION number_prefix(text) IS 'How a number outside North America begins, as number_zone has it.';

CREATE OR REPLACE VIEW whereabouts AS
    SELECT consumer_id, kind, zones, jurisdiction, authoritative, expires_at
    FROM location_evidence
UNION ALL
    SELECT p.consumer_id, 'NUMBER', coalesce(a.zones, n.zones),
        concat_ws('-', coalesce(a.country, n.country), region), false, NULL
    FROM phone p
    LEFT JOIN area_code_zone a ON p.e164 LIKE '+1%' AND a.area_code = substr(p.e164, 3, 3)
    LEFT JOIN number_zone n ON n.prefix = number_prefix(p.e164)
    LEFT JOIN LATERAL unnest(coalesce(a.regions, n.regions)) AS region ON true
    WHERE cardinality(coalesce(a.zones, n.zones)) > 0
        AND p.usable NOT IN ('WRONG', 'REASSIGNED', 'ATTORNEY')
UNION ALL
    SELECT d.consumer_id, 'ADDRESS',
        coalesce(zip.zones, prefix.zones, r.zones, c.zones), place, false, NULL
    FROM address d
    LEFT JOIN postal_zone zip ON zip.postal_code = left(d.postal_code, 5)
        AND d.country = 'US' AND length(d.postal_code) >= 5
    LEFT JOIN postal_zone prefix ON prefix.postal_code = left(d.postal_code, 3)
        AND d.country = 'US' AND length(d.postal_code) >= 5
    LEFT JOIN region_zone r ON r.region = concat_ws('-', d.country, nullif(d.region, ''))
    LEFT JOIN region_zone c ON c.region = d.country
    CROSS JOIN LATERAL (
        SELECT concat_ws('-', d.country, nullif(d.region, '')) AS own,
            'US-' || concat_ws('-', coalesce(zip.region, prefix.region),
                nullif(coalesce(zip.locality, prefix.locality), '')) AS by_zip
    ) told
    CROSS JOIN LATERAL unnest(CASE
        WHEN coalesce(zip.region, prefix.region) IS NULL THEN ARRAY[told.own]
        WHEN starts_with(told.by_zip || '-', told.own || '-') THEN ARRAY[told.by_zip]
        ELSE ARRAY[told.own, told.by_zip] END) AS place
    WHERE d.good AND coalesce(zip.zones, prefix.zones, r.zones, c.zones) IS NOT NULL;

COMMENT ON VIEW whereabouts IS 'Where a consumer may be: one row for each thing that points somewhere and each place it points to. The gate calls only when the time is right in every place (comment 6(b)(1)(i)-2) and the law of each allows it. An area code stands for the union over all its prefixes and for its states; an address for its ZIP code, else the first three digits, else its state, else its country, and for the places that state and ZIP code name.';

-- Everybody is chosen anew, under the law of all these places.
INSERT INTO candidate_change (consumer_id) SELECT DISTINCT consumer_id FROM account;
