-- What the network did with calls is kept beside what the paces have learned.

COMMENT ON COLUMN pace_memory.part IS 'What it is about: ring, talk, wrap-up, level, agent, network-TRUNK and so on.';
COMMENT ON COLUMN pace_memory.key IS 'Part of the list, number of the agent, trunk, caller-ID, or hour; empty when it holds for all.';
