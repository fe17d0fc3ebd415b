-- A file now says which loans were serviced under one number. That number is the servicer's for a person, so it goes
-- when she is erased.

COMMENT ON COLUMN account.frequency_group IS 'The one number under which several student loans of a person were serviced, after our number for the client: they count as one debt (12 CFR 1006.14(b)(4)); absent when the debt stands alone.';

CREATE OR REPLACE FUNCTION erase_step(which bigint, step text) RETURNS bigint LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    asked erasure%ROWTYPE;
    person bigint;
    hers constant text := ' WHERE consumer_id = $1';
    of_accounts constant text := ' WHERE account_id IN (SELECT id FROM account WHERE consumer_id = $1)';
    of_numbers constant text := hers || ' OR phone_id IN (SELECT id FROM phone WHERE consumer_id = $1)';
    of_calls constant text := ' WHERE attempt_id IN (SELECT id FROM attempt WHERE consumer_id = $1)';
    work text[];
    statement text;
    gone bigint;
    removed bigint := 0;
BEGIN
    SELECT * INTO asked FROM erasure e WHERE e.id = which FOR UPDATE;
    IF asked.approved_by IS NULL OR asked.approved_by = asked.asked_by OR asked.withdrawn_at IS NOT NULL
            OR asked.finished_at IS NOT NULL THEN
        RAISE EXCEPTION 'erasure % is not approved by two people, or is over', which
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    person := asked.consumer_id;
    IF EXISTS (SELECT FROM legal_hold h WHERE h.consumer_id = person AND h.released_at IS NULL) THEN
        RAISE EXCEPTION 'a legal hold stands' USING ERRCODE = 'insufficient_privilege';
    END IF;
    CASE step
    WHEN 'AFTER_CALLS' THEN
        work := ARRAY[
            'DELETE FROM draft' || of_calls,
            'DELETE FROM note' || hers,
            'DELETE FROM promise' || hers,
            'DELETE FROM callback' || of_numbers,
            'DELETE FROM phone_payment' || hers,
            'DELETE FROM payment' || of_accounts,
            'DELETE FROM attorney' || hers,
            'DELETE FROM disposition' || hers,
            'DELETE FROM task' || hers || ' OR attempt_id IN (SELECT id FROM attempt WHERE consumer_id = $1)'];
    WHEN 'CALLS' THEN
        work := ARRAY[
            'DELETE FROM screen_pop' || of_calls,
            'DELETE FROM call_event' || of_calls,
            'DELETE FROM attempt_end e USING attempt a WHERE a.consumer_id = $1 AND e.attempt_id = a.id'
                || ' AND e.placed_at = a.placed_at',
            'DELETE FROM recording' || hers,
            'DELETE FROM live_attempt' || hers,
            'DELETE FROM gate_decision' || hers,
            'DELETE FROM attempt' || hers,
            'DELETE FROM contact_event' || hers];
    WHEN 'RESTRICTIONS' THEN
        work := ARRAY[
            'DELETE FROM preference' || of_numbers,
            'DELETE FROM consent' || of_numbers,
            'DELETE FROM hold' || of_numbers,
            'DELETE FROM rule_override' || of_numbers,
            'DELETE FROM override_request' || of_numbers,
            'DELETE FROM written_notice' || hers];
    WHEN 'WAYS_TO_REACH' THEN
        work := ARRAY[
            'DELETE FROM dial_candidate' || of_numbers,
            'DELETE FROM location_evidence' || hers,
            'DELETE FROM email' || hers,
            'DELETE FROM address' || hers,
            'DELETE FROM phone' || hers];
    WHEN 'PERSON' THEN
        work := ARRAY[
            'DELETE FROM account_party' || hers
                || ' OR account_id IN (SELECT id FROM account WHERE consumer_id = $1)',
            'DELETE FROM candidate_change' || hers,
            'DELETE FROM legal_hold' || hers,
            'UPDATE erasure SET reason = ''''' || hers || ' AND reason <> ''''',
            'UPDATE account SET client_account_number = ''erased '' || id, documents = '''','
                || ' frequency_group = NULL' || hers,
            'UPDATE consumer SET given_name = '''', family_name = ''erased'', suffix = '''', born_on = NULL,'
                || ' national_id_last4 = NULL, language = ''en'', deceased_on = NULL, minor = false,'
                || ' erased_at = $2 WHERE id = $1'];
    ELSE
        RAISE EXCEPTION 'no step %', step;
    END CASE;
    PERFORM set_config('rightparty.erasing', 'on', true);
    FOREACH statement IN ARRAY work LOOP
        EXECUTE statement USING person, asked.approved_at;
        GET DIAGNOSTICS gone = ROW_COUNT;
        removed := removed + gone;
    END LOOP;
    PERFORM set_config('rightparty.erasing', '', true);
    RETURN removed;
END $$;
