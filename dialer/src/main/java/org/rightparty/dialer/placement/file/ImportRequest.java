package org.rightparty.dialer.placement.file;

import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.placement.Mapping;
import org.rightparty.dialer.placement.UnusableFile;

import java.nio.file.Files;
import java.nio.file.Path;

/// What to import for whom.
///
/// @param name the file's name as people know it
/// @param portfolio empty for the file's name without its ending
/// @param mapping absent to use the client's saved mapping, or header names when there is none
/// @param newClient whether a client of that name may be entered
/// @param practice whether it is practice data, which may hold fictional numbers
public record ImportRequest(
        Path file,
        String name,
        String client,
        String portfolio,
        @Nullable Mapping mapping,
        Effect effect,
        boolean newClient,
        boolean practice) {
    public enum Effect {
        /// Write what is sound.
        IMPORT,
        /// Check everything and write nothing but the reject file.
        DRY_RUN
    }

    public static ImportRequest of(Path file, String client) {
        return new ImportRequest(
                file, file.getFileName().toString(), client, "", null, Effect.IMPORT, false, false);
    }

    /// @throws UnusableFile when there is no file at the path
    public static void requireFile(Path path) {
        if (Files.isDirectory(path)) {
            throw UnusableFile.of("this is a folder", "name a file in it");
        } else if (!Files.isRegularFile(path)) {
            throw UnusableFile.of("there is no such file", "check the path");
        }
    }

    /// The same of a file that was moved.
    public ImportRequest from(Path moved) {
        return new ImportRequest(
                moved, name, client, portfolio, mapping, effect, newClient, practice);
    }

    public ImportRequest with(Mapping given) {
        return new ImportRequest(file, name, client, portfolio, given, effect, newClient, practice);
    }

    public ImportRequest dry() {
        return new ImportRequest(
                file, name, client, portfolio, mapping, Effect.DRY_RUN, newClient, practice);
    }

    public ImportRequest ofPractice() {
        return new ImportRequest(file, name, client, portfolio, mapping, effect, newClient, true);
    }

    public ImportRequest withNewClient() {
        return new ImportRequest(file, name, client, portfolio, mapping, effect, true, practice);
    }

    String portfolioName() {
        int dot = name.lastIndexOf('.');
        return portfolio.isEmpty() ? (dot > 0 ? name.substring(0, dot) : name) : portfolio;
    }
}
