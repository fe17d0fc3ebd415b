package org.rightparty.dialer.simulation.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class PacingDocumentTest {
    private static final String BEFORE =
            "By hand.\n\n<!-- table: written by ./rightparty bench pacing -->\n\n";
    private static final String AFTER = "\n<!-- end of table -->\n\nBy hand, too.\n";

    @TempDir Path directory;

    private Path document(String table) throws IOException {
        return Files.writeString(directory.resolve("pacing.md"), BEFORE + table + AFTER);
    }

    private static String written(Path document, String row) throws IOException {
        PacingDocument.write(document, row);
        return Files.readString(document);
    }

    @Test
    void a_row_takes_the_place_of_its_scenarios_and_all_else_stays() throws IOException {
        Path document = document(PacingTable.head() + "| a | 1 |\n| b | 2 |\n| c | 3 |\n");
        assertThat(written(document, "| b | 9 |\n"))
                .isEqualTo(
                        BEFORE + PacingTable.head() + "| a | 1 |\n| b | 9 |\n| c | 3 |\n" + AFTER);
    }

    @Test
    void a_new_scenario_comes_last() throws IOException {
        Path document = document(PacingTable.head() + "| a | 1 |\n");
        assertThat(written(document, "| b | 2 |\n"))
                .isEqualTo(BEFORE + PacingTable.head() + "| a | 1 |\n| b | 2 |\n" + AFTER);
    }

    @Test
    void a_table_with_other_columns_is_begun_anew() throws IOException {
        Path document = document("| other | columns |\n|---|---|\n| a | 1 |\n");
        assertThat(written(document, "| b | 2 |\n"))
                .isEqualTo(BEFORE + PacingTable.head() + "| b | 2 |\n" + AFTER);
    }

    @Test
    void a_document_without_a_place_for_it_is_left_alone() throws IOException {
        Path document = Files.writeString(directory.resolve("other.md"), "Nothing here.\n");
        assertThatThrownBy(() -> PacingDocument.write(document, "| a | 1 |"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has no place for the table");
        assertThat(document).hasContent("Nothing here.\n");
    }
}
