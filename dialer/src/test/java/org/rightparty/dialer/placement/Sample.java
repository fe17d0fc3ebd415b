package org.rightparty.dialer.placement;

import org.rightparty.dialer.demo.postgres.ShippedZones;
import org.rightparty.dialer.placement.file.NumberReader;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A sound row to change one field of.
public final class Sample {
    public static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    private final Map<String, String> values = new LinkedHashMap<>();

    private Sample() {}

    public static Sample row() {
        return new Sample()
                .with("account_number", "A-1")
                .with("given_name", "Ada")
                .with("family_name", "Example")
                .with("address1", "1 Main St")
                .with("city", "Columbus")
                .with("state", "OH")
                .with("zip", "43004")
                .with("balance", "110.00")
                .with("debt_type", "CARD")
                .with("original_creditor", "First Example Bank")
                .with("current_creditor", "First Example Bank")
                .with("itemization_date", "2026-01-31")
                .with("itemization_type", "CHARGE_OFF")
                .with("itemization_amount", "100.00")
                .with("interest_since", "15.00")
                .with("fees_since", "5.00")
                .with("payments_since", "8.00")
                .with("credits_since", "2.00")
                .with("phone1", "(614) 555-0101");
    }

    public Sample with(String field, String value) {
        values.put(field, value);
        return this;
    }

    public Sample without(String field) {
        values.remove(field);
        return this;
    }

    public List<String> header() {
        return List.copyOf(values.keySet());
    }

    public List<String> cells() {
        return List.copyOf(values.values());
    }

    /// The values under another row's header.
    public List<String> cells(List<String> header) {
        return header.stream().map(field -> values.getOrDefault(field, "")).toList();
    }

    Reading read(boolean practice) {
        Binding binding =
                Binding.tentative(AutoMapping.complete(Mapping.AUTOMATIC, header()), header());
        PostalRegions regions = ShippedZones.read()::regionOfZip;
        Checks checks = new Checks(TODAY, practice, new NumberReader(), regions);
        return new RowReader(binding, checks).read(new SourceRow(2, cells(), ""));
    }

    Placement placement() {
        return switch (read(true)) {
            case Reading.Sound(Placement placement) -> placement;
            case Reading.Faulty(long _, String _, List<Fault> faults) ->
                    throw new AssertionError("refused: " + faults);
        };
    }

    List<Fault> faults() {
        return read(true) instanceof Reading.Faulty(long _, String _, List<Fault> faults)
                ? faults
                : List.of();
    }
}
