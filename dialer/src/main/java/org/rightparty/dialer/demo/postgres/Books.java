package org.rightparty.dialer.demo.postgres;

import org.rightparty.dialer.demo.DebtType.Creditor;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ClientId;
import org.rightparty.vocabulary.PortfolioId;

import java.util.Map;

/// What the demo's accounts hang on: a client, a portfolio and a campaign for each creditor.
record Books(Map<Creditor, Book> byCreditor) {
    Books {
        byCreditor = Map.copyOf(byCreditor);
    }

    record Book(ClientId client, PortfolioId portfolio, CampaignId campaign) {}

    Book of(Creditor creditor) {
        Book book = byCreditor.get(creditor);
        if (book == null) {
            throw new IllegalStateException("no book for " + creditor);
        }
        return book;
    }
}
