-- Search by how a number ends. Four characters make few entries of many rows, which the index keeps
-- together, so that an import pays little for them.

CREATE INDEX phone_last_four ON phone (right(e164, 4));
COMMENT ON INDEX phone_last_four IS 'Search by the last digits of a telephone number.';

CREATE INDEX account_number_last_four ON account (right(client_account_number, 4));
COMMENT ON INDEX account_number_last_four IS 'Search by the end of the client''s account number.';
