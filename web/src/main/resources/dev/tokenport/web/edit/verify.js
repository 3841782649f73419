"use strict";
(function () {
  let events = null;

  document.body.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id === "verification") {
      listen();
    }
  });

  function listen() {
    stop();
    const place = document.getElementById("verified");
    if (!place || !place.dataset.events) {
      return;
    }
    const lines = document.getElementById("lines");
    events = new EventSource(place.dataset.events);
    events.addEventListener("line", (event) => {
      lines.textContent += event.data + "\n";
      lines.scrollTop = lines.scrollHeight;
    });
    events.addEventListener("over", (event) => end(event.data));
    events.addEventListener("ended", () => end("The session has ended."));
    events.onerror = () => end("The connection was lost: verify again.");
    document.getElementById("stop").addEventListener("click", () => end("Stopped."));
  }

  function stop() {
    if (events) {
      events.close();
      events = null;
    }
  }

  function end(verdict) {
    stop();
    document.getElementById("verdict").textContent = verdict;
    document.getElementById("stop").hidden = true;
  }
})();
