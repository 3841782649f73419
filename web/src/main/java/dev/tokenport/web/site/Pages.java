package dev.tokenport.web.site;

import dev.tokenport.secret.OneLine;
import gg.jte.generated.web.JteerrorGenerated;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;

/** How an answer gets its form. What it says is redacted when it leaves, whoever has written it. Thread-safe. */
public final class Pages {

    private final Assets assets;

    /** Pages that load these assets. */
    public Pages(Assets assets) {
        this.assets = assets;
    }

    /** The scripts and style sheets. */
    public Assets assets() {
        return assets;
    }

    /** A template, which was compiled with the module: a call of its method {@code render}. */
    @FunctionalInterface
    public interface Template {

        /** Writes it. */
        void render(HtmlTemplateOutput output);
    }

    /**
     * The frame of a page.
     *
     * @param more the names of scripts and style sheets that this page alone loads
     */
    public Page page(Context context, String title, Section section, String... more) {
        List<String> styles = new ArrayList<>(List.of(assets.address("pages.css")));
        List<String> scripts = new ArrayList<>(List.of(assets.address("htmx.min.js"), assets.address("pages.js")));
        for (String name : more) {
            (name.endsWith(".css") ? styles : scripts).add(assets.address(name));
        }
        String csrf = Visit.of(context).map(Visit::csrf).orElse("");
        return new Page(title, section, csrf, styles, scripts, assets.address("icon.svg"));
    }

    /** Whether a script of ours asks for a part of a page, not for a whole one. */
    public static boolean isPart(Context context) {
        return context.header("HX-Request") != null;
    }

    /** Answers with what a template makes: a page, or a part of one. */
    public void show(Context context, Template template) {
        context.html(text(template));
    }

    /** What a template makes. */
    public static String text(Template template) {
        var text = new StringOutput();
        template.render(new OwaspHtmlTemplateOutput(text));
        return text.toString();
    }

    /**
     * Says in one line why something was not done: as a page to a person, as text to a script.
     *
     * @param title what the page is called
     */
    public void refuse(Context context, int status, String title, String message) {
        String line = OneLine.of(message);
        context.status(status);
        if (isAskedByScript(context)) {
            context.contentType("text/plain; charset=utf-8").result(line);
        } else {
            Page page = page(context, title, Section.NONE);
            show(context, output -> JteerrorGenerated.render(output, null, page, line));
        }
    }

    private static boolean isAskedByScript(Context context) {
        String accepted = String.valueOf(context.header("Accept"));
        return isPart(context)
                || "cors".equals(context.header("Sec-Fetch-Mode"))
                || "same-origin".equals(context.header("Sec-Fetch-Mode"))
                || accepted.contains("text/event-stream");
    }
}
