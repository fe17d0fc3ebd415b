-- A family in mourning, or at a wedding or a festival, is left alone until the day given (the central
-- bank's directions to recovery agents in India); and a request for the original creditor's name is a
-- hold of its own (12 CFR 1006.38(c)).
ALTER TABLE hold DROP CONSTRAINT hold_code_check;
ALTER TABLE hold ADD CONSTRAINT hold_code_check CHECK (code IN (
    'CEASE','ATTORNEY','BANKRUPTCY','DECEASED','IDENTITY_THEFT','SCRA','DISPUTE','OC_REQUEST','MEDIUM_OPT_OUT',
    'DO_NOT_CALL_NUMBER','WRONG_NUMBER','EMPLOYER_PROHIBITS','PLACE_INCONVENIENT','LITIGATION','MINOR',
    'INCARCERATED','HARDSHIP','COMPLAINT','CLIENT','INSURANCE','DISASTER','BEREAVEMENT','OTHER'));
