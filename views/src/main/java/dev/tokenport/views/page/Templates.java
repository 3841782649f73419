package dev.tokenport.views.page;

import gg.jte.Content;
import gg.jte.generated.views.JtereportGenerated;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/**
 * The templates, which were compiled with this module; they are called as the methods that they are, so that no loader has to
 * find them. They escape each text for the place where it stands.
 */
final class Templates {

    private Templates() {}

    static String report(RunView run) {
        var output = new StringOutput();
        JtereportGenerated.render(new OwaspHtmlTemplateOutput(output), null, run);
        return output.toString();
    }

    /** Markup that was made here, with all texts in it escaped. */
    static Content markup(String markup) {
        return output -> output.writeContent(markup);
    }
}
