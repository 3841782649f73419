"use strict";
(function () {
  htmx.config.allowEval = false;
  htmx.config.allowScriptTags = false;
  htmx.config.includeIndicatorStyles = false;
  // Pages have texts of files in them, which no browser shall keep.
  htmx.config.historyCacheSize = 0;
  htmx.config.timeout = 30000;

  const token = document.querySelector("meta[name=csrf]");

  // What a person is told who does not look: document.dispatchEvent(new CustomEvent("tell", {detail: "saved"})).
  document.addEventListener("tell", (event) => {
    document.getElementById("status").textContent = event.detail;
  });

  function tell(text) {
    document.dispatchEvent(new CustomEvent("tell", { detail: text }));
  }

  // A session that was begun in another tab goes on here, with nothing lost that was typed.
  async function renew() {
    const answer = await fetch("/session/token", { headers: { "HX-Request": "true" } });
    if (!answer.ok) {
      return false;
    }
    token.content = await answer.text();
    document.querySelectorAll("input[name=csrf]").forEach((field) => {
      field.value = token.content;
    });
    return true;
  }

  document.addEventListener("htmx:configRequest", (event) => {
    event.detail.headers["X-CSRF-Token"] = token.content;
  });

  document.addEventListener("htmx:responseError", async (event) => {
    const request = event.detail.xhr;
    if (request.status === 403 && (await renew())) {
      tell("Your new session is used here from now on: do it again.");
    } else {
      const isLine = (request.getResponseHeader("Content-Type") || "").startsWith("text/plain");
      tell(isLine ? request.responseText : "The server answered " + request.status + ".");
    }
  });

  document.addEventListener("htmx:sendError", () => {
    tell("No connection to the server; what you have typed is still here. Is 'tokenport serve' running?");
  });

  document.addEventListener("htmx:timeout", () => {
    tell("The server does not answer; what you have typed is still here.");
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful) {
      tell("");
    }
  });
})();
