package city.certfree.cli.bench;

import java.util.Locale;

/** What was measured, as a picture: a bar for each line's rate, its figures beside it. */
public final class Chart {
    private static final int WIDTH = 860;
    private static final int NAMES = 150;
    private static final int BARS = 380;
    private static final int TOP = 56;
    private static final int STEP = 34;
    private static final int BAR = 22;
    private static final int BELOW = 40;

    private Chart() {}

    /** An SVG document. */
    public static String of(Report report) {
        int height = TOP + report.lines().size() * STEP + BELOW;
        var svg = new StringBuilder(String.format(
                Locale.ROOT,
                """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" font-family="sans-serif" font-size="13">
                <title>certfree bench: answers a second</title>
                <rect width="%1$d" height="%2$d" fill="#fff"/>
                <text x="12" y="24" font-size="16" font-weight="bold">Answers a second, and their share of the raw point selects</text>
                <text x="12" y="42" fill="#555">p50 and p99 at 70 %% of that rate, from the moment at which a call was due</text>
                """,
                WIDTH,
                height));
        double most =
                report.lines().stream().mapToDouble(Figures::perSecond).max().orElse(1);
        int y = TOP;
        for (var figures : report.lines()) {
            svg.append(bar(report, figures, Math.max(most, 1), y));
            y += STEP;
        }
        return svg.append("</svg>\n").toString();
    }

    private static String bar(Report report, Figures f, double most, int y) {
        double length = Math.max(1, BARS * f.perSecond() / most);
        var ratio = report.ratio(f);
        return String.format(
                Locale.ROOT,
                """
                <text x="%d" y="%d" text-anchor="end">%s</text>
                <rect x="%d" y="%d" width="%.1f" height="%d" fill="#1f5fae"/>
                <text x="%.1f" y="%d">%,.0f%s, p50 %.2f ms, p99 %.2f ms</text>
                """,
                NAMES - 8,
                y + BAR - 6,
                f.line().text(),
                NAMES,
                y,
                length,
                BAR,
                NAMES + length + 6,
                y + BAR - 6,
                f.perSecond(),
                ratio.isPresent() ? String.format(Locale.ROOT, " (%.3f)", ratio.getAsDouble()) : "",
                f.millis(50),
                f.millis(99));
    }
}
