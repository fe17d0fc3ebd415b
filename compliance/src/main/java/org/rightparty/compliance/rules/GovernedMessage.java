package org.rightparty.compliance.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What may be played or left where others may listen: the message to a person for whom no agent is
/// free, and messages on machines.
///
/// A limited-content message holds a business name that does not tell of collecting, a request to
/// reply, a natural person's name and a number, and nothing that tells of a debt (12 CFR
/// 1006.2(j)). The other two may leave out the person's name.
public final class GovernedMessage {
    private static final Pattern FIELD = Pattern.compile("\\{([a-z_]*)\\}");
    private static final Set<String> FIELDS = Set.of("business", "agent", "number");

    /// What would tell a listener of the debt.
    private static final List<String> TELLING =
            List.of(
                    "debt",
                    "collect",
                    "owe",
                    "balance",
                    "past due",
                    "payment",
                    "account",
                    "creditor",
                    "$",
                    "attorney",
                    "lawsuit",
                    "legal");

    /// The same in the other languages that templates are written in.
    private static final List<String> TELLING_ELSEWHERE =
            List.of(
                    "deuda",
                    "cobr",
                    "saldo",
                    "adeud",
                    "acreedor",
                    "abogado",
                    "demanda",
                    "cuenta",
                    "pago",
                    "dette",
                    "recouvrement",
                    "solde",
                    "créancier",
                    "avocat",
                    "paiement",
                    "compte");

    /// What a name would tell of the business (12 CFR 1006.2(j)(1)(i)).
    private static final List<String> NAMES_TELLING =
            List.of("collect", "recover", "debt", "credit", "receivable", "attorney", "law ");

    private static final Pattern REPLY =
            Pattern.compile(
                    "\\b(call|reply|contact|reach|llam\\w*|respond\\w*|appel\\w*|rappel\\w*)\\b");

    private GovernedMessage() {}

    public enum Kind {
        /// Played when no agent is on within two seconds (47 CFR 64.1200(a)(7)(i)).
        ABANDONED,
        VOICEMAIL,
        LIMITED_CONTENT
    }

    /// What is wrong with a text, in words; nothing when it may be used.
    ///
    /// @param text with fields such as `{business}` and `{number}`
    public static List<String> faults(Kind kind, String text) {
        List<String> faults = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        Set<String> used = fields(text);
        for (String field : required(kind)) {
            if (!used.contains(field)) {
                faults.add("say {" + field + "}");
            }
        }
        for (String field : used) {
            if (!FIELDS.contains(field)) {
                faults.add("{" + field + "} is not known");
            }
        }
        for (String word : told(lower)) {
            faults.add("\"" + word + "\" tells whoever listens of the debt");
        }
        if (kind != Kind.ABANDONED && !REPLY.matcher(lower).find()) {
            faults.add("ask for a reply");
        }
        return faults;
    }

    /// What is wrong with the name that `{business}` stands for; nothing when it may be used.
    public static List<String> nameFaults(String business) {
        String lower = business.toLowerCase(Locale.ROOT) + " ";
        List<String> faults = new ArrayList<>();
        if (business.isBlank()) {
            faults.add("give the name of the business");
        }
        for (String word : NAMES_TELLING) {
            if (lower.contains(word)) {
                faults.add("a name with \"" + word.strip() + "\" tells that we collect");
            }
        }
        return faults;
    }

    private static List<String> told(String lower) {
        return Stream.concat(TELLING.stream(), TELLING_ELSEWHERE.stream())
                .filter(lower::contains)
                .toList();
    }

    private static List<String> required(Kind kind) {
        return switch (kind) {
            case ABANDONED, VOICEMAIL -> List.of("business", "number");
            case LIMITED_CONTENT -> List.of("business", "agent", "number");
        };
    }

    private static Set<String> fields(String text) {
        Set<String> fields = new TreeSet<>();
        Matcher matcher = FIELD.matcher(text);
        while (matcher.find()) {
            fields.add(matcher.group(1));
        }
        return fields;
    }
}
