package dev.tokenport.cmem.mapping;

import dev.tokenport.secret.ReferencingText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** <em>Execute REST requests</em>: a request of its own, or one for each entity at the input. */
final class RestRequest implements TaskKind {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private static final List<Rule> OWN = List.of(
            Rule.joined("url", "", "`url`"),
            Rule.same("method", "GET"),
            Rule.taken("contentType", "", "content_type", Conversion.NONE),
            Rule.joined("content", "", "`body`, with POST, PUT and PATCH"),
            Rule.joined(
                    "readParametersFromInput",
                    "false",
                    "`true`: templates in `url` and `body` over the paths `url` and `content`; `false`: inputs say only"
                            + " when the task runs"),
            Rule.joined("retriesPerRequest", "3", "`attempts`, one more"),
            Rule.joined("abortOnRequestFail", "true", "`on_error`: `fail` or `skip`"),
            Rule.only("multipartFileParameter", "", "no multipart uploads"),
            Rule.ignored("delayBetweenRequests", "0", "requests do not wait for each other"),
            Rule.only("limit", "0", "every input entity is one request"),
            Rule.only("offset", "0", "every input entity is one request"),
            Rule.only("maxFailedRequests", "0", "failed requests are not counted"),
            Rule.joined(
                    "pagingMethod",
                    "none",
                    "`paging`: `next_url`, or `cursor` if nextPageIdQueryParameter is given; only `none` where there is no"
                            + " `paging`"),
            Rule.joined("nextPageJsonPath", "", "`paging_pointer`"),
            Rule.joined("nextPageIdQueryParameter", "", "`paging_parameter`"),
            Rule.ignored("outputResultAsFile", "the answer's JSON becomes entities, which any dataset takes"),
            Rule.only("urlProperty", "", "the URL is not added to the answer"));

    @Override
    public List<String> types() {
        return List.of("eccencaRestOperator", "RestOperator");
    }

    @Override
    public String operator() {
        return "http-request";
    }

    @Override
    public List<Rule> rules() {
        return Stream.concat(OWN.stream(), HttpRules.RULES.stream()).toList();
    }

    @Override
    public void join(TaskValues values, Target target) {
        boolean fromInput = values.flag("readParametersFromInput");
        target.put("url", part(values, "url", fromInput), values.position("url"));
        if (WITH_BODY.contains(values.plain("method"))) {
            target.put("body", part(values, "content", fromInput), values.position("content"));
        }
        if (!fromInput) {
            target.ignoreInputs();
        }
        int attempts = values.count("retriesPerRequest") + 1;
        target.put("attempts", String.valueOf(attempts), values.position("retriesPerRequest"));
        onError(values, target);
        paging(values, target);
        HttpRules.join(values, target, attempts);
    }

    private static ReferencingText part(TaskValues values, String id, boolean fromInput) {
        if (!fromInput) {
            return Conversion.AS_TEMPLATE.convert(values.text(id));
        }
        try {
            return ReferencingText.literal(Jinja.pathOr(id, values.plain(id)));
        } catch (IllegalArgumentException e) {
            values.fault(id, String.valueOf(e.getMessage()));
            return ReferencingText.literal("");
        }
    }

    private static void paging(TaskValues values, Target target) {
        String method = values.plain("pagingMethod").strip();
        if (method.isEmpty() || method.equals("none")) {
            return;
        }
        if (!target.has("paging")) {
            values.fault("pagingMethod", "'" + method + "' cannot be done here: one page is asked for");
            return;
        }
        String parameter = values.plain("nextPageIdQueryParameter").strip();
        target.put("paging", parameter.isEmpty() ? "next_url" : "cursor", values.position("pagingMethod"));
        target.put("paging_parameter", parameter, values.position("nextPageIdQueryParameter"));
        try {
            String pointer = Texts.pointer(values.plain("nextPageJsonPath"));
            target.put("paging_pointer", pointer, values.position("nextPageJsonPath"));
        } catch (IllegalArgumentException e) {
            values.fault("nextPageJsonPath", String.valueOf(e.getMessage()));
        }
    }

    private static void onError(TaskValues values, Target target) {
        if (values.flag("abortOnRequestFail")) {
            return;
        }
        if (target.has("on_error")) {
            target.put("on_error", "skip", values.position("abortOnRequestFail"));
        } else {
            values.fault("abortOnRequestFail", "'false' cannot be done here: a failed request fails the task");
        }
    }

    @Override
    public Map<String, String> renamings(TaskValues values, Target target) {
        Map<String, String> renamings = new LinkedHashMap<>(TaskKind.super.renamings(values, target));
        renamings.put("content", "body");
        renamings.putAll(HttpRules.renamings(values, target));
        return renamings;
    }
}
