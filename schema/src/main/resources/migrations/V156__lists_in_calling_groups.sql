-- People of one list share a calling group, so that how a list's calls are answered weighs in who is next.

ALTER TABLE calling_group
    ADD COLUMN portfolio_id bigint REFERENCES portfolio,
    DROP CONSTRAINT calling_group_zones_jurisdictions_key,
    ADD CONSTRAINT calling_group_alike UNIQUE (zones, jurisdictions, portfolio_id);

COMMENT ON TABLE calling_group IS 'Consumers whose calling hours are always the same, the same zones under the same laws, and who are called about accounts of the same portfolio. Selection skips closed groups whole, and weighs each by how its list is answered.';
COMMENT ON COLUMN calling_group.portfolio_id IS 'The portfolio of the account to speak about; absent in groups made before lists were told apart.';

-- What was learned by tier and by hours in UTC is learned anew by portfolio and by the consumers' hours.
DELETE FROM pace_memory WHERE part IN ('segment', 'network-LIST', 'network-HOUR');
COMMENT ON COLUMN pace_memory.key IS 'Part of the list, number of the agent, trunk, caller-ID, portfolio, or hour on the consumers'' clock; empty when it holds for all.';

INSERT INTO candidate_change (consumer_id) SELECT DISTINCT consumer_id FROM dial_candidate;
