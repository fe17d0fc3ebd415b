-- Nothing ever filled these. They come back with the forms that do.

ALTER TABLE balance_entry DROP COLUMN reverses_id;
ALTER TABLE note DROP COLUMN corrects_id;
COMMENT ON TABLE note IS 'A note on an account. Append-only: a correction is a new note.';
