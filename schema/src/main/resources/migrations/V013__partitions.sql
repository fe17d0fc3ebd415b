-- Months made ahead: the program calls make_partitions, so that no row lacks a home.

-- Makes the partitions of every monthly table from the month of `first` on, `months` of them.
CREATE FUNCTION make_partitions(first date, months integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    parent text;
    month date;
    made integer := 0;
    child text;
BEGIN
    FOREACH parent IN ARRAY ARRAY['gate_decision','attempt','attempt_end','call_event','screen_pop','audit_entry'] LOOP
        FOR step IN 0 .. months - 1 LOOP
            month := (date_trunc('month', first) + make_interval(months => step))::date;
            child := parent || to_char(month, '"_y"YYYY"m"MM');
            IF to_regclass(child) IS NULL THEN
                EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', child, parent,
                    month::text || ' 00:00:00+00', (month + interval '1 month')::date::text || ' 00:00:00+00');
                made := made + 1;
            END IF;
        END LOOP;
    END LOOP;
    RETURN made;
END $$;
COMMENT ON FUNCTION make_partitions(date, integer) IS 'Makes missing monthly partitions; returns how many it made.';
