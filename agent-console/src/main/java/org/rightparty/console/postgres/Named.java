package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.ATTORNEY;
import static org.rightparty.schema.generated.Tables.PHONE_PAYMENT;

import org.jooq.DSLContext;
import org.rightparty.console.desk.DispositionCode;
import org.rightparty.console.desk.WrapUp;
import org.rightparty.vocabulary.Money;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/// Writes what a wrap-up names: the payment made on the telephone, the attorney.
final class Named {
    private Named() {}

    static void paid(DSLContext tx, Recording of, WrapUp.Payment payment) {
        tx.insertInto(PHONE_PAYMENT)
                .set(PHONE_PAYMENT.ATTEMPT_ID, of.attempt().getId())
                .set(PHONE_PAYMENT.ACCOUNT_ID, of.attempt().getAccountId())
                .set(PHONE_PAYMENT.CONSUMER_ID, of.attempt().getConsumerId())
                .set(PHONE_PAYMENT.AGENT_ID, of.agent())
                .set(PHONE_PAYMENT.AMOUNT_MINOR, payment.amount().minorUnits())
                .set(PHONE_PAYMENT.CURRENCY, payment.amount().currency().getCurrencyCode())
                .set(PHONE_PAYMENT.METHOD, payment.method())
                .set(PHONE_PAYMENT.CONFIRMATION, payment.confirmation().strip())
                .set(PHONE_PAYMENT.RECORDED_AT, of.now())
                .execute();
    }

    static void represented(DSLContext tx, Recording of, WrapUp.Attorney attorney) {
        tx.insertInto(ATTORNEY)
                .set(ATTORNEY.CONSUMER_ID, of.attempt().getConsumerId())
                .set(ATTORNEY.ATTEMPT_ID, of.attempt().getId())
                .set(ATTORNEY.AGENT_ID, of.agent())
                .set(ATTORNEY.NAME, attorney.name().strip())
                .set(ATTORNEY.FIRM, attorney.firm().strip())
                .set(ATTORNEY.REACH, attorney.reach().strip())
                .set(ATTORNEY.RECORDED_AT, of.now())
                .execute();
    }

    /// `Paid on the phone: $120.00`
    static String title(DispositionCode code, WrapUp.Payment payment) {
        return code.label() + ": " + text(payment.amount());
    }

    private static String text(Money amount) {
        Currency currency = amount.currency();
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(currency);
        return format.format(
                BigDecimal.valueOf(amount.minorUnits(), currency.getDefaultFractionDigits()));
    }
}
