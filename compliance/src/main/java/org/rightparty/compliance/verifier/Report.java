package org.rightparty.compliance.verifier;

import java.util.ArrayList;
import java.util.List;

/// What a check found, step by step, and its two verdicts: whether what is there is what was
/// sealed, and whether all of it is there.
public final class Report {
    private final List<String> steps = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> unproven = new ArrayList<>();
    private long undecided;

    /// A step that held.
    void holds(String step) {
        steps.add("ok       " + step);
    }

    /// Something to know that breaks nothing.
    void remark(String remark) {
        steps.add("note     " + remark);
    }

    /// Something is not what was sealed.
    void broken(String why) {
        steps.add("REFUSED  " + why);
        broken.add(why);
    }

    /// Something is not there that must be.
    void missing(String why) {
        steps.add("MISSING  " + why);
        missing.add(why);
    }

    /// Something that the file cannot show, though nothing speaks against it.
    void unproven(String why) {
        steps.add("unproven " + why);
        unproven.add(why);
    }

    /// So many decisions could be decided again, which this check does not do.
    void leaves(long decisions) {
        undecided += decisions;
    }

    /// Decisions that could be decided again by the enclosed rulebooks.
    long undecided() {
        return undecided;
    }

    /// What is there is what was sealed.
    public boolean integrity() {
        return broken.isEmpty();
    }

    /// All that the export says it covers is there.
    public boolean complete() {
        return integrity() && missing.isEmpty() && unproven.isEmpty();
    }

    /// Reasons for which the first verdict is no.
    public List<String> breaches() {
        return List.copyOf(broken);
    }

    /// Reasons for which the second verdict is no.
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>(missing);
        gaps.addAll(unproven);
        return gaps;
    }

    /// For people: the steps, then the two verdicts.
    public List<String> lines() {
        List<String> lines = new ArrayList<>(steps);
        lines.add("");
        lines.add(
                integrity()
                        ? "INTEGRITY: PROVEN. Every entry in the file is what was sealed."
                        : "INTEGRITY: REFUSED. " + broken.get(0) + ".");
        lines.add("COMPLETENESS: " + completeness());
        return lines;
    }

    private String completeness() {
        if (!missing.isEmpty()) {
            return "REFUSED. " + missing.get(0) + ".";
        }
        if (!integrity()) {
            return "NOT PROVEN. Of a file that was changed nothing can be said.";
        }
        return unproven.isEmpty()
                ? "PROVEN. Every entry that the export covers is in the file."
                : "NOT PROVEN. " + unproven.get(0) + ".";
    }

    /// 0 when both verdicts are good, 1 when integrity is refused, 3 when only completeness lacks.
    public int exitCode() {
        if (!integrity()) {
            return 1;
        }
        return complete() ? 0 : 3;
    }
}
