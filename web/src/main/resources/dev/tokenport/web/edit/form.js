"use strict";
(function () {
  const text = document.getElementById("text");

  function tell(line) {
    document.dispatchEvent(new CustomEvent("tell", { detail: line }));
  }

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
  let isTaskChosen = false;

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
      isTaskChosen = true;
      htmx.trigger(text, "recheck");
    }
  });

  document.addEventListener("submit", (event) => {
    if (event.target.matches(".picker")) {
      event.preventDefault();
    }
  });

  document.body.addEventListener("htmx:beforeRequest", (event) => {
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
    text.dispatchEvent(
      new CustomEvent("replace", {
        detail: { begin: offsets[0], end: offsets[1], text: answer.slice(line + 1) },
      })
    );
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

  document.body.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id === "checks" && isTaskChosen) {
      isTaskChosen = false;
      text.dispatchEvent(new CustomEvent("show"));
    }
  });
})();
