package org.rightparty.dialer.simulation.file;

import java.util.List;
import java.util.Locale;

/// A line chart as SVG, readable without its colours: each line ends in its name.
///
/// @param unit what the numbers at the left are, `%`
/// @param lines what is drawn, over the same instants
/// @param limit a level that is drawn as a dashed line; NaN for none
public record Chart(String title, String unit, List<Line> lines, double limit) {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 260;
    private static final int LEFT = 56;
    private static final int RIGHT = 110;
    private static final int TOP = 34;
    private static final int BOTTOM = 30;
    private static final List<String> COLOURS =
            List.of("#0b5cad", "#b5460f", "#2d7d46", "#7a3e9d", "#555555", "#9a7b00");

    public Chart {
        lines = List.copyOf(lines);
    }

    /// @param hours of each point
    public record Line(String name, List<Double> hours, List<Double> values) {
        public Line {
            hours = List.copyOf(hours);
            values = List.copyOf(values);
        }
    }

    public String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                                + " role=\"img\" aria-label=\"%s\" font-family=\"sans-serif\""
                                + " font-size=\"12\">%n",
                        WIDTH,
                        HEIGHT,
                        escaped(title)));
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>%n",
                        WIDTH,
                        HEIGHT));
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"18\" font-size=\"14\">%s</text>%n",
                        LEFT,
                        escaped(title)));
        grid(svg);
        for (int i = 0; i < lines.size(); i++) {
            line(svg, lines.get(i), COLOURS.get(i % COLOURS.size()));
        }
        names(svg);
        return svg.append("</svg>\n").toString();
    }

    private void grid(StringBuilder svg) {
        double step = step(most());
        for (double level = 0; level <= most() * 1.0001; level += step) {
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/><text x=\"%d\" y=\"%.1f\""
                                    + " text-anchor=\"end\">%s %s</text>%n",
                            LEFT,
                            y(level),
                            WIDTH - RIGHT,
                            LEFT - 6,
                            y(level) + 4,
                            shown(level),
                            unit));
        }
        for (int hour = 0; hour <= hours(); hour++) {
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d h</text>%n",
                            x(hour),
                            HEIGHT - 10,
                            hour));
        }
        if (!Double.isNaN(limit)) {
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<path d=\"M%d %.1fH%d\" stroke=\"#b00020\" stroke-dasharray=\"6"
                                    + " 4\"/>%n",
                            LEFT,
                            y(limit),
                            WIDTH - RIGHT));
        }
    }

    private void line(StringBuilder svg, Line line, String colour) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < line.values().size(); i++) {
            points.append(
                    String.format(
                            Locale.ROOT,
                            "%.1f,%.1f ",
                            x(line.hours().get(i)),
                            y(line.values().get(i))));
        }
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.8\""
                                + " points=\"%s\"/>%n",
                        colour,
                        points.toString().strip()));
    }

    /// Beside the chart, from the top, so that they never lie on each other.
    private void names(StringBuilder svg) {
        for (int i = 0; i < lines.size(); i++) {
            int y = TOP + 12 + 18 * i;
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<path d=\"M%d %dh14\" stroke=\"%s\" stroke-width=\"3\"/><text"
                                    + " x=\"%d\" y=\"%d\">%s</text>%n",
                            WIDTH - RIGHT + 6,
                            y - 4,
                            COLOURS.get(i % COLOURS.size()),
                            WIDTH - RIGHT + 24,
                            y,
                            escaped(lines.get(i).name())));
        }
    }

    private double most() {
        double most = Double.isNaN(limit) ? 0 : limit * 1.2;
        for (Line line : lines) {
            for (double value : line.values()) {
                most = Math.max(most, value);
            }
        }
        return most == 0 ? 1 : most;
    }

    private double hours() {
        double hours = 0;
        for (Line line : lines) {
            hours = Math.max(hours, line.hours().isEmpty() ? 0 : line.hours().getLast());
        }
        return hours == 0 ? 1 : hours;
    }

    /// A round step that gives about five levels.
    private static double step(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(most / 5)));
        double times = most / 5 / power;
        return power * (times < 1.5 ? 1 : times < 3.5 ? 2 : times < 7.5 ? 5 : 10);
    }

    private double x(double hour) {
        return LEFT + hour / hours() * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / most() * (HEIGHT - TOP - BOTTOM);
    }

    private static String shown(double level) {
        return level == Math.rint(level)
                ? String.format(Locale.ROOT, "%.0f", level)
                : String.format(Locale.ROOT, "%.1f", level);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
