package dev.tokenport.web.docs;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.OperatorPage;
import dev.tokenport.web.site.Page;
import dev.tokenport.web.site.Pages;
import dev.tokenport.web.site.Section;
import dev.tokenport.web.site.Site;
import dev.tokenport.web.site.Topic;
import gg.jte.generated.web.docs.JteoperatorGenerated;
import gg.jte.generated.web.docs.JteoperatorsGenerated;
import gg.jte.generated.web.docs.JtepartGenerated;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** The operators' documentation. */
public final class OperatorsTopic implements Topic {

    private final Site site;

    /** The topic of a site. */
    public OperatorsTopic(Site site) {
        this.site = site;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/operators", this::list);
        routes.get("/operators/{id}", this::one);
    }

    private void list(Context context) {
        String searched = Objects.requireNonNullElse(context.queryParam("q"), "");
        List<OperatorDescription> found = site.workbench().operators().operators().stream()
                .map(Operator::description)
                .filter(operator -> isFound(operator, searched))
                .toList();
        if (Pages.isPart(context)) {
            site.pages().show(context, output -> JtepartGenerated.render(output, null, found));
            return;
        }
        Page page = site.pages().page(context, "Operators", Section.OPERATORS);
        site.pages().show(context, output -> JteoperatorsGenerated.render(output, null, page, found, searched));
    }

    /** Whether each of the words occurs in what the list shows, or in an id. */
    private static boolean isFound(OperatorDescription operator, String searched) {
        String all = Stream.concat(
                        Stream.of(operator.label(), operator.id(), operator.description()), operator.aliases().stream())
                .reduce("", (one, other) -> one + " " + other)
                .toLowerCase(Locale.ROOT);
        return Stream.of(searched.toLowerCase(Locale.ROOT).strip().split("\\s+", -1))
                .allMatch(all::contains);
    }

    private void one(Context context) {
        String id = context.pathParam("id");
        Operator<?> operator = site.workbench()
                .operators()
                .find(id)
                .orElseThrow(() -> new NotFoundResponse("there is no operator '" + id + "'"));
        Page page = site.pages().page(context, operator.description().label(), Section.OPERATORS);
        var html = Markdown.html(OperatorPage.text(operator, (address, label) -> label + " `" + address + "`"));
        site.pages()
                .show(context, output -> JteoperatorGenerated.render(output, null, page, operator.description(), html));
    }
}
