package org.rightparty.compliance.audit;

import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Decisions and what became of them, to be searched and looked at.
public interface Audit {
    /// The newest first.
    ///
    /// @param many at most so many
    List<Found> search(Query query, int many);

    /// One decision with all it looked at.
    Optional<Decision> decision(Place place);

    /// What was done about a person, the newest first.
    List<Moment> timeline(ConsumerId consumer, int many);

    /// What happened during a call whose sound is kept; empty when there was no such call.
    Optional<Marks> marks(AttemptId attempt);

    /// Abandonment as each rule in force measures it, a line for each campaign and rule.
    List<Abandoned> abandonment(Instant now);

    /// Names of campaigns and of people who work here, and rules, to choose from.
    Choices choices();

    /// Where a decision stands in the order of a search.
    record Place(Instant decidedAt, long id) {}

    /// What is looked for; an empty field excludes nothing.
    ///
    /// @param name part of a person's name
    /// @param rule a row that refused
    /// @param from this instant or later
    /// @param to before this instant
    /// @param after behind this one in the order of the search
    record Query(
            Optional<ConsumerId> consumer,
            Optional<String> name,
            Optional<PhoneNumber> phone,
            Optional<AccountId> account,
            Optional<AgentId> agent,
            Optional<CampaignId> campaign,
            Optional<String> rule,
            Optional<String> outcome,
            Optional<Boolean> allowed,
            Instant from,
            Instant to,
            Optional<Place> after) {
        /// All that was decided from `from` to before `to`.
        public static Query all(Instant from, Instant to) {
            return new Query(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    from,
                    to,
                    Optional.empty());
        }

        /// The same, behind a place: the next page.
        public Query behind(Place place) {
            return new Query(
                    consumer,
                    name,
                    phone,
                    account,
                    agent,
                    campaign,
                    rule,
                    outcome,
                    allowed,
                    from,
                    to,
                    Optional.of(place));
        }
    }

    /// @param rule the row that decided; empty when it was allowed
    /// @param sentence why it was refused; empty when it was allowed
    /// @param outcome how the call ended; empty when there was none, or it goes on
    /// @param recorded whether its sound is kept
    record Found(
            Place place,
            ConsumerId consumer,
            String name,
            AccountId account,
            Optional<PhoneNumber> phone,
            Optional<String> campaign,
            String mode,
            boolean allowed,
            String reason,
            String rule,
            String sentence,
            Optional<AttemptId> attempt,
            Optional<String> outcome,
            Optional<String> disposition,
            Optional<String> agent,
            long talkMillis,
            boolean recorded) {}

    /// @param facts what was looked at, as JSON
    /// @param refusals every row that refused, in precedence
    /// @param rows every row of the books as it answers to the recorded inputs, those that were
    ///     asked first; none when inputs or books are not kept any more
    record Decision(
            Found found,
            String path,
            List<Refused> refusals,
            List<Asked> rows,
            String facts,
            String rulebooks,
            String rulebooksSha256,
            String tzdb,
            Optional<Instant> nextAllowedAt,
            Optional<Sealed> sealed) {}

    /// A row of a rulebook that refused.
    record Refused(String code, String rule, String book, String citation, String sentence) {}

    /// A row of a rulebook and what it says.
    ///
    /// @param answer REFUSES, PASSES, NOT_CONCERNED or SWITCHED_OFF
    /// @param inputs what it looked at, in words
    record Asked(
            String rule,
            String book,
            String citation,
            String sentence,
            String answer,
            List<String> inputs) {}

    /// @param falsePositives people whom the screening is estimated to have taken for machines
    /// @param ratePpm abandoned of answered, parts per million, false positives in both
    /// @param left abandoned calls that the ceiling still allows
    record Abandoned(
            String campaign,
            String rule,
            String window,
            long answered,
            long abandoned,
            long falsePositives,
            int ratePpm,
            int ceilingPpm,
            long left) {}

    /// The decision's entry in the sealed ledger.
    record Sealed(long index, String leafHash) {}

    /// One thing in a person's timeline.
    ///
    /// @param kind as the ledger has it, or `note`, `promise`, `payment`
    /// @param actor who did it
    /// @param text in words, or the entry's particulars as JSON
    record Moment(
            Instant at, String kind, String actor, Optional<AttemptId> attempt, String text) {}

    /// What happened during a recorded call with this person.
    record Marks(ConsumerId consumer, List<Mark> marks) {
        public Marks {
            marks = List.copyOf(marks);
        }
    }

    /// Something that happened during a recorded call.
    ///
    /// @param atMillis from the recording's begin
    record Mark(long atMillis, String kind) {}

    /// @param rules those that refused something first, the busiest of them first
    record Choices(List<Choice> campaigns, List<Choice> agents, List<Refusing> rules) {
        /// Among so many of the newest decisions refusals are counted.
        public static final int DECISIONS_COUNTED = 100_000;
    }

    /// A rule and in how many of the newest decisions it refused.
    ///
    /// @param sentence what it says
    record Refusing(String rule, String sentence, long refused) {}

    record Choice(long id, String name) {}
}
