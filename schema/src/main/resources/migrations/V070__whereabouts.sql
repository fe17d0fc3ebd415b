-- Everything that points to where a person may be. What numbers and addresses prove is not stored but
-- looked up, so that a corrected number, address or reference table counts from the next call on.

CREATE VIEW whereabouts AS
    SELECT consumer_id, kind, zones, jurisdiction, authoritative, expires_at
    FROM location_evidence
UNION ALL
    SELECT p.consumer_id, 'NUMBER', a.zones, a.country::text, false, NULL
    FROM phone p JOIN area_code_zone a ON a.area_code = substr(p.e164, 3, 3)
    WHERE p.e164 LIKE '+1%' AND cardinality(a.zones) > 0
        AND p.usable NOT IN ('WRONG', 'REASSIGNED', 'ATTORNEY')
UNION ALL
    SELECT d.consumer_id, 'ADDRESS', coalesce(zip.zones, prefix.zones, r.zones),
        concat_ws('-', d.country, nullif(d.region, '')), false, NULL
    FROM address d
    LEFT JOIN postal_zone zip ON zip.postal_code = left(d.postal_code, 5)
        AND d.country = 'US' AND length(d.postal_code) >= 5
    LEFT JOIN postal_zone prefix ON prefix.postal_code = left(d.postal_code, 3)
        AND d.country = 'US' AND length(d.postal_code) >= 5
    LEFT JOIN region_zone r ON r.region = concat_ws('-', d.country, nullif(d.region, ''))
    WHERE d.good AND coalesce(zip.zones, prefix.zones, r.zones) IS NOT NULL;

COMMENT ON VIEW whereabouts IS 'Where a consumer may be. The gate calls only when the time is right in every place the evidence points to (comment 6(b)(1)(i)-2). An area code stands for the union over all its prefixes; an address for its ZIP code, else the first three digits, else its state.';
COMMENT ON COLUMN whereabouts.consumer_id IS 'Whose place.';
COMMENT ON COLUMN whereabouts.kind IS 'What points there.';
COMMENT ON COLUMN whereabouts.zones IS 'Time zones (tzdb names) the evidence allows.';
COMMENT ON COLUMN whereabouts.jurisdiction IS 'ISO 3166-2 code of the place; absent when only the zone is known.';
COMMENT ON COLUMN whereabouts.authoritative IS 'The consumer told us herself: only authoritative evidence counts then.';
COMMENT ON COLUMN whereabouts.expires_at IS 'When it stops counting; absent when it does not.';

CREATE TRIGGER address_added AFTER INSERT ON address
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION candidates_added();
CREATE TRIGGER address_changed AFTER UPDATE ON address FOR EACH ROW
    WHEN (OLD.country <> NEW.country OR OLD.region <> NEW.region
        OR OLD.postal_code <> NEW.postal_code OR OLD.good <> NEW.good)
    EXECUTE FUNCTION candidate_changed();
