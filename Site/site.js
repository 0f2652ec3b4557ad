// What the pages do besides being read: light or dark, the search, and where one is.
"use strict";

const root = document.documentElement;

// What a page says, in its language.
const say = (name) => window.strings[name] ?? name;

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

document.getElementById("theme").addEventListener("click", () => {
  const theme = root.dataset.theme
    || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  root.dataset.theme = theme === "dark" ? "light" : "dark";
  try { localStorage.theme = root.dataset.theme; } catch {}
});

// The section being read: the last whose heading is above the text. One that is too near
// the end of the page to get there is read if it was asked for.

const headings = [...document.querySelectorAll("main :is(h2, h3)[id]")];

function currentHeading() {
  const isAtEnd = scrollY + innerHeight > root.scrollHeight - 2;
  const target = headings.find((heading) => "#" + encodeURI(heading.id) === location.hash);
  if (isAtEnd && target?.getBoundingClientRect().top > 0) return target;
  return headings.findLast((heading) => heading.getBoundingClientRect().top < 100);
}

function showPlace() {
  const id = currentHeading()?.id;
  for (const link of document.querySelectorAll(":is(.side, .drop) ol ol a")) {
    const isCurrent = link.hash === "#" + encodeURI(id ?? "");
    if (isCurrent === link.hasAttribute("aria-current")) continue;
    link.toggleAttribute("aria-current", isCurrent);
    if (isCurrent) {
      link.setAttribute("aria-current", "location");
      if (link.closest(".side")) link.scrollIntoView({ block: "nearest" });
    }
  }
}

addEventListener("scroll", showPlace, { passive: true });
addEventListener("hashchange", showPlace);
showPlace();

// On a phone the contents fold up once a section is chosen.
const drop = document.querySelector(".drop");
drop.addEventListener("click", (event) => {
  if (event.target.closest("a")) drop.open = false;
});

// The other language opens at the section that is read here.
const twin = document.querySelector(".twin");
twin?.addEventListener("click", () => {
  const heading = currentHeading();
  const place = heading && heading !== headings[0] ? heading.dataset.twin : "";
  twin.hash = place ?? "";
});

// Back here, or after a reload, what was unfolded is so again, and the place is the same.
const folds = [...document.querySelectorAll("main details")];
for (const [i, isOpen] of (history.state ?? []).entries()) if (folds[i]) folds[i].open = isOpen;
addEventListener("toggle", () => history.replaceState(folds.map((fold) => fold.open), ""), true);

// On paper everything is unfolded.
addEventListener("beforeprint", () => {
  for (const fold of folds) fold.open = true;
});

// The search: every section that holds all the words, in its title first.

const input = document.getElementById("search");
const found = document.getElementById("found");
let sections = null;

// The index is a script, since a page from a file may not fetch one.
window.searchIndex = (entries) => {
  sections = entries.map(([file, id, title, text]) => ({
    file, id, title, text, folded: (title + "\n" + text).toLowerCase(),
  }));
  search();
};

function loadIndex() {
  if (document.querySelector("script[src='search.js']")) return;
  document.head.append(make("script", { src: "search.js" }));
}

function search() {
  const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
  found.replaceChildren();
  found.hidden = words.length === 0 || sections === null;
  if (found.hidden) return;
  const inTitle = ({ title }) => words.every((word) => title.toLowerCase().includes(word));
  const hits = sections.filter(({ folded }) => words.every((word) => folded.includes(word)));
  hits.sort((a, b) => inTitle(b) - inTitle(a));
  found.append(...hits.slice(0, 20).map(({ file, id, title, text }) => make("li", {},
    make("a", { href: `${file}#${id}` },
      make("strong", {}, ...marked(title, words)),
      make("small", {}, ...marked(around(text, words), words))))));
  if (hits.length === 0) found.textContent = say("Nothing found");
}

// Some text around the first of the words.
function around(text, words) {
  const folded = text.toLowerCase();
  const places = words.map((word) => folded.indexOf(word)).filter((place) => place >= 0);
  const start = Math.max(0, Math.min(...places, text.length) - 40);
  const excerpt = text.slice(places.length ? start : 0).slice(0, 130);
  // From a whole word on, where words are short.
  return places.length && start > 0 ? "…" + excerpt.replace(/^\S{0,12}\s/, "") + "…" : excerpt + "…";
}

// The text in pieces, the words among them marked.
function marked(text, words) {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return text.split(new RegExp(`(${escaped.join("|")})`, "i"))
    .map((piece, i) => i % 2 === 0 ? piece : make("mark", {}, piece));
}

input.addEventListener("focus", loadIndex);
input.addEventListener("input", search);
found.addEventListener("click", (event) => {
  if (event.target.closest("a")) close();
});
addEventListener("click", (event) => {
  if (!event.target.closest("search")) found.hidden = true;
});
addEventListener("keydown", (event) => {
  const isTyping = event.target.closest?.("input, textarea, select");
  if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    input.focus();
  } else if (event.key === "Escape" && document.activeElement?.closest("search")) {
    close();
    input.blur();
  } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !found.hidden) {
    const links = [...found.querySelectorAll("a")];
    const next = links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    if (!event.target.closest?.("search") || links.length === 0) return;
    event.preventDefault();
    (links[next] ?? input).focus();
  }
});

function close() {
  input.value = "";
  found.hidden = true;
}
