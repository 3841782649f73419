package dev.tokenport.views.page;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The templates, which were compiled with this module. They escape each text for the place where it stands. */
final class Templates {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "gg.jte.generated.views");

    private Templates() {}

    static String render(String template, Object model) {
        var output = new StringOutput();
        ENGINE.render(template, model, output);
        return output.toString();
    }

    /** Markup that was made here, with all texts in it escaped. */
    static Content markup(String markup) {
        return output -> output.writeContent(markup);
    }
}
