-- Whose stated place has just stopped counting is chosen anew.

CREATE INDEX location_evidence_ends ON location_evidence (expires_at) WHERE expires_at IS NOT NULL;
