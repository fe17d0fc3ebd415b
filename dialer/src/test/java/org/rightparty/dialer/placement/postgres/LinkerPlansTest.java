package org.rightparty.dialer.placement.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.bench.BigHouse;
import org.rightparty.dialer.placement.Placement.Answer;
import org.rightparty.dialer.placement.Placement.Consent;
import org.rightparty.dialer.placement.Placement.Person;
import org.rightparty.dialer.placement.Placement.Phone;
import org.rightparty.dialer.placement.file.ImportRequest;
import org.rightparty.dialer.placement.file.PlacementImport.Progress;
import org.rightparty.dialer.postgres.Plans;
import org.rightparty.vocabulary.ClientId;
import org.rightparty.vocabulary.PhoneNumber;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// Among many people, a batch of a placement finds those it may know by indexes, so that the
/// hundredth file takes no longer than the first.
final class LinkerPlansTest {
    private static final int PEOPLE = 20_000;
    private static final int BATCH = 1_000;

    @TempDir Path directory;

    @Test
    void people_are_known_again_by_index() {
        try (Database database = TestDatabase.fresh()) {
            BigHouse.load(database, PEOPLE);
            BigHouse.execute(
                    database,
                    "UPDATE consumer SET born_on = date '1940-01-01' + (id % 20000)::int,"
                            + " national_id_last4 = lpad((id % 10000)::text, 4, '0')",
                    "INSERT INTO address (consumer_id, line1, city, region, postal_code, country)"
                            + " SELECT id, id || ' Main St', 'Columbus', 'OH', '43004', 'US'"
                            + " FROM consumer",
                    "VACUUM ANALYZE");
            Plans plans =
                    database.transact(tx -> {
                        Plans heard = new Plans(tx);
                        new Linker(
                                DSL.using(tx.configuration().deriveAppending(heard)),
                                new ClientId(1),
                                parties(),
                                new People(),
                                new People());
                        return heard;
                    });
            assertThat(plans.use("consumer_identity")).as("by identity").isTrue();
            assertThat(plans.use("phone_number")).as("by household").isTrue();
        }
    }

    @Test
    void statistics_are_taken_of_tables_that_the_file_outgrows_and_of_no_others() {
        Instant start = Instant.parse("2026-06-15T12:00:00Z");
        try (Database database = TestDatabase.fresh()) {
            var imports = new TestOffice(database, InstantSource.fixed(start)).imports();
            BigHouse.load(database, PEOPLE);
            BigHouse.execute(database, "VACUUM ANALYZE");
            Path file = PlacementFiles.sound(directory.resolve("p.csv"), 2 * BATCH, 3);
            imports.run(
                    ImportRequest.of(file, "First Example Bank").ofPractice().withNewClient(),
                    Progress.UNHEARD);
            assertThat(rowsAtLastLook(database, "phone")).as("a large one").isEqualTo(PEOPLE);
            assertThat(rowsAtLastLook(database, "email")).as("an empty one").isPositive();
        }
    }

    private static long rowsAtLastLook(Database database, String table) {
        return database.transact(tx ->
                tx.fetchSingle("SELECT reltuples FROM pg_class WHERE relname = ?", table)
                        .get(0, long.class));
    }

    private static List<Party> parties() {
        return IntStream.range(0, BATCH)
                .mapToObj(i ->
                        new Party(
                                new Person(
                                        false,
                                        "Person" + i,
                                        "Adams",
                                        "",
                                        LocalDate.of(1950, 1, 1).plusDays(i),
                                        "%04d".formatted(i),
                                        "en",
                                        null),
                                List.of(
                                        new Phone(
                                                new PhoneNumber("+16140%06d".formatted(i)),
                                                "CELL",
                                                "HOME",
                                                new Consent(Answer.UNSAID, null))),
                                "43004"))
                .toList();
    }
}
