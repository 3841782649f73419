"use strict";
// Finds tasks in the table: the rows that have all words in them stay.
(function () {
  const search = document.querySelector("[data-filter-of]");
  if (!search) {
    return;
  }
  const rows = Array.from(document.getElementById(search.dataset.filterOf).rows);
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const found = document.getElementById("found");

  function filter(typed) {
    const words = typed.toLowerCase().split(/\s+/).filter((word) => word);
    let count = 0;
    rows.forEach((row, number) => {
      const fits = words.every((word) => texts[number].includes(word));
      row.hidden = !fits;
      count += fits ? 1 : 0;
    });
    found.textContent = words.length === 0 ? "" : count + " of " + rows.length + " tasks";
  }

  search.hidden = false;
  const field = document.getElementById("filter");
  field.addEventListener("input", () => filter(field.value));
  filter(field.value);
})();
