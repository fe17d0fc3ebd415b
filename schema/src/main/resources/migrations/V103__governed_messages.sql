-- Messages that are played or left where others may listen: versioned, and approved by another than the author.

CREATE TABLE message_template (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind          text NOT NULL CHECK (kind IN ('ABANDONED','VOICEMAIL','LIMITED_CONTENT')),
    language      text NOT NULL DEFAULT 'en' CHECK (language ~ '^[a-z]{2,3}$'),
    version       integer NOT NULL CHECK (version >= 1),
    body          text NOT NULL CHECK (body <> ''),
    author        text NOT NULL,
    approver      text,
    approved_at   timestamptz,
    in_force_from timestamptz,
    recorded_at   timestamptz NOT NULL DEFAULT now(),
    UNIQUE (kind, language, version),
    CHECK (approver IS NULL OR approver <> author),
    CHECK (in_force_from IS NULL OR approved_at IS NOT NULL)
);

COMMENT ON TABLE message_template IS 'The text of a message that machines or agents leave, one row a version; of those in force the one that came last holds.';
COMMENT ON COLUMN message_template.id IS 'Our number for it.';
COMMENT ON COLUMN message_template.kind IS 'What it is for.';
COMMENT ON COLUMN message_template.language IS 'ISO 639.';
COMMENT ON COLUMN message_template.version IS 'Counted for each kind and language.';
COMMENT ON COLUMN message_template.body IS 'The text, with fields such as {business} and {number}.';
COMMENT ON COLUMN message_template.author IS 'Who wrote it.';
COMMENT ON COLUMN message_template.approver IS 'Who approved it; absent for a draft. Never the author.';
COMMENT ON COLUMN message_template.approved_at IS 'When; absent for a draft.';
COMMENT ON COLUMN message_template.in_force_from IS 'From when it is used; absent until it is.';
COMMENT ON COLUMN message_template.recorded_at IS 'When it was entered.';
