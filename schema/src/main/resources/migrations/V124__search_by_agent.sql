-- Finding an agent's calls and requests among years of them.

DROP INDEX attempt_end_agent;
CREATE INDEX attempt_end_agent ON attempt_end (agent_id, placed_at DESC) WHERE agent_id IS NOT NULL;
COMMENT ON INDEX attempt_end_agent IS 'An agent''s conversations: those that lack their disposition, and all of them.';
CREATE INDEX gate_decision_agent ON gate_decision (agent_id, decided_at DESC) WHERE agent_id IS NOT NULL;
COMMENT ON INDEX gate_decision_agent IS 'What an agent asked for.';
