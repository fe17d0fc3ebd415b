package org.rightparty.dialer.placement;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// A closed list of words and the other words that mean the same, matched without case and signs.
final class Codes {
    static final Codes DEBT_TYPES =
            new Codes("debt type")
                    .word("CARD", "creditcard", "cc", "revolving", "bankcard")
                    .word("LOAN", "personalloan", "installment", "installmentloan", "payday")
                    .word("AUTO", "autoloan", "vehicle", "car", "autodeficiency", "carloan")
                    .word("MEDICAL", "hospital", "dental", "health", "healthcare", "patient")
                    .word("TELECOM", "phone", "wireless", "cable", "internet", "cell", "telephone")
                    .word("UTILITY", "utilities", "electric", "gas", "water", "power")
                    .word("RETAIL", "store", "storecard", "merchandise")
                    .word("RENT", "rental", "lease", "apartment", "housing")
                    .word("STUDENT", "studentloan", "tuition", "education")
                    .word("GOVERNMENT", "gov", "govfine", "fine", "toll", "parking", "court")
                    .word("TAX", "taxes")
                    .word("DAMAGE_CLAIM", "damage", "subrogation", "propertydamage")
                    .word("NSF_CHECK", "nsf", "badcheck", "returnedcheck", "check")
                    .word("COMMERCIAL", "business", "b2b", "trade");
    static final Codes ITEMIZATION_KINDS =
            new Codes("itemization type")
                    .word("LAST_STATEMENT", "laststmt", "statement", "ls", "laststatementdate")
                    .word("CHARGE_OFF", "chargeoffdate", "co")
                    .word("LAST_PAYMENT", "lastpmt", "payment", "lp", "lastpaymentdate")
                    .word("TRANSACTION", "transactiondate", "service", "dateofservice", "td")
                    .word("JUDGMENT", "judgement", "judgmentdate", "jd");
    static final Codes LINE_TYPES =
            new Codes("phone type")
                    .word("MOBILE", "cell", "cellular", "wireless", "c", "m", "mob")
                    .word("LANDLINE", "land", "fixed", "l")
                    .word("VOIP", "v")
                    .word("TOLL_FREE", "tf")
                    .word(
                            "UNKNOWN",
                            "u",
                            "other",
                            "o",
                            "home",
                            "h",
                            "work",
                            "w",
                            "business",
                            "office");
    static final Codes PLACES =
            new Codes("phone place")
                    .word("HOME", "h", "residence")
                    .word("WORK", "w", "business", "office", "employer", "poe")
                    .word("MOBILE", "cell", "cellular", "wireless", "c", "m", "mob")
                    .word(
                            "OTHER",
                            "o",
                            "u",
                            "unknown",
                            "landline",
                            "land",
                            "l",
                            "voip",
                            "tollfree");
    static final Codes FLAGS =
            new Codes("yes or no")
                    .word("Y", "yes", "true", "t", "1", "x")
                    .word("N", "no", "false", "f", "0");
    static final Codes ROLES =
            new Codes("co-signer's role")
                    .word("COSIGNER", "co", "joint", "coborrower", "comaker", "secondary")
                    .word("GUARANTOR", "guar")
                    .word("SPOUSE", "wife", "husband")
                    .word("PARENT", "mother", "father")
                    .word("GUARDIAN")
                    .word("EXECUTOR", "estate");
    static final Codes KINDS =
            new Codes("kind of debtor")
                    .word("PERSON", "individual", "consumer", "p", "i")
                    .word("BUSINESS", "company", "commercial", "b", "corporation", "llc");
    static final Codes LANGUAGES =
            new Codes("language")
                    .word("en", "english", "eng")
                    .word("es", "spanish", "spa", "espanol", "español")
                    .word("zh", "chinese", "mandarin", "cantonese")
                    .word("vi", "vietnamese")
                    .word("ko", "korean")
                    .word("tl", "tagalog", "fil")
                    .word("ru", "russian")
                    .word("fr", "french")
                    .word("ht", "creole", "haitiancreole")
                    .word("ar", "arabic")
                    .word("pt", "portuguese")
                    .word("pl", "polish");

    private final String what;
    private final Map<String, String> words = new HashMap<>();

    private Codes(String what) {
        this.what = what;
    }

    private Codes word(String word, String... alsoCalled) {
        words.put(Field.bare(word), word);
        Arrays.stream(alsoCalled).forEach(other -> words.putIfAbsent(other, word));
        return this;
    }

    Parsed<String> read(String written) {
        String word = words.get(Field.bare(written));
        if (word == null) {
            return Parsed.wrong(
                    "unknown " + what,
                    "use one of " + String.join(", ", all()) + ", or translate it in the mapping");
        }
        return Parsed.of(word);
    }

    boolean knows(String written) {
        return words.containsKey(Field.bare(written));
    }

    private List<String> all() {
        return List.copyOf(new TreeSet<>(words.values()));
    }
}
