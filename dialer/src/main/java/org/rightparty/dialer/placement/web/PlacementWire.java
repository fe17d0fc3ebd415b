package org.rightparty.dialer.placement.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rightparty.console.web.Reply;
import org.rightparty.dialer.placement.Fault;
import org.rightparty.dialer.placement.Tally;
import org.rightparty.dialer.placement.file.ImportReport;
import org.rightparty.dialer.placement.file.MappingJson;
import org.rightparty.dialer.placement.file.PlacementImport.Preview;

import java.util.List;
import java.util.Map;

/// Imports as JSON. Amounts are cents.
final class PlacementWire {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PlacementWire() {}

    static Reply started(long job) {
        return new Reply.Text(
                202,
                "application/json",
                JSON.createObjectNode().put("job", job).toString(),
                Map.of());
    }

    /// @param ahead how many imports come before one that waits
    static Reply progress(Jobs.Job job, long ahead) {
        ObjectNode node = JSON.createObjectNode();
        switch (job) {
            case Jobs.Job.Waiting() -> node.put("kind", "waiting").put("ahead", ahead);
            case Jobs.Job.Running(Tally tally, long rows) -> {
                node.put("kind", "running").put("rows", rows);
                put(node, tally);
            }
            case Jobs.Job.Failed(String sentence) ->
                    node.put("kind", "failed").put("sentence", sentence);
            case Jobs.Job.Done(ImportReport report, List<String> dialedBy) -> {
                node.put("kind", "done")
                        .put("ending", report.ending().name())
                        .put("client", report.client())
                        .put("portfolio", report.portfolio())
                        .put("file", report.file())
                        .put("startedAt", report.startedAt().toString())
                        .put("tookMillis", report.took().toMillis())
                        .put("rejectFile", report.rejects() != null);
                dialedBy.forEach(node.putArray("dialedBy")::add);
                put(node, report.tally());
            }
        }
        return Reply.json(node.toString());
    }

    private static void put(ObjectNode node, Tally tally) {
        node.put("rowsDone", tally.rowsDone())
                .put("accepted", tally.accepted())
                .put("duplicates", tally.duplicates())
                .put("rejected", tally.rejected())
                .put("placedMinor", tally.placedMinor())
                .put("linked", tally.linked())
                .put("holds", tally.holds())
                .put("uncallable", tally.uncallable())
                .put("consentsUnchanged", tally.consentsUnchanged());
        ObjectNode filled = node.putObject("filled");
        tally.filled().forEach((fact, count) -> filled.put(fact.name(), count));
    }

    static Reply preview(Preview preview) {
        ObjectNode node = JSON.createObjectNode();
        node.put("description", preview.description());
        node.put("mapping", MappingJson.write(preview.mapping()));
        ArrayNode header = node.putArray("header");
        preview.header().forEach(header::add);
        ArrayNode missing = node.putArray("missing");
        preview.missing().forEach(missing::add);
        ArrayNode lines = node.putArray("lines");
        preview.lines().forEach(line -> put(lines.addObject(), line));
        return Reply.json(node.toString());
    }

    /// Of a national id a page shows nothing.
    private static void put(ObjectNode node, Preview.Line line) {
        node.put("row", line.row());
        ObjectNode values = node.putObject("values");
        line.values()
                .forEach((field, value) ->
                        values.put(field, field.endsWith("national_id") ? "•••" : value));
        ArrayNode faults = node.putArray("faults");
        for (Fault fault : line.faults()) {
            faults.addObject()
                    .put("field", fault.field())
                    .put("reason", fault.reason())
                    .put("mend", fault.mend());
        }
    }
}
