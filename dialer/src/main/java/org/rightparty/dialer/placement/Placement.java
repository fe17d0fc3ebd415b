package org.rightparty.dialer.placement;

import org.jspecify.annotations.Nullable;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// One sound row: an account to be placed, with everything the file says about it.
///
/// @param row row in the file, the header being 1
/// @param filled the wanted facts that it holds
public record Placement(
        long row,
        String accountNumber,
        Person debtor,
        Address address,
        Debt debt,
        List<Phone> phones,
        List<Email> emails,
        List<Cosigner> cosigners,
        List<Stop> stops,
        Set<Wanted> filled) {
    public Placement {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
        cosigners = List.copyOf(cosigners);
        stops = List.copyOf(stops);
        filled = filled.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(filled));
    }

    /// @param business whether it is a business, whose name is then the family name
    /// @param last4 of the social security number; empty when not given
    public record Person(
            boolean business,
            String given,
            String family,
            String suffix,
            @Nullable LocalDate bornOn,
            String last4,
            String language,
            @Nullable LocalDate deceasedOn) {}

    public record Address(
            String line1,
            String line2,
            String city,
            String region,
            String postalCode,
            String country) {}

    /// Amounts in cents.
    ///
    /// @param frequencyGroup the one number under which several student loans were serviced; empty
    ///     when it stands alone
    public record Debt(
            String type,
            String originalCreditor,
            String currentCreditor,
            long balanceMinor,
            Itemization itemization,
            Buckets buckets,
            Dates dates,
            @Nullable Long lastPaidMinor,
            String documents,
            String frequencyGroup) {}

    /// The amount on the itemization date and what came since (12 CFR 1006.34(c)(2)(vii), (viii)).
    public record Itemization(
            LocalDate on,
            String kind,
            long amountMinor,
            long interestMinor,
            long feesMinor,
            long paymentsMinor,
            long creditsMinor) {
        long sum() {
            return amountMinor + interestMinor + feesMinor - paymentsMinor - creditsMinor;
        }
    }

    /// What the balance consists of.
    public record Buckets(long principalMinor, long interestMinor, long feeMinor, long costMinor) {
        long sum() {
            return principalMinor + interestMinor + feeMinor + costMinor;
        }

        /// Interest and fees as itemised, as far as the balance reaches; the rest is principal.
        static Buckets of(long balance, Itemization itemization) {
            long interest = Math.min(itemization.interestMinor, balance);
            long fee = Math.min(itemization.feesMinor, balance - interest);
            return new Buckets(balance - interest - fee, interest, fee, 0);
        }
    }

    public record Dates(
            @Nullable LocalDate openedOn,
            @Nullable LocalDate delinquentOn,
            @Nullable LocalDate chargedOffOn,
            @Nullable LocalDate lastPaidOn,
            @Nullable LocalDate limitationOn) {}

    public record Phone(PhoneNumber number, String lineType, String place, Consent consent) {}

    /// @param given the day it was given or taken back; absent when the file does not say
    public record Consent(Answer answer, @Nullable LocalDate given) {
        static final Consent UNSAID = new Consent(Answer.UNSAID, null);
    }

    public enum Answer {
        GRANTED,
        REFUSED,
        UNSAID
    }

    public record Email(String address, Answer consent) {}

    public record Cosigner(Person person, String role, List<Phone> phones) {
        public Cosigner {
            phones = List.copyOf(phones);
        }
    }

    /// @param since the day it counts from; absent when the file does not say
    /// @param note case number, attorney and the like
    public record Stop(Restriction kind, @Nullable LocalDate since, String note) {}

    /// Facts that are not required but asked for; the acceptance report counts them.
    public enum Wanted {
        BIRTH_DATE,
        NATIONAL_ID,
        LANGUAGE,
        OPENED,
        LAST_PAYMENT,
        DELINQUENCY,
        CHARGE_OFF,
        CHANGES_SINCE_ITEMIZATION,
        PHONE,
        PHONE_TYPE,
        PHONE_CONSENT,
        EMAIL,
        COSIGNER,
        RESTRICTION,
        DOCUMENTS,
        LIMITATION
    }
}
