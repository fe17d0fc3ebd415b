-- Why somebody who may be called in principle is not called now.

ALTER TABLE dial_candidate ADD COLUMN waits_for text NOT NULL DEFAULT '';
COMMENT ON COLUMN dial_candidate.waits_for IS 'What a candidate that is neither due nor parked waits for: RETRY, CALLBACK, PROMISE, CALL, PREVIEW, BUSY, HOLD_ENDS, or GATE_ and the code of the refusal that ends by itself; empty when that is not known.';
