package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Channel;
import org.rightparty.compliance.rules.CollectorRole;
import org.rightparty.compliance.rules.Excuse;
import org.rightparty.compliance.rules.LineType;
import org.rightparty.compliance.rules.Manner;
import org.rightparty.compliance.rules.Place;
import org.rightparty.compliance.zones.Evidence;
import org.rightparty.compliance.zones.Whereabouts;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.ClientId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything a rule may see, apart from the request and the instant. Read in the transaction that
/// decides, under the consumer's lock; kept whole with the decision, so that it can be decided
/// again.
///
/// @param collector where we are: the law of these places reaches every call
/// @param evidence everything that points to where the person is
/// @param history contacts with the person as far back as the rulebooks look, in any order
/// @param live the attempt whose call has not ended; empty when there is none
/// @param excuses circumstances of the whole call that take it out of rules that know them
public record DialFacts(
        Person person,
        Debt debt,
        Phone phone,
        Manner manner,
        Set<String> collector,
        List<Evidence> evidence,
        List<ContactEvent> history,
        List<Hold> holds,
        List<Consent> consents,
        List<Preference> preferences,
        Papers papers,
        Optional<AttemptId> live,
        Set<Excuse> excuses) {
    public DialFacts {
        collector = Set.copyOf(collector);
        evidence = List.copyOf(evidence);
        history = List.copyOf(history);
        holds = List.copyOf(holds);
        consents = List.copyOf(consents);
        preferences = List.copyOf(preferences);
        excuses = Set.copyOf(excuses);
    }

    public Whereabouts whereabouts(Instant at) {
        return Whereabouts.of(evidence, collector, at);
    }

    /// Whom the call is to reach.
    ///
    /// @param deceased a notice of death is on file
    /// @param minor known to be under age
    /// @param role what the person is to the debt, `PRIMARY`
    public record Person(ConsumerId id, boolean deceased, boolean minor, String role) {
        public static final String PRIMARY = "PRIMARY";
    }

    /// What the call is about.
    ///
    /// @param frequencyGroup the accounts that count as one debt with this one, itself among them
    ///     (12 CFR 1006.14(b)(4))
    /// @param type what it is for, `CARD`
    /// @param workState where the collector's work stands, `ACTIVE`
    public record Debt(
            AccountId account,
            ClientId client,
            CollectorRole role,
            String type,
            Set<AccountId> frequencyGroup,
            String workState) {
        public Debt {
            frequencyGroup = Set.copyOf(frequencyGroup);
        }
    }

    /// What would be dialed.
    ///
    /// @param usable what we know of it, `VERIFIED`
    /// @param source who gave it to us, `CLIENT`
    /// @param history what else is known of the line
    public record Phone(
            PhoneId id,
            PhoneNumber number,
            LineType lineType,
            Place place,
            String usable,
            String source,
            Line history) {}

    /// What is known of a line.
    ///
    /// @param protection an emergency line or a patient's room, `EMERGENCY`; empty for others
    /// @param portedAt when it became a mobile number; empty when it did not
    /// @param lookedUpAt when the reassigned numbers database last said that it had not been
    ///     reassigned; empty when never
    public record Line(
            String protection, Optional<Instant> portedAt, Optional<Instant> lookedUpAt) {
        public static final Line PLAIN = new Line("", Optional.empty(), Optional.empty());
    }

    /// A reason not to call that stands now: released ones are not facts.
    ///
    /// @param account the one debt it covers; empty for all
    /// @param phone the one number it covers; empty for all
    /// @param channels the means of contact it covers; empty for all
    /// @param until when it ends by itself; empty when it does not
    public record Hold(
            String code,
            Optional<AccountId> account,
            Optional<PhoneId> phone,
            Set<Channel> channels,
            Instant from,
            Optional<Instant> until) {
        public Hold {
            channels = Set.copyOf(channels);
        }
    }
}
