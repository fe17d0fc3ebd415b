package org.rightparty.dialer.placement;

import org.jspecify.annotations.Nullable;
import org.rightparty.vocabulary.ClientId;
import org.rightparty.vocabulary.PortfolioId;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Where placements are kept. Blocks; every call is one transaction, but for [#write].
public interface PlacementBook {
    Optional<Client> client(String name);

    List<String> clientNames();

    /// Enters a client under this name, if it is not there yet; the name serves as its legal name
    /// until somebody changes it.
    Client enterClient(String name);

    Optional<Mapping> mapping(ClientId client);

    void saveMapping(ClientId client, Mapping mapping, Instant now);

    /// A new run of this file for this client and turn, and its portfolio when it is not there yet.
    ///
    /// @throws ImportUnderWay when somebody else began that run at this moment; nothing was written
    Run open(Opening opening, Instant now);

    /// The latest run of this file, if there was one.
    Optional<Run> find(ClientId client, String sha256);

    Optional<Run> find(ImportRunId run);

    /// Begins to write the rows of a run, from where it stands.
    ///
    /// @param committed hears how the run stands, after each batch, in order
    /// @throws ImportUnderWay when the run stands elsewhere by now
    Writing write(Run run, Consumer<Tally> committed);

    /// Closes the run.
    Run finish(Run run, Instant now);

    /// Every fault of the run in order of rows, with its row number.
    void rejects(ImportRunId run, BiConsumer<Long, Fault> reader);

    /// Those of the account numbers that the client has placed before.
    Set<String> known(ClientId client, Collection<String> accountNumbers);

    record Client(ClientId id, String name, String legalName) {}

    /// @param turn which import of this file it is, from 1: rejected rows may be tried again
    record Opening(
            Client client,
            String portfolio,
            String fileName,
            String sha256,
            int turn,
            Mapping mapping,
            boolean practice) {}

    /// @param finishedAt absent while it runs or after a crash
    record Run(
            ImportRunId id,
            ClientId client,
            String clientName,
            PortfolioId portfolio,
            String portfolioName,
            String fileName,
            int turn,
            Mapping mapping,
            boolean practice,
            Tally tally,
            Instant startedAt,
            @Nullable Instant finishedAt) {}

    /// Writes batches in order, each whole and with its count or not at all. Closing it ends what
    /// is under way first.
    interface Writing extends AutoCloseable {
        /// Takes the next batch. Waits for earlier ones, so that a slow database slows the reading
        /// down instead of filling the memory; what one of them threw is thrown here.
        ///
        /// @throws ImportUnderWay when another program moved the run on
        void write(List<Reading> batch, Instant now);

        /// Waits until every batch is committed; what one of them threw is thrown here.
        void drain();

        @Override
        void close();
    }

    /// Another import of the same file is running.
    final class ImportUnderWay extends RuntimeException {
        private static final long serialVersionUID = 1;

        public ImportUnderWay() {
            super("this file is being imported by another program at this moment");
        }
    }
}
