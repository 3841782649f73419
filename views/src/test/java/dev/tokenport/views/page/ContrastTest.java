package dev.tokenport.views.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Can texts and lines be told from what is behind them? WCAG 2.2, level AA. */
final class ContrastTest {

    private static final List<String> TEXTS =
            List.of("text", "quiet", "done", "failed", "cancelled", "skipped", "data", "config", "dependency", "link");
    private static final List<String> GROUNDS = List.of("paper", "box", "bad", "warn");

    @Test
    void texts_onAllGrounds_haveEnoughContrast() {
        for (Map<String, String> theme : themes()) {
            for (String ground : GROUNDS) {
                for (String text : TEXTS) {
                    assertThat(contrast(theme.getOrDefault(text, ""), theme.getOrDefault(ground, "")))
                            .as(text + " on " + ground + " of " + theme)
                            .isGreaterThanOrEqualTo(4.5);
                }
                assertThat(contrast(theme.getOrDefault("edge", ""), theme.getOrDefault("paper", "")))
                        .isGreaterThanOrEqualTo(3);
            }
        }
    }

    /** Light, dark, and on paper; each style sheet has a block for each. */
    private static List<Map<String, String>> themes() {
        List<Map<String, String>> themes = new ArrayList<>();
        List<String> blocks = Pattern.compile(":root \\{([^}]*)}")
                .matcher(PageStyle.CSS)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(blocks).hasSize(6);
        for (int theme = 0; theme < 3; theme++) {
            Map<String, String> colours = new HashMap<>();
            for (String block : List.of(blocks.get(theme), blocks.get(theme + 3))) {
                Matcher colour = Pattern.compile("--(\\w+): (#[0-9a-f]{6})").matcher(block);
                while (colour.find()) {
                    colours.put(colour.group(1), colour.group(2));
                }
            }
            themes.add(colours);
        }
        return themes;
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * light(colour, 1) + 0.7152 * light(colour, 3) + 0.0722 * light(colour, 5);
    }

    private static double light(String colour, int at) {
        double part = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
