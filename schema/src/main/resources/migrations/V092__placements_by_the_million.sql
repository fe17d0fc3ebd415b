-- What each row of a placement file costs. One key says of an account that its portfolio is its client's, where two
-- keys said less; and a number is checked by a pattern that needs no machine of twenty states built for every row.

ALTER TABLE portfolio ADD UNIQUE (id, client_id);
ALTER TABLE account
    DROP CONSTRAINT account_client_id_fkey,
    DROP CONSTRAINT account_portfolio_id_fkey,
    ADD FOREIGN KEY (portfolio_id, client_id) REFERENCES portfolio (id, client_id);
COMMENT ON COLUMN account.client_id IS 'The client who placed it: the portfolio''s, as the key says; repeated for the key of the client''s own numbers.';

ALTER TABLE phone
    DROP CONSTRAINT phone_e164_check,
    ADD CONSTRAINT phone_e164_check CHECK (e164 ~ '^\+[1-9][0-9]*$' AND length(e164) BETWEEN 8 AND 16);
