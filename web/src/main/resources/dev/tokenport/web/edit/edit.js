"use strict";
(function () {
  const text = document.getElementById("text");
  const numbers = document.getElementById("numbers");
  const title = document.title;
  let saved = text.value;
  let given = "";
  let leaving = false;

  function tell(line) {
    document.dispatchEvent(new CustomEvent("tell", { detail: line }));
  }

  // What is on disk.

  function mark() {
    const isUnsaved = text.value !== saved;
    document.getElementById("unsaved").hidden = !isUnsaved;
    document.title = (isUnsaved ? "● unsaved: " : "") + title;
  }

  window.addEventListener("beforeunload", (event) => {
    if (text.value !== saved && !leaving) {
      event.preventDefault();
    }
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-discard]")) {
      leaving = true;
    }
  });

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      document.getElementById("file").requestSubmit();
    }
  });

  // The text. A change from the form can be undone as if it had been typed.

  function replace(begin, end, replacement) {
    if (text.value.slice(begin, end) === replacement) {
      return;
    }
    const focused = document.activeElement;
    text.focus({ preventScroll: true });
    text.setSelectionRange(begin, end);
    const isTyped = replacement
      ? document.execCommand("insertText", false, replacement)
      : document.execCommand("delete");
    if (!isTyped) {
      text.setRangeText(replacement, begin, end, "end");
      text.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (focused && focused !== document.body) {
      focused.focus({ preventScroll: true });
    }
  }

  function number() {
    const marked = new Set(
      Array.from(document.querySelectorAll("#checks [data-line]"), (button) => Number(button.dataset.line))
    );
    const lines = text.value.split("\n").length;
    let all = "";
    for (let line = 1; line <= lines; line++) {
      all += (marked.has(line) ? "✗ " : "") + line + "\n";
    }
    numbers.textContent = all;
    numbers.scrollTop = text.scrollTop;
  }

  text.addEventListener("input", () => {
    mark();
    number();
  });

  text.addEventListener("scroll", () => {
    numbers.scrollTop = text.scrollTop;
  });

  document.getElementById("checks").addEventListener("click", (event) => {
    const mistake = event.target.closest("[data-line]");
    if (!mistake) {
      return;
    }
    const lines = text.value.split("\n");
    const line = Math.min(Number(mistake.dataset.line), lines.length) - 1;
    const before = lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
    const column = Array.from(lines[line]).slice(0, Number(mistake.dataset.column) - 1).join("").length;
    text.focus();
    text.setSelectionRange(before + column, before + column);
    text.scrollTop = Math.max(0, (line / lines.length) * text.scrollHeight - text.clientHeight / 3);
  });

  // The form.

  const sent = new WeakMap();

  function fault(form, line) {
    const place = form.querySelector(".fault");
    if (place) {
      place.textContent = line;
    }
  }

  function isChange(event) {
    return event.target.closest("#fields") && event.detail.pathInfo.requestPath.startsWith("/edits/change/");
  }

  // Forms whose values are on their way into the text.
  const waiting = new Set();
  let isStale = false;

  // Somebody is in the middle of a field, or has just left it: what comes now must not take it away.
  function isBusy() {
    return waiting.size > 0 || Array.from(document.querySelectorAll("#fields input, #fields textarea")).some(
      (field) => field.type !== "hidden" && field.id !== "task" && field.value !== field.defaultValue
    );
  }

  function refresh() {
    if (isStale && !isBusy()) {
      isStale = false;
      htmx.trigger(text, "recheck");
    }
  }

  function showHow(select) {
    const how = select.value;
    select.closest("form").querySelectorAll("[data-for]").forEach((part) => {
      part.hidden = !part.dataset.for.split(" ").includes(how);
    });
  }

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-how]")) {
      showHow(event.target);
    } else if (event.target.closest("#fields .field:not(.secret, .add)")) {
      waiting.add(event.target.closest("form"));
    } else if (event.target.id === "task") {
      const address = new URL(location.href);
      address.search = "?task=" + encodeURIComponent(event.target.value);
      history.replaceState(null, "", address);
      htmx.trigger(text, "recheck");
    }
  });

  document.addEventListener("submit", (event) => {
    if (event.target.matches(".picker")) {
      event.preventDefault();
    }
  });

  document.body.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target.id === "file") {
      given = text.value;
    }
    if (event.target.closest("#fields")) {
      waiting.add(event.target);
      sent.set(event.detail.xhr, text.value);
    }
  });

  document.body.addEventListener("htmx:afterRequest", (event) => {
    waiting.delete(event.target);
    if (isChange(event)) {
      applyChange(event);
      refresh();
    }
  });

  function applyChange(event) {
    const request = event.detail.xhr;
    const form = event.target;
    if (!event.detail.successful) {
      fault(form, request.status === 422 ? request.responseText : "");
      return;
    }
    fault(form, "");
    if (sent.get(request) !== text.value) {
      // Somebody has typed in the text meanwhile: the same once more, on top of that.
      htmx.trigger(form, "again");
      return;
    }
    form.querySelectorAll("input:not([type=hidden]), textarea").forEach((field) => {
      if (form.matches(".secret, .add")) {
        field.value = "";
      }
      field.defaultValue = field.value;
    });
    const answer = request.responseText;
    const line = answer.indexOf("\n");
    const offsets = answer.slice(0, line).split(" ").map(Number);
    replace(offsets[0], offsets[1], answer.slice(line + 1));
    tell("The text has been changed; it is not saved yet.");
  }

  document.body.addEventListener("htmx:oobBeforeSwap", (event) => {
    if (event.detail.target.id === "fields" && isBusy()) {
      event.detail.shouldSwap = false;
      isStale = true;
    }
  });

  document.addEventListener("focusout", (event) => {
    if (event.target.closest("#fields")) {
      setTimeout(refresh, 0);
    }
  });

  // What was answered about the text.

  document.body.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id === "checks") {
      number();
    } else if (event.detail.target.id === "outcome") {
      outcome();
    }
  });

  function outcome() {
    const result = document.getElementById("saved");
    if (result) {
      const begin = Number(result.dataset.begin);
      const end = Number(result.dataset.end);
      document.getElementById("hash").value = result.dataset.hash;
      saved = given.slice(0, begin) + result.dataset.text + given.slice(end);
      if (text.value === given) {
        replace(begin, end, result.dataset.text);
      }
      mark();
      tell(result.textContent);
    } else {
      document.getElementById("conflict").focus();
    }
  }

  number();
})();
