package dev.tokenport.views.graph;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/** SVG that is being written. Whatever is given as a text or as the value of an attribute is escaped. For one thread. */
public final class Markup {

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins an element, which {@link #end} ends.
     *
     * @param attributes names and values in turn; a value is a text or a number
     */
    public Markup begin(String name, Object... attributes) {
        tag(name, attributes).append('>');
        open.push(name);
        return this;
    }

    /** Ends the element that was begun last. */
    public Markup end() {
        text.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** A whole element without content. */
    public Markup empty(String name, Object... attributes) {
        tag(name, attributes).append("/>\n");
        return this;
    }

    /** A whole element with a text in it. */
    public Markup element(String name, String content, Object... attributes) {
        tag(name, attributes).append('>');
        escape(content);
        text.append("</").append(name).append(">\n");
        return this;
    }

    /** What has been written already by another, or is no text from outside. */
    public Markup raw(String markup) {
        text.append(markup);
        return this;
    }

    private StringBuilder tag(String name, Object... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1] instanceof Double number ? number(number) : attributes[i + 1].toString());
            text.append('"');
        }
        return text;
    }

    /** A number with one decimal at the most. */
    static String number(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private void escape(String content) {
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                default -> text.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
