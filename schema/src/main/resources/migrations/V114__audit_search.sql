-- Finding decisions and calls among years of them: newest first, by whatever is known. Each index serves one
-- field of the officer's search; the others are served by those of V006.

CREATE INDEX gate_decision_newest ON gate_decision (decided_at DESC, id DESC);
CREATE INDEX gate_decision_refusals ON gate_decision USING gin (refusals jsonb_path_ops) WHERE NOT allowed;
CREATE INDEX attempt_end_outcome ON attempt_end (outcome, placed_at DESC);
