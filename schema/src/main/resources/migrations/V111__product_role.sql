-- The role under which the product works: it reads and adds, changes working tables, and can neither change
-- nor delete nor truncate what is append-only. Migrations run as the owner, the product never does.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rightparty_app') THEN
        CREATE ROLE rightparty_app NOLOGIN;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another database of this server made it in the same moment
END $$;

DO $$
BEGIN
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
            AND NOT pg_has_role(current_user, 'rightparty_app', 'SET') THEN
        EXECUTE format('GRANT rightparty_app TO %I', current_user);
    END IF;
END $$;

-- Called after every migration, so that no later table is forgotten: what has the trigger of append-only tables
-- may be read and added to, everything else changed too. Partitions are reached by their parents alone.
CREATE FUNCTION grant_to_product() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    each record;
    append_only constant oid := 'refuse_change()'::regprocedure;
BEGIN
    GRANT USAGE ON SCHEMA public TO rightparty_app;
    GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO rightparty_app;
    REVOKE UPDATE ON SEQUENCE audit_entry_numbers FROM rightparty_app;
    FOR each IN
        SELECT c.relname AS name,
            EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgfoid = append_only) AS guarded,
            EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgfoid = append_only
                AND (t.tgtype & 32) <> 0) AS no_truncate
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind IN ('r','p','v','m') AND NOT c.relispartition
            AND c.relname <> 'flyway_schema_history'
    LOOP
        EXECUTE format('REVOKE ALL ON %I FROM rightparty_app', each.name);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO rightparty_app', each.name);
        IF NOT each.guarded THEN
            EXECUTE format('GRANT UPDATE, DELETE ON %I TO rightparty_app', each.name);
        ELSIF NOT each.no_truncate THEN
            EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT '
                || 'EXECUTE FUNCTION refuse_change()', each.name || '_no_truncate', each.name);
        END IF;
        IF current_setting('server_version_num')::integer >= 170000 THEN
            EXECUTE format('GRANT MAINTAIN ON %I TO rightparty_app', each.name);
        END IF;
    END LOOP;
    -- The queue is filled by the entries' own trigger and by nothing else; salts are erased, never changed.
    REVOKE INSERT, UPDATE ON ledger_unsealed FROM rightparty_app;
    REVOKE UPDATE ON audit_personal FROM rightparty_app;
    ALTER FUNCTION make_partitions(date, integer) SECURITY DEFINER SET search_path = public, pg_temp;
END $$;
COMMENT ON FUNCTION grant_to_product() IS 'Gives the product''s role what it needs and no more.';
REVOKE EXECUTE ON FUNCTION grant_to_product() FROM PUBLIC;
