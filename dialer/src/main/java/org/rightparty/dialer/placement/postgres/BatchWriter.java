package org.rightparty.dialer.placement.postgres;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.placement.Fault;
import org.rightparty.dialer.placement.Placement;
import org.rightparty.dialer.placement.Placement.Answer;
import org.rightparty.dialer.placement.Placement.Consent;
import org.rightparty.dialer.placement.Placement.Cosigner;
import org.rightparty.dialer.placement.Placement.Email;
import org.rightparty.dialer.placement.Placement.Phone;
import org.rightparty.dialer.placement.Placement.Stop;
import org.rightparty.dialer.placement.PlacementBook.Run;
import org.rightparty.dialer.placement.Reading;
import org.rightparty.dialer.placement.Tally;
import org.rightparty.dialer.placement.postgres.Earlier.Known;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/// Writes one batch in the caller's transaction. First it prepares:
///
/// 1. sort the rows into rejected, duplicate and fresh;
/// 2. settle who each debtor and co-signer is;
/// 3. take ids for everything new, and fill the tables.
///
/// Then it sends them by COPY. What the batch before it entered may not be committed while it
/// prepares, so it is told of that.
///
/// A duplicate changes nothing but this: a restriction that the client now reports is a notice to
/// us and becomes a hold at once, and so is a consent given or taken back for a number or e-mail
/// address that is here.
final class BatchWriter {
    private final DSLContext tx;
    private final Run run;
    private final Instant now;
    private final BatchTables tables;
    private final Numbers numbers;
    private final Entered before;
    private final Entered entered = new Entered();
    private boolean leans;
    private Tally tally = Tally.NONE;

    /// @param before what the batch before this one entered
    BatchWriter(DSLContext tx, Run run, Entered before, Instant now) {
        this.tx = tx;
        this.run = run;
        this.now = now;
        this.before = before;
        this.tables = new BatchTables(run, now);
        this.numbers = new Numbers(tx);
    }

    /// One fresh row with its people.
    private record Entry(Placement placement, Party debtor, List<Party> cosigners) {
        static Entry of(Placement placement) {
            String postal = placement.address().postalCode();
            return new Entry(
                    placement,
                    new Party(placement.debtor(), placement.phones(), postal),
                    placement.cosigners().stream()
                            .map(c -> new Party(c.person(), c.phones(), postal))
                            .toList());
        }

        List<Party> parties() {
            List<Party> all = new ArrayList<>(List.of(debtor));
            all.addAll(cosigners);
            return all;
        }
    }

    /// A row whose account is here already.
    private record Repeat(Placement placement, Known account) {}

    void prepare(List<Reading> batch) {
        List<Placement> fresh = new ArrayList<>();
        List<Repeat> repeats = new ArrayList<>();
        sort(batch, fresh, repeats);
        List<Entry> entries = fresh.stream().map(Entry::of).toList();
        settle(entries);
        fill(entries, repeats);
    }

    /// What this batch enters, once it is prepared.
    Entered entered() {
        return entered;
    }

    /// Whether its rows refer to people whom the batch before it entered, so that it can be sent
    /// only after that one is committed.
    boolean leansOnTheBatchBefore() {
        return leans;
    }

    /// @return what became of the rows
    Tally send() {
        tables.send(tx);
        return tally;
    }

    private void sort(List<Reading> batch, List<Placement> fresh, List<Repeat> repeats) {
        Map<String, Known> known = Earlier.accounts(tx, run.client(), accountNumbers(batch));
        for (Reading reading : batch) {
            switch (reading) {
                case Reading.Faulty(long row, String number, List<Fault> faults) ->
                        reject(row, number, faults);
                case Reading.Sound(Placement placement) -> {
                    Known earlier = known.get(placement.accountNumber());
                    boolean twice =
                            earlier == null
                                    ? before.hasAccount(placement.accountNumber())
                                            || !entered.addAccount(placement.accountNumber())
                                    : earlier.isFrom(run.id());
                    if (twice) {
                        reject(
                                placement.row(),
                                placement.accountNumber(),
                                List.of(Fault.twiceInFile(placement)));
                    } else if (earlier == null) {
                        fresh.add(placement);
                    } else {
                        repeats.add(new Repeat(placement, earlier));
                        count(Tally.DUPLICATE);
                    }
                }
            }
        }
    }

    private static Set<String> accountNumbers(List<Reading> batch) {
        Set<String> accountNumbers = new HashSet<>();
        for (Reading reading : batch) {
            if (reading instanceof Reading.Sound(Placement placement)) {
                accountNumbers.add(placement.accountNumber());
            }
        }
        return accountNumbers;
    }

    private void reject(long row, String number, List<Fault> faults) {
        faults.forEach(fault -> tables.reject(row, number, fault));
        count(Tally.REJECTED);
    }

    private void count(Tally more) {
        tally = tally.plus(more);
    }

    private void settle(List<Entry> entries) {
        List<Party> parties = entries.stream().flatMap(entry -> entry.parties().stream()).toList();
        Linker linker = new Linker(tx, run.client(), parties, before.people(), entered.people());
        numbers.reserveConsumers(parties.size());
        for (Party party : parties) {
            linker.recognise(party);
            if (!party.isSettled()) {
                party.becomes(numbers.consumer());
                tables.consumer(party.consumer(), party.person());
                entered.addConsumer(party.consumer());
            }
            linker.remember(party);
            leans |= before.hasConsumer(party.consumer());
        }
    }

    private void fill(List<Entry> entries, List<Repeat> repeats) {
        Set<Long> knownConsumers = new HashSet<>();
        entries.forEach(entry -> noteKnown(entry, knownConsumers));
        repeats.forEach(repeat -> knownConsumers.add(repeat.account.consumer()));
        Contacts contacts = new Contacts(before.contacts(), entered.contacts());
        contacts.fetch(tx, knownConsumers);
        numbers.reserveAccounts(entries.size());
        numbers.reservePhones(phoneCount(entries));
        entries.forEach(entry -> enter(entry, contacts));
        for (Repeat repeat : repeats) {
            notice(repeat.placement, repeat.account.consumer(), contacts);
            hold(repeat.placement, repeat.account.consumer(), repeat.account.account(), contacts);
        }
    }

    private static void noteKnown(Entry entry, Set<Long> knownConsumers) {
        for (Party party : entry.parties()) {
            if (party.isKnown()) {
                knownConsumers.add(party.consumer());
            }
        }
    }

    private static int phoneCount(List<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.parties().stream())
                .mapToInt(party -> party.phones().size())
                .sum();
    }

    private void enter(Entry entry, Contacts contacts) {
        Placement placement = entry.placement;
        long account = numbers.account();
        long consumer = entry.debtor.consumer();
        tables.account(account, consumer, placement);
        reach(entry.debtor, placement, contacts);
        placement.emails().forEach(email -> email(consumer, email, contacts));
        Set<String> roles = new HashSet<>();
        for (int i = 0; i < entry.cosigners.size(); i++) {
            Party party = entry.cosigners.get(i);
            Cosigner cosigner = placement.cosigners().get(i);
            if (party.consumer() != consumer && roles.add(cosigner.role() + party.consumer())) {
                tables.party(account, party.consumer(), cosigner.role());
                reach(party, placement, contacts);
            }
        }
        count(Tally.accepted(placement, entry.debtor.isKnown()));
        hold(placement, consumer, account, contacts);
    }

    /// Numbers and address, as far as they are new, and what is said of being called on them.
    /// Co-signers are taken to live with the debtor.
    private void reach(Party party, Placement placement, Contacts contacts) {
        long consumer = party.consumer();
        int rank = 1;
        for (Phone phone : party.phones()) {
            String e164 = phone.number().e164();
            OptionalLong known = contacts.phone(consumer, e164);
            long id = known.orElseGet(numbers::phone);
            if (known.isEmpty()) {
                contacts.addPhone(consumer, e164, id);
                tables.phone(id, consumer, phone, rank++);
            }
            consent(consumer, id, phone, contacts);
        }
        if (contacts.addAddress(consumer, placement.address())) {
            tables.address(consumer, placement.address());
        }
    }

    private void consent(long consumer, long id, Phone phone, Contacts contacts) {
        boolean dated = phone.consent().given() != null;
        @Nullable Said word = Said.of(phone.consent(), now).orElse(null);
        if (word != null && contacts.addCalled(consumer, id, word, dated)) {
            tables.phoneConsent(consumer, id, word, dated);
        } else if (word != null) {
            count(Tally.CONSENT_UNCHANGED);
        }
    }

    private void email(long consumer, Email email, Contacts contacts) {
        if (contacts.addEmail(consumer, email.address())) {
            tables.email(consumer, email);
        } else if (email.consent() == Answer.REFUSED) {
            tables.emailRefused(consumer, email.address());
        }
        @Nullable Said word = Said.of(new Consent(email.consent(), null), now).orElse(null);
        if (word != null && contacts.addWritten(consumer, word)) {
            tables.emailConsent(consumer, word);
        } else if (word != null) {
            count(Tally.CONSENT_UNCHANGED);
        }
    }

    /// What a duplicate says of ways to reach the person that are here already.
    private void notice(Placement placement, long consumer, Contacts contacts) {
        for (Phone phone : placement.phones()) {
            contacts.phone(consumer, phone.number().e164())
                    .ifPresent(id -> consent(consumer, id, phone, contacts));
        }
        for (Email email : placement.emails()) {
            if (contacts.hasEmail(consumer, email.address())) {
                email(consumer, email, contacts);
            }
        }
    }

    private void hold(Placement placement, long consumer, long account, Contacts contacts) {
        for (Stop stop : placement.stops()) {
            long about = stop.kind().isOfAccount() ? account : 0;
            if (contacts.addHold(consumer, about, stop.kind().holdCode())) {
                tables.hold(consumer, account, stop, placement.row());
                count(Tally.HOLD);
            }
        }
    }
}
