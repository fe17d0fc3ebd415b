package org.rightparty.dialer.postgres;

import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks PostgreSQL for the plan of each statement that runs, with the values it runs with.
public final class Plans implements ExecuteListener {
    private static final long serialVersionUID = 1L;

    private static final Pattern LARGE =
            Pattern.compile(
                    "Seq Scan on (attempt|attempt_end|dial_candidate|consumer|phone|account)"
                            + "(_y\\d{4}m\\d{2})?\\b[^(]*\\((?!cost=0.00..0.00 ).*");
    private static final Pattern SCAN =
            Pattern.compile("((?:Seq|Index|Index Only|Bitmap Index) Scan[^(]*)");
    private static final Pattern EMPTY = Pattern.compile("Seq Scan[^(]*\\(cost=0.00..0.00 .*");
    private static final Pattern MONTH = Pattern.compile("_y\\d{4}m\\d{2}|_\\d+$");
    private static final int WORDS = 60;

    private record Plan(String statement, String plan) {}

    @SuppressWarnings("serial") // is never serialized
    private final transient DSLContext tx;

    @SuppressWarnings("serial") // is never serialized
    private final transient List<Plan> plans = new ArrayList<>();

    public Plans(DSLContext tx) {
        this.tx = tx;
    }

    @Override
    public void executeStart(ExecuteContext context) {
        Query query = context.query();
        if (query != null) {
            plans.add(new Plan(query.getSQL(), tx.explain(query).plan()));
        }
    }

    /// Scans of whole large tables; a month that is empty is none.
    List<String> wholeTables() {
        return plans.stream()
                .flatMap(plan -> LARGE.matcher(plan.plan()).results())
                .map(found -> found.group())
                .toList();
    }

    /// Whether a statement went by this index.
    public boolean use(String index) {
        Pattern scan = Pattern.compile("Index (Only )?Scan (using|on) " + index + "\\b");
        return plans.stream().anyMatch(plan -> scan.matcher(plan.plan()).find());
    }

    void print(String step) {
        for (Plan plan : plans) {
            System.out.printf(
                    "%-11s | %-60s | %s%n",
                    step, head(plan.statement()), String.join("; ", scans(plan.plan())));
        }
    }

    private static String head(String statement) {
        String words = statement.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return words.substring(0, Math.min(WORDS, words.length()));
    }

    private static Set<String> scans(String plan) {
        Set<String> scans = new LinkedHashSet<>();
        Matcher found = SCAN.matcher(EMPTY.matcher(plan).replaceAll(""));
        while (found.find()) {
            scans.add(MONTH.matcher(found.group(1).strip()).replaceAll(""));
        }
        return scans;
    }
}
