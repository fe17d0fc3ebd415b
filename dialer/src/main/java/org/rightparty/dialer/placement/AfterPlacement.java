package org.rightparty.dialer.placement;

import org.rightparty.vocabulary.PortfolioId;

/// What must know when accounts have been placed: selection, so that they come to be dialed.
public interface AfterPlacement {
    AfterPlacement NOTHING = portfolio -> {};

    /// All accounts of a file are committed in this portfolio.
    void placed(PortfolioId portfolio);
}
