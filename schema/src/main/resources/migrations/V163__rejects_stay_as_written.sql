-- What a reject file said stays what it said: the product may erase such a row in its time, and never mend it.

CREATE FUNCTION refuse_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
COMMENT ON FUNCTION refuse_update() IS 'Guards tables whose rows may be erased and not changed.';

CREATE TRIGGER import_reject_never_changed BEFORE UPDATE ON import_reject
    FOR EACH ROW EXECUTE FUNCTION refuse_update();
