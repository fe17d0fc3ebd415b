-- What is ordered of a campaign while another process runs it.

CREATE TABLE campaign_order (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    campaign_id bigint NOT NULL REFERENCES campaign,
    kind        text NOT NULL CHECK (kind IN ('START','DRAIN','STOP','SET_MODE')),
    mode        text CHECK (mode IN ('PREDICTIVE','PROGRESSIVE','PREVIEW','MANUAL')),
    actor       text NOT NULL,
    ordered_at  timestamptz NOT NULL,
    CHECK ((kind = 'SET_MODE') = (mode IS NOT NULL))
);

COMMENT ON TABLE campaign_order IS 'Orders that wait for the program that runs the campaigns; it takes them up within seconds and deletes them. A queue.';
COMMENT ON COLUMN campaign_order.id IS 'Order of arrival.';
COMMENT ON COLUMN campaign_order.campaign_id IS 'The campaign.';
COMMENT ON COLUMN campaign_order.kind IS 'What it is to do.';
COMMENT ON COLUMN campaign_order.mode IS 'How it is to dial from now on; absent unless the order is SET_MODE.';
COMMENT ON COLUMN campaign_order.actor IS 'Who ordered it, as the audit ledger names them: agent:12, or command for the command line.';
COMMENT ON COLUMN campaign_order.ordered_at IS 'When.';
