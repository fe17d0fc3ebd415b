-- Indexes for what the console reads while a phone rings or an agent sits down.

CREATE INDEX attempt_end_agent ON attempt_end (agent_id, placed_at DESC) WHERE connected_at IS NOT NULL;
COMMENT ON INDEX attempt_end_agent IS 'Conversations of one agent that may lack their disposition.';

CREATE INDEX account_number ON account (client_account_number text_pattern_ops);
COMMENT ON INDEX account_number IS 'Search by the beginning of the client''s account number.';
