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
    scrollTo(line, lines.length);
  });

  function scrollTo(line, lines) {
    text.scrollTop = Math.max(0, (line / lines) * text.scrollHeight - text.clientHeight / 3);
  }

  // The task that was chosen comes into view.
  function showTask() {
    scrollTo(Number(document.getElementById("fields").dataset.line) - 1, text.value.split("\n").length);
  }

  // What the form asks for.

  text.addEventListener("replace", (event) => replace(event.detail.begin, event.detail.end, event.detail.text));
  text.addEventListener("show", showTask);

  // What was answered about the text.

  document.body.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target.id === "file") {
      given = text.value;
    }
  });

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
  showTask();
})();
