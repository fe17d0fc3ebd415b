-- The dispositions a house starts with. An agent gives one after each conversation.

ALTER TABLE disposition_code
    ADD COLUMN work_state      text CHECK (work_state IN ('ACTIVE','PROMISE','PLAN','PAID','SETTLED','RECALLED','CLOSED')),
    ADD COLUMN task_kind       text CHECK (task_kind IN ('VERIFY_PAYMENT','DISPUTE','COMPLAINT','CLAIM','REVIEW','RECONCILE','OTHER')),
    ADD COLUMN blocks          text CHECK (blocks IN ('THIS_PLACE','THIS_HOUR')),
    ADD COLUMN revokes_consent boolean NOT NULL DEFAULT false,
    ADD CHECK ((hold_code IS NULL) = (hold_scope IS NULL));

COMMENT ON COLUMN disposition_code.work_state IS 'What the account''s work state becomes; absent when it stays.';
COMMENT ON COLUMN disposition_code.task_kind IS 'The task it leaves for a supervisor; absent when it leaves none.';
COMMENT ON COLUMN disposition_code.blocks IS 'What the consumer wants no calls at: the place of the number called, or this hour of the day on the consumer''s clock (12 CFR 1006.6(b)(1)); absent when it blocks nothing.';
COMMENT ON COLUMN disposition_code.revokes_consent IS 'Takes back the consent to automated calls to the number (47 CFR 64.1200(a)(10)).';

INSERT INTO disposition_code
    (code, label, category, hot_key, party, conversation,
     needs_promise, needs_callback, needs_note, needs_reason,
     hold_code, hold_scope, phone_usable, retry_minutes,
     work_state, task_kind, blocks, revokes_consent, sort)
VALUES
    ('PROMISE', 'Promise to pay', 'Agreed', 1, 'RIGHT', true, true, false, false, true, NULL, NULL, NULL, NULL, 'PROMISE', NULL, NULL, false, 10),
    ('PAID_NOW', 'Paid on the phone', 'Agreed', 2, 'RIGHT', true, false, false, true, false, NULL, NULL, NULL, NULL, NULL, 'VERIFY_PAYMENT', NULL, false, 20),
    ('REFUSED', 'Refuses to pay', 'Spoke', 3, 'RIGHT', true, false, false, false, true, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 30),
    ('CALLBACK', 'Call back at a time', 'Spoke', 4, 'ANY', false, false, true, false, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 40),
    ('DISPUTE', 'Disputes the debt', 'Stop', 5, 'RIGHT', true, false, false, true, false, 'DISPUTE', 'ACCOUNT', NULL, NULL, NULL, 'DISPUTE', NULL, false, 50),
    ('CEASE', 'Stop all contact', 'Stop', 6, 'ANY', false, false, false, true, false, 'CEASE', 'CONSUMER', NULL, NULL, NULL, NULL, NULL, true, 60),
    ('WRONG_NUMBER', 'Wrong number', 'Not reached', 7, 'THIRD', false, false, false, false, false, 'WRONG_NUMBER', 'PHONE', 'WRONG', NULL, NULL, NULL, NULL, false, 70),
    ('LEFT_MESSAGE', 'Left a message', 'Not reached', 8, 'NOBODY', false, false, false, false, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 80),
    ('ATTORNEY', 'Has an attorney', 'Stop', 9, 'ANY', false, false, false, true, false, 'ATTORNEY', 'CONSUMER', NULL, NULL, NULL, 'REVIEW', NULL, false, 90),
    ('PLAN', 'Payment plan agreed', 'Agreed', NULL, 'RIGHT', true, true, false, true, true, NULL, NULL, NULL, NULL, 'PLAN', 'REVIEW', NULL, false, 110),
    ('SETTLEMENT', 'Settlement agreed', 'Agreed', NULL, 'RIGHT', true, true, false, true, true, NULL, NULL, NULL, NULL, 'PROMISE', 'REVIEW', NULL, false, 120),
    ('CLAIMS_PAID', 'Says it is paid', 'Spoke', NULL, 'RIGHT', true, false, false, true, false, NULL, NULL, NULL, 4320, NULL, 'VERIFY_PAYMENT', NULL, false, 210),
    ('CANNOT_PAY', 'Cannot pay now', 'Spoke', NULL, 'RIGHT', true, false, false, true, true, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 220),
    ('SPOKE_NO_RESULT', 'Spoke, no result', 'Spoke', NULL, 'RIGHT', true, false, false, false, true, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 230),
    ('INSURANCE', 'Insurance is pending', 'Spoke', NULL, 'RIGHT', true, false, false, true, false, 'INSURANCE', 'ACCOUNT', NULL, NULL, NULL, 'CLAIM', NULL, false, 240),
    ('TRANSFERRED', 'Transferred to a colleague', 'Spoke', NULL, 'RIGHT', true, false, false, true, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 250),
    ('BAD_HOUR', 'No calls at this hour', 'Spoke', NULL, 'ANY', false, false, false, false, false, NULL, NULL, NULL, NULL, NULL, NULL, 'THIS_HOUR', false, 260),
    ('BAD_PLACE', 'No calls at this place', 'Spoke', NULL, 'ANY', false, false, false, false, false, NULL, NULL, NULL, NULL, NULL, NULL, 'THIS_PLACE', false, 270),
    ('EMPLOYER_FORBIDS', 'Employer forbids calls', 'Stop', NULL, 'ANY', false, false, false, false, false, 'EMPLOYER_PROHIBITS', 'PHONE', NULL, NULL, NULL, NULL, 'THIS_PLACE', false, 280),
    ('LANGUAGE', 'Speaks another language', 'Spoke', NULL, 'ANY', false, false, false, true, false, NULL, NULL, NULL, NULL, NULL, 'REVIEW', NULL, false, 290),
    ('DO_NOT_CALL_NUMBER', 'Do not call this number', 'Stop', NULL, 'ANY', false, false, false, false, false, 'DO_NOT_CALL_NUMBER', 'PHONE', 'DO_NOT_CALL', NULL, NULL, NULL, NULL, true, 310),
    ('IDENTITY_THEFT', 'Says identity was stolen', 'Stop', NULL, 'RIGHT', true, false, false, true, false, 'IDENTITY_THEFT', 'ACCOUNT', NULL, NULL, NULL, 'DISPUTE', NULL, false, 320),
    ('BANKRUPTCY', 'Bankruptcy', 'Stop', NULL, 'ANY', false, false, false, true, false, 'BANKRUPTCY', 'CONSUMER', NULL, NULL, NULL, 'REVIEW', NULL, false, 330),
    ('DECEASED', 'Consumer has died', 'Stop', NULL, 'THIRD', false, false, false, true, false, 'DECEASED', 'CONSUMER', NULL, NULL, NULL, 'REVIEW', NULL, false, 340),
    ('MILITARY', 'On active duty', 'Stop', NULL, 'ANY', false, false, false, true, false, 'SCRA', 'CONSUMER', NULL, NULL, NULL, 'REVIEW', NULL, false, 350),
    ('MINOR', 'Is a minor', 'Stop', NULL, 'ANY', false, false, false, true, false, 'MINOR', 'CONSUMER', NULL, NULL, NULL, 'REVIEW', NULL, false, 360),
    ('INCARCERATED', 'Is in prison', 'Stop', NULL, 'THIRD', false, false, false, true, false, 'INCARCERATED', 'CONSUMER', NULL, NULL, NULL, NULL, NULL, false, 370),
    ('COMPLAINT', 'Complains about us', 'Stop', NULL, 'ANY', false, false, false, true, false, 'COMPLAINT', 'ACCOUNT', NULL, NULL, NULL, 'COMPLAINT', NULL, false, 380),
    ('THREAT', 'Threat or self-harm', 'Stop', NULL, 'ANY', false, false, false, true, false, 'OTHER', 'CONSUMER', NULL, NULL, NULL, 'REVIEW', NULL, false, 390),
    ('NOT_THERE', 'Consumer not there', 'Not reached', NULL, 'THIRD', false, false, false, false, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 410),
    ('THIRD_PARTY_REFUSES', 'Other person: do not call here', 'Not reached', NULL, 'THIRD', false, false, false, false, false, 'DO_NOT_CALL_NUMBER', 'PHONE', 'DO_NOT_CALL', NULL, NULL, NULL, NULL, true, 420),
    ('HUNG_UP', 'Hung up before verifying', 'Not reached', NULL, 'NOBODY', false, false, false, false, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 430),
    ('MACHINE', 'Answering machine, no message', 'Not reached', NULL, 'NOBODY', false, false, false, false, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 440),
    ('NOBODY_SPOKE', 'Nobody spoke', 'Not reached', NULL, 'NOBODY', false, false, false, false, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 450),
    ('FAX', 'Fax or modem', 'Not reached', NULL, 'NOBODY', false, false, false, false, false, NULL, NULL, 'DISCONNECTED', NULL, NULL, NULL, NULL, false, 460),
    ('NOT_IN_SERVICE', 'Announcement: not in service', 'Not reached', NULL, 'NOBODY', false, false, false, false, false, NULL, NULL, 'DISCONNECTED', NULL, NULL, NULL, NULL, false, 470);
