// Nothing here is needed: every page works without it. It only makes some things quicker.
(function () {
  "use strict";

  // A link's secret stands in the fragment: into the form, and out of the address bar and the history.
  var secret = document.getElementById("secret");
  if (secret && secret.hasAttribute("data-from-fragment")) {
    var fragment = window.location.hash.slice(1);
    if (fragment) {
      secret.value = fragment;
      window.history.replaceState(null, "", window.location.pathname + window.location.search);
    }
    var whole = /^[A-Za-z0-9_-]{65}$/.test(secret.value);
    document.querySelectorAll("[data-with-secret]").forEach(function (part) { part.hidden = !whole; });
    document.querySelectorAll("[data-without-secret]").forEach(function (part) { part.hidden = whole; });
  }

  document.querySelectorAll("[data-script]").forEach(function (part) { part.hidden = false; });

  document.querySelectorAll("[data-copy]").forEach(function (button) {
    button.addEventListener("click", function () {
      var text = document.getElementById(button.getAttribute("data-copy")).textContent.trim();
      navigator.clipboard.writeText(text).then(function () {
        document.getElementById(button.getAttribute("data-told")).textContent = button.getAttribute("data-copied");
      });
    });
  });

  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.addEventListener("click", function () { window.print(); });
  });

  // A second press of a button that creates something does nothing.
  document.querySelectorAll("form").forEach(function (form) {
    var sent = 0;
    form.addEventListener("submit", function (event) {
      if (Date.now() - sent < 1500) event.preventDefault();
      sent = Date.now();
    });
  });

  var summary = document.querySelector(".govuk-error-summary");
  if (summary) {
    summary.focus();
    summary.addEventListener("click", function (event) {
      var target = event.target.hash && document.getElementById(event.target.hash.slice(1));
      if (target) {
        event.preventDefault();
        target.focus();
        target.scrollIntoView({ block: "center" });
      }
    });
  }

  // Two minutes before the session ends: one button keeps it, and what was typed stays.
  var ending = document.getElementById("ending");
  if (ending) {
    var shown = function () { ending.hidden = false; };
    var wait = (Number(ending.getAttribute("data-minutes")) - 2) * 60000;
    var timer = window.setTimeout(shown, wait);
    document.getElementById("stay").addEventListener("click", function () {
      window.fetch("/learner/stay", { method: "POST", credentials: "same-origin" }).then(function (answer) {
        if (!answer.ok) return;
        ending.hidden = true;
        window.clearTimeout(timer);
        timer = window.setTimeout(shown, wait);
      });
    });
  }
})();
