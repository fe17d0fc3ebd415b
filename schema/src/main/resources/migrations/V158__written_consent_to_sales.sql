-- Florida asks for written consent to sales calls that a machine dials (Fla. Stat. 501.059(8)(a)).

ALTER TABLE consent DROP CONSTRAINT consent_kind_check;
ALTER TABLE consent ADD CONSTRAINT consent_kind_check CHECK (kind IN
    ('TCPA_PRIOR_EXPRESS','EXTRA_CALLS','TIME','TEXT','EMAIL','RECORDING','THIRD_PARTY','FTSA_WRITTEN'));
