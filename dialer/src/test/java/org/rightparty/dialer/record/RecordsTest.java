package org.rightparty.dialer.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.facts.Fact;
import org.rightparty.compliance.facts.FactOrder;
import org.rightparty.compliance.facts.Facts;
import org.rightparty.compliance.holds.HoldOrder;
import org.rightparty.compliance.holds.Holds;
import org.rightparty.compliance.rules.LineType;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class RecordsTest {
    private static final Instant AT = Instant.parse("2026-11-18T17:00:00Z");

    @TempDir private Path directory = Path.of("");

    private final Kept facts = new Kept();

    /// Facts that are only remembered; of account 999 nobody knows.
    private static final class Kept implements Facts {
        final List<FactOrder> orders = new ArrayList<>();

        @Override
        public Facts.Outcome record(FactOrder order) {
            if (order.account().value() == 999) {
                return new Facts.Outcome.Refused(
                        "UNKNOWN_ACCOUNT", "account", "There is none.", "Mend.");
            } else if (orders.contains(order)) {
                return new Facts.Outcome.KnownAlready(new Facts.Key(Kind.PLACE, 1));
            }
            orders.add(order);
            return new Facts.Outcome.Recorded(new Facts.Key(Kind.PLACE, orders.size()));
        }

        @Override
        public List<Known> known(AccountId account) {
            return List.of();
        }

        @Override
        public Choices choices() {
            return new Choices(List.of(), List.of());
        }
    }

    /// Two persons share one number, one of them with two debts.
    private static final class Owners implements Holds {
        @Override
        public Holds.Outcome set(HoldOrder order) {
            throw new IllegalStateException("no bar is set");
        }

        @Override
        public Holds.Outcome lift(Holds.Key key, AgentId officer, String reason, String evidence) {
            throw new IllegalStateException("no bar is lifted");
        }

        @Override
        public List<Standing> standing(AccountId account) {
            return List.of();
        }

        @Override
        public List<Owner> owners(PhoneNumber number) {
            return switch (number.e164()) {
                case "+12125550101" -> List.of(owner(1, 7), owner(2, 7), owner(3, 8));
                case "+12125550102" -> List.of(owner(4, 9));
                default -> List.of();
            };
        }

        private static Owner owner(long account, long phone) {
            return new Owner(new AccountId(account), new PhoneId(phone));
        }
    }

    @Test
    void one_row_of_each_kind_is_recorded_and_the_same_file_again_changes_nothing()
            throws IOException {
        String file =
                """
                kind,account,number,at,place,until,notice,contact,result,consent,change,line_type
                place,1,,2026-11-18T17:00:00Z,US-CA,2027-01-01T00:00:00Z,,,,,,
                NOTICE,1,,2026-11-10,,,FIRST_NOTICE,,,,,
                CONTACT,1,,2026-11-18T17:00:00Z,,,,INBOUND_CALL,CONVERSATION,,,
                CONSENT,,212-555-0102,2026-11-18T17:00:00Z,,,,,,TEXT,GIVEN,
                LOOK_UP,,(212) 555-0102,2026-11-18T17:00:00Z,,,,,,,,LANDLINE
                """;
        assertThat(record(file)).isEqualTo(new Records.Tally(5, 5, 0, 0, 0, List.of()));
        assertThat(record(file)).isEqualTo(new Records.Tally(5, 0, 5, 0, 0, List.of()));
        assertThat(facts.orders).extracting(FactOrder::evidence).containsOnly("file of May");
        assertThat(facts.orders.get(1).fact())
                .isEqualTo(
                        new Fact.SentNotice(
                                "FIRST_NOTICE",
                                Fact.Debts.THIS,
                                Instant.parse("2026-11-10T12:00:00Z")));
        assertThat(facts.orders.get(4))
                .satisfies(order -> assertThat(order.account()).isEqualTo(new AccountId(4)))
                .extracting(FactOrder::fact)
                .isEqualTo(
                        new Fact.LookUp(
                                new PhoneId(9),
                                Optional.of(LineType.LANDLINE),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                AT));
    }

    @Test
    void a_look_up_is_recorded_with_everybody_who_has_the_number() throws IOException {
        record("kind,number,at,reassigned,since\nLOOK_UP,2125550101," + AT + ",YES,2026-10-01\n");
        assertThat(facts.orders)
                .extracting(FactOrder::account)
                .containsExactly(new AccountId(1), new AccountId(3));
        assertThat(((Fact.LookUp) facts.orders.getFirst().fact()).holder())
                .contains(new Fact.Holder.Another(Instant.parse("2026-10-01T12:00:00Z")));
    }

    @Test
    void a_number_that_several_have_names_nobody_without_the_account() throws IOException {
        String row = ",2125550101," + AT + ",TEXT,GIVEN\n";
        Records.Tally tally =
                record(
                        "kind,account,number,at,consent,change\nCONSENT,"
                                + row
                                + "CONSENT,3"
                                + row
                                + "CONSENT,4"
                                + row
                                + "CONSENT,,2125550109,"
                                + AT
                                + ",TEXT,GIVEN\n");
        assertThat(tally.nobody()).isEqualTo(1);
        assertThat(tally.shown())
                .extracting(RecordRow.Refused::reason)
                .containsExactly(
                        "Several persons have this number.", "This number is not this person's.");
        assertThat(((Fact.Consented) facts.orders.getFirst().fact()).phone())
                .contains(new PhoneId(8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    HOLD,1,,2026-11-18T17:00:00Z,,,,          | kind       | HOLD
                    PLACE,,,2026-11-18T17:00:00Z,US-CA,,,     | account    | ''
                    PLACE,x,,2026-11-18T17:00:00Z,US-CA,,,    | account    | x
                    PLACE,1,123,2026-11-18T17:00:00Z,US-CA,,, | number     | 123
                    PLACE,1,,yesterday,US-CA,,,               | at         | yesterday
                    PLACE,1,,2026-11-18,US-CA,,,              | at         | 2026-11-18
                    PLACE,1,,2026-11-18T17:00:00Z,,Mars/Base,,| zone       | Mars/Base
                    PLACE,1,,2026-11-18T17:00:00Z,US-CA,,TEXT,| consent    | TEXT
                    CONSENT,1,,2026-11-18T17:00:00Z,,,FAX,    | consent    | FAX
                    CONSENT,1,,2026-11-18T17:00:00Z,,,TIME,8  | hours_from | 8
                    LOOK_UP,1,,2026-11-18T17:00:00Z,,,,       | number     | ''
                    PLACE,999,,2026-11-18T17:00:00Z,US-CA,,,  | account    | 999
                    """)
    void a_row_that_says_nothing_usable_is_named_by_field_and_value_and_the_others_count(
            String row, String field, String value) throws IOException {
        Records.Tally tally =
                record(
                        "kind,account,number,at,place,zone,consent,hours_from,change\n"
                                + row
                                + (row.startsWith("CONSENT") ? ",GIVEN" : ",")
                                + "\nPLACE,1,,2026-11-18T17:00:00Z,US-CA,,,,\n");
        assertThat(tally.recorded()).isEqualTo(1);
        RecordRow.Refused refused = tally.shown().getFirst();
        assertThat(refused.row()).isEqualTo(2);
        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.value()).isEqualTo(value);
        assertThat(refused.reason()).isNotEmpty();
        assertThat(refused.mend()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    kind,account,at,colour | columns that are not known, colour
                    kind,at,place          | needs a column `number`
                    account,at,place       | needs a column `kind`
                    """)
    void a_file_of_another_shape_is_none(String header, String sentence) {
        assertThatThrownBy(() -> record(header + "\n" + header + "\n"))
                .isInstanceOf(RecordFile.Unusable.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void a_file_that_breaks_half_way_records_nothing() {
        String broken = "kind,account,at,place\nPLACE,1," + AT + ",US-CA\nPLACE,1,\"" + AT;
        assertThatThrownBy(() -> record(broken + ",US-CA\n"))
                .isInstanceOf(RecordFile.Unusable.class);
        assertThat(facts.orders).isEmpty();
    }

    private Records.Tally record(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("facts.csv"), text);
        return new Records(facts, new Owners(), new AgentId(31))
                .record(new RecordFile("file of May").read(file));
    }
}
