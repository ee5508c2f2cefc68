package dev.customerservice.examples.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of Java that a page shows, or that a compiled source holds as a region.
 *
 * @param name what the page and the source call it; empty where a page gives no name
 * @param text its lines without their common indent
 */
record Snippet(String name, String text) {

    private static final Pattern REGION = Pattern.compile("\\s*// region (\\S+)\\s*");
    private static final Pattern END = Pattern.compile("\\s*// endregion\\s*");
    private static final Pattern FENCE = Pattern.compile("```(\\w*)(.*)");

    /** {@return the regions between {@code // region NAME} and {@code // endregion} of a source} */
    static List<Snippet> regions(String source) {
        List<Snippet> found = new ArrayList<>();
        List<String> lines = source.lines().toList();
        for (int from = 0; from < lines.size(); from++) {
            Matcher region = REGION.matcher(lines.get(from));
            if (region.matches()) {
                int to = next(END, lines, from + 1, "region " + region.group(1));
                found.add(snippet(region.group(1), lines.subList(from + 1, to)));
                from = to;
            }
        }
        return found;
    }

    /** {@return the blocks of a page whose fence says {@code java} and, where it has one, a name} */
    static List<Snippet> blocks(String page) {
        List<Snippet> found = new ArrayList<>();
        List<String> lines = page.lines().toList();
        for (int from = 0; from < lines.size(); from++) {
            Matcher fence = FENCE.matcher(lines.get(from));
            if (fence.matches()) {
                int to = next(FENCE, lines, from + 1, "block " + fence.group());
                if (fence.group(1).equals("java")) {
                    found.add(snippet(fence.group(2).strip(), lines.subList(from + 1, to)));
                }
                from = to;
            }
        }
        return found;
    }

    private static Snippet snippet(String name, List<String> lines) {
        // Joined without a last line break: an empty last line would count as an indent of nothing.
        return new Snippet(name, String.join("\n", lines).stripIndent().strip());
    }

    private static int next(Pattern pattern, List<String> lines, int from, String opened) {
        for (int at = from; at < lines.size(); at++) {
            if (pattern.matcher(lines.get(at)).matches()) {
                return at;
            }
        }
        throw new IllegalArgumentException(opened + " must be closed.");
    }
}
