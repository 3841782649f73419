"use strict";
// Graphs: how large they are shown, and how the arrow keys go from task to task. Tab leaves a graph after one task.
(function () {
  const STEP = 1.25;
  const LEAST = 0.05;
  const MOST = 3;

  function scaled(frame, svg, size) {
    let scale = 1;

    function show(wanted) {
      const middleX = (frame.scrollLeft + frame.clientWidth / 2) / (size.width * scale);
      const middleY = (frame.scrollTop + frame.clientHeight / 2) / (size.height * scale);
      scale = Math.min(MOST, Math.max(LEAST, wanted));
      svg.classList.remove("fitting");
      svg.setAttribute("width", size.width * scale);
      svg.setAttribute("height", size.height * scale);
      frame.scrollLeft = middleX * size.width * scale - frame.clientWidth / 2;
      frame.scrollTop = middleY * size.height * scale - frame.clientHeight / 2;
    }

    const ways = {
      in: () => show(scale * STEP),
      out: () => show(scale / STEP),
      whole: () => show(1),
      fit: () => show(Math.min((frame.clientWidth - 4) / size.width, (frame.clientHeight - 4) / size.height)),
    };
    return (way) => ways[way]();
  }

  function walk(svg) {
    const boxes = Array.from(svg.querySelectorAll("a[data-task]"));
    let current = 0;

    function go(to) {
      boxes[current].setAttribute("tabindex", "-1");
      current = Math.min(boxes.length - 1, Math.max(0, to));
      boxes[current].setAttribute("tabindex", "0");
      boxes[current].focus();
    }

    boxes.forEach((box, number) => {
      box.setAttribute("tabindex", number === 0 ? "0" : "-1");
      box.addEventListener("focus", () => {
        if (number !== current) {
          go(number);
        }
      });
    });
    svg.addEventListener("keydown", (event) => {
      const to = {
        ArrowRight: current + 1,
        ArrowDown: current + 1,
        ArrowLeft: current - 1,
        ArrowUp: current - 1,
        Home: 0,
        End: boxes.length - 1,
      }[event.key];
      if (to !== undefined && boxes.length > 0 && !event.ctrlKey && !event.altKey && !event.metaKey) {
        event.preventDefault();
        go(to);
      }
    });
  }

  document.querySelectorAll("[data-zoom-of]").forEach((buttons) => {
    const frame = document.getElementById(buttons.dataset.zoomOf);
    const svg = frame.querySelector("svg");
    const box = svg.viewBox.baseVal;
    const zoom = scaled(frame, svg, { width: box.width, height: box.height });
    buttons.hidden = false;
    buttons.addEventListener("click", (event) => {
      const button = event.target.closest("[data-zoom]");
      if (button) {
        zoom(button.dataset.zoom);
      }
    });
    walk(svg);
  });
})();
