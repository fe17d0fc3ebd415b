-- A wish to stop is about all automated calls, whichever number it was said on.

COMMENT ON COLUMN disposition_code.revokes_consent IS 'Takes back the consent to automated calls to any of the person''s numbers (47 CFR 64.1200(a)(10)).';
