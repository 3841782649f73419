"use strict";
// The page of a run that goes on: shows what the server tells of it. The first thing that comes is how everything stands, so that
// nothing is lost with a connection.
(function () {
  const run = document.getElementById("run");
  if (!run || !run.dataset.events) {
    return;
  }
  const SIGNS = { running: "▸", cancelling: "▸", done: "✓", failed: "✕", cancelled: "■" };
  const SAID = {
    running: "The run goes on.",
    cancelling: "The run is being cancelled.",
    done: "The run is done.",
    failed: "The run has failed.",
    cancelled: "The run was cancelled.",
  };
  const RETRY = 2000;
  const rows = new Map();
  const boxes = new Map();
  run.querySelectorAll("tr[data-task]").forEach((row) => rows.set(row.dataset.task, row));
  run.querySelectorAll("a[data-task]").forEach((box) => boxes.set(box.dataset.task, box));
  let phase = run.dataset.phase;
  let events = null;
  let isOver = false;

  function element(id) {
    return document.getElementById(id);
  }

  function note(id, text) {
    const place = element(id);
    if (place.textContent !== text) {
      place.textContent = text;
      place.hidden = text === "";
    }
  }

  function showPhase(next) {
    const badge = element("phase").querySelector(".badge");
    badge.className = "badge " + next;
    badge.querySelector("[aria-hidden]").textContent = SIGNS[next];
    badge.querySelector(".word").textContent = next;
    if (next !== phase) {
      phase = next;
      element("said").textContent = SAID[next];
      document.title = document.title.replace(/: [a-z]+ ·/, ": " + next + " ·");
    }
    const cancel = element("cancel");
    if (cancel && next !== "running") {
      const button = cancel.querySelector("button");
      button.disabled = true;
      button.textContent = "The run is being cancelled";
    }
  }

  function showRow(row, task) {
    row.dataset.state = task.state;
    row.querySelector(".badge").className = "badge " + task.state;
    row.querySelector("use").setAttribute("href", "#state-" + task.state);
    row.querySelector(".word").textContent = task.state;
    row.querySelector(".took").textContent = task.took;
    row.querySelector(".entities").textContent = task.entities;
    row.querySelector(".message").textContent = task.message;
    row.querySelector(".warnings").replaceChildren(
      ...task.warnings.map((warning) => {
        const item = document.createElement("li");
        item.appendChild(document.createElement("bdi")).textContent = warning;
        return item;
      }),
    );
  }

  function showBox(box, task) {
    let words = task.state;
    if (task.entities) {
      words += " · " + task.entities + (task.entities === "1" ? " entity" : " entities");
    } else if (task.took) {
      words += " · " + task.took;
    }
    box.setAttribute("aria-label", box.dataset.name + ", " + words);
    box.querySelector("g").setAttribute("class", "task " + task.state);
    box.querySelector("use").setAttribute("href", "#state-" + task.state);
    box.querySelector(".state").textContent = words;
    box.querySelector("title").textContent = box.dataset.name + ": " + words;
  }

  function change(event) {
    note("connection", "");
    const changes = JSON.parse(event.data);
    changes.tasks.forEach((task) => {
      showRow(rows.get(String(task.number)), task);
      showBox(boxes.get(String(task.number)), task);
    });
    element("summary").textContent = ", " + changes.summary;
    note("waiting", changes.waiting);
    showPhase(changes.phase);
  }

  function over() {
    isOver = true;
    const cancel = element("cancel");
    const focus = cancel.contains(document.activeElement);
    cancel.hidden = true;
    element("end").addEventListener("htmx:afterSwap", () => {
      if (focus) {
        element("end-heading").focus();
      }
    });
    htmx.trigger("#end", "over");
  }

  function leave() {
    if (events) {
      events.close();
      events = null;
    }
  }

  // A browser has few connections to a server, for all its tabs: those that nobody sees have none.
  function follow() {
    leave();
    if (isOver || document.hidden) {
      return;
    }
    events = new EventSource(run.dataset.events);
    events.addEventListener("open", () => note("connection", ""));
    events.addEventListener("change", change);
    events.addEventListener("over", () => {
      leave();
      over();
    });
    events.addEventListener("ended", () => {
      leave();
      isOver = true;
      note("connection", "The session has ended. The run goes on; open the address that 'tokenport serve' printed to see it.");
    });
    events.addEventListener("full", (event) => {
      leave();
      note("connection", event.data);
    });
    events.addEventListener("error", () => {
      note("connection", "The connection is lost, trying again.");
      if (events && events.readyState === EventSource.CLOSED) {
        window.setTimeout(again, RETRY);
      }
    });
  }

  // After an answer that is no stream of events a browser does not try again by itself.
  async function again() {
    try {
      const page = await fetch(window.location.href, { headers: { "HX-Request": "true" } });
      if (page.ok) {
        window.location.reload();
        return;
      }
      note("connection", await page.text());
    } catch {
      window.setTimeout(again, RETRY);
    }
  }

  document.addEventListener("visibilitychange", follow);
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      follow();
    }
  });
  follow();
})();
