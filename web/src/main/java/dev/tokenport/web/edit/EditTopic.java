package dev.tokenport.web.edit;

import dev.tokenport.web.folder.WorkflowText;
import dev.tokenport.web.site.Page;
import dev.tokenport.web.site.Pages;
import dev.tokenport.web.site.Section;
import dev.tokenport.web.site.Site;
import dev.tokenport.web.site.Topic;
import dev.tokenport.workflow.edit.EditException;
import dev.tokenport.workflow.edit.Replacement;
import gg.jte.generated.web.edit.JtecheckedGenerated;
import gg.jte.generated.web.edit.JteconflictGenerated;
import gg.jte.generated.web.edit.JteeditGenerated;
import gg.jte.generated.web.edit.JtesavedGenerated;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/** The pages on which a workflow is changed. */
public final class EditTopic implements Topic {

    private final Site site;
    private final ShownTexts texts;
    private final Saving saving;
    private final Changing changing;
    private final Verifications verifications;

    /** The topic of a site. */
    public EditTopic(Site site) {
        this.site = site;
        this.texts = new ShownTexts(site.workbench());
        this.saving = new Saving(site, texts);
        this.changing = new Changing(site, texts);
        this.verifications = new Verifications(site, texts);
        site.pages().assets().add(EditTopic.class, "edit.js");
        site.pages().assets().add(EditTopic.class, "verify.js");
        site.pages().assets().add(EditTopic.class, "form.js");
        site.pages().assets().add(EditTopic.class, "edit.css");
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/edit/<path>", this::show);
        routes.post("/edit/<path>", this::save);
        routes.post("/edits/check/<path>", this::check);
        routes.post("/edits/change/<path>", changing::change);
        routes.post("/edits/verify/<path>", verifications::order);
        routes.sse("/edits/verifications/{id}", verifications::follow);
    }

    @Override
    public void close() {
        verifications.close();
    }

    private void show(Context context) throws IOException {
        WorkflowText file = site.folder().read(context.pathParam("path"));
        String text = texts.shown(file.file(), file.text());
        Optional<String> task = Optional.ofNullable(context.queryParam("task"));
        String notice = context.queryParam("saved") == null ? "" : "Saved.";
        show(
                context,
                new EditView(file.path(), file.hash(), text, checked(file, text, task), Optional.empty(), notice));
    }

    private Checked checked(WorkflowText file, String text, Optional<String> task) {
        try {
            return Checked.of(site.workbench(), texts, file.file(), text, task);
        } catch (EditException e) {
            throw Changing.refusal(Objects.requireNonNullElse(e.getMessage(), ""));
        }
    }

    private void show(Context context, EditView view) {
        if (!texts.arrives(view.text())) {
            throw new ConflictResponse(view.path()
                    + " has a secret in it in a way that cannot be hidden well; change it in another editor");
        }
        Page page = site.pages()
                .page(context, "Edit " + view.path(), Section.WORKFLOWS, "edit.css", "edit.js", "form.js", "verify.js");
        site.pages().show(context, output -> JteeditGenerated.render(output, null, page, view));
    }

    private void check(Context context) throws IOException {
        Sent sent = Sent.of(site, context);
        Checked checked = checked(sent.file(), sent.text(), sent.task());
        EditView view = new EditView(sent.file().path(), sent.file().hash(), "", checked, Optional.empty(), "");
        site.pages().show(context, output -> JtecheckedGenerated.render(output, null, view));
    }

    private void save(Context context) throws IOException {
        Sent sent = Sent.of(site, context);
        String hash = Optional.ofNullable(context.formParam("over")).orElseGet(() -> Sent.field(context, "hash"));
        try {
            Saving.Saved saved = saving.save(sent.file().path(), hash, sent.text());
            answer(context, sent, hash, saved);
        } catch (EditException | IOException e) {
            throw Changing.refusal(Objects.requireNonNullElse(e.getMessage(), "the file cannot be written"));
        }
    }

    private void answer(Context context, Sent sent, String hash, Saving.Saved saved) {
        boolean isPart = Pages.isPart(context);
        if (isPart && saved.conflict().isPresent()) {
            EditView view = view(sent, hash, saved);
            site.pages()
                    .show(
                            context,
                            output -> JteconflictGenerated.render(
                                    output, null, view, saved.conflict().get()));
        } else if (isPart) {
            Replacement replacement = Replacement.between(sent.text(), saved.text());
            int mistakes =
                    checked(sent.file(), saved.text(), sent.task()).mistakes().size();
            site.pages()
                    .show(
                            context,
                            output -> JtesavedGenerated.render(output, null, saved.hash(), replacement, mistakes));
        } else if (saved.conflict().isPresent()) {
            context.status(HttpStatus.CONFLICT);
            show(context, view(sent, hash, saved));
        } else {
            String address = view(sent, hash, saved).taskAddress();
            context.redirect(address + (address.contains("?") ? "&" : "?") + "saved", HttpStatus.SEE_OTHER);
        }
    }

    private EditView view(Sent sent, String hash, Saving.Saved saved) {
        return new EditView(
                sent.file().path(),
                hash,
                saved.text(),
                checked(sent.file(), saved.text(), sent.task()),
                saved.conflict(),
                "");
    }
}
