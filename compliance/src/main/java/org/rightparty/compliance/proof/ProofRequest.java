package org.rightparty.compliance.proof;

import org.rightparty.compliance.ledger.Selection;

import java.util.List;

/// What an export is to hold.
///
/// @param personal whether salts and values of personal facts go along
/// @param kept checkpoints the reader received before, so that the export shows it begins with them
/// @param authorities certificates (DER) of the time-stamp authorities, archived with the stamps
public record ProofRequest(
        Selection selection, boolean personal, List<String> kept, List<byte[]> authorities) {
    public ProofRequest {
        kept = List.copyOf(kept);
        authorities = List.copyOf(authorities);
    }
}
