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

  // Whoever signs out in one tab leaves nothing on the screen of another, whether the server answers or not.
  var leaving = document.querySelector("form[action='/sign-out']");
  if (leaving && window.BroadcastChannel) {
    var tabs = new window.BroadcastChannel("openplr-sign-out");
    leaving.addEventListener("submit", function () { tabs.postMessage("out"); });
    tabs.addEventListener("message", function () {
      document.body.textContent = "";
      window.location.replace("/signed-out");
    });
  }

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

  // An organisation while its name is typed: choosing one names it for certain; what is only typed stays as typed.
  var suggest = document.getElementById("suggest");
  if (suggest && window.accessibleAutocomplete) completeNames(suggest, document.getElementById(suggest.getAttribute("data-field")));

  function completeNames(box, input) {
    var chosen = document.getElementById(box.getAttribute("data-chosen"));
    var told = document.getElementById(box.getAttribute("data-told"));
    var say = function (key) {
      var places = Array.prototype.slice.call(arguments, 1);
      return box.getAttribute("data-" + key).replace(/\{(\d)\}/g, function (whole, place) { return places[place]; });
    };
    var said = told.getAttribute("data-said");
    var numberOf = function (organisation) {
      return (organisation.register === "provider" ? "UKPRN" : say(organisation.register)) + " " + organisation.number;
    };
    var tell = function () {
      told.textContent = chosen.value ? said : "";
    };
    var plain = function (text) {
      var element = document.createElement("span");
      element.textContent = text;
      return element.innerHTML;
    };
    var nameOf = function (organisation) { return organisation ? organisation.name || organisation : ""; };
    var label = input.labels[0];
    var described = (input.getAttribute("aria-describedby") || "").split(" ").map(function (id) {
      var part = id && document.getElementById(id);
      return part ? part.textContent.trim() : "";
    }).filter(Boolean);
    var asked = 0;
    var ask = function (name, show) {
      var turn = ++asked;
      window.setTimeout(function () {
        if (turn !== asked) return;
        window.fetch(box.getAttribute("data-source") + "?name=" + encodeURIComponent(name), { credentials: "same-origin" })
          .then(function (answer) { return answer.ok ? answer.json() : []; })
          .catch(function () { return []; })
          .then(function (found) { if (turn === asked) show(found); });
      }, 200);
    };

    window.accessibleAutocomplete({
      element: box,
      id: input.id,
      name: input.name,
      defaultValue: input.value,
      minLength: 3,
      confirmOnBlur: false,
      showNoOptionsFound: false,
      displayMenu: "overlay",
      source: ask,
      templates: {
        inputValue: nameOf,
        suggestion: function (organisation) {
          if (!organisation.key) return plain(nameOf(organisation));
          var sure = say(organisation.register === "provider" ? "registered" : "confirmed");
          var more = [sure, numberOf(organisation), organisation.place].filter(Boolean).join(", ");
          return plain(organisation.name) + ' <span class="op-suggest__more">' + plain(more) + "</span>";
        }
      },
      onConfirm: function (organisation) {
        if (!organisation || !organisation.key) return;
        chosen.value = organisation.key;
        said = told.getAttribute(organisation.register === "provider" ? "data-provider" : "data-recipient")
          .replace("{0}", numberOf(organisation));
        tell();
      },
      tAssistiveHint: function () { return described.concat(say("how")).join(" "); },
      tStatusQueryTooShort: function (shortest) { return say("short", shortest); },
      tStatusNoResults: function () { return say("none"); },
      tStatusSelectedOption: function (option, length, index) { return say("selected", option, index + 1, length); },
      tStatusResults: function (length, selected) { return length === 1 ? say("one", selected) : say("many", length, selected); }
    });
    box.addEventListener("input", function () {
      asked++;
      chosen.value = "";
      tell();
    }, true);
    if (box.getAttribute("data-error") === "true") box.classList.add("op-suggest--error");
    input.remove();
    label.parentNode.appendChild(box);
    // ARIA 1.2 asks for these two; the library was written for 1.0.
    var list = box.querySelector("[role=listbox]");
    list.setAttribute("aria-label", say("list"));
    box.querySelector("[role=combobox]").setAttribute("aria-controls", list.id);
    tell();
  }

  // A passkey: the button asks the browser for one first, and sends the form with what it gave.
  document.querySelectorAll("[data-passkey]").forEach(function (box) {
    var button = document.getElementById(box.getAttribute("data-button"));
    var field = button.form.elements.credential;
    button.addEventListener("click", function (event) {
      if (field.value) return;
      event.preventDefault();
      var tell = function (key) {
        box.textContent = box.getAttribute("data-" + key);
        box.hidden = false;
      };
      if (!window.PublicKeyCredential) return tell("none");
      box.hidden = true;
      askForPasskey(box).then(function (credential) {
        field.value = JSON.stringify(written(credential));
        button.click();
      }).catch(function () { tell("failed"); });
    });
  });

  function askForPasskey(box) {
    var data = function (name) { return box.getAttribute("data-" + name); };
    if (data("passkey") === "get") {
      return navigator.credentials.get({ publicKey: {
        challenge: bytes(data("challenge")), rpId: data("domain"), userVerification: "required", timeout: 300000
      } });
    }
    return navigator.credentials.create({ publicKey: {
      challenge: bytes(data("challenge")),
      rp: { id: data("domain"), name: "OpenPLR" },
      user: { id: bytes(data("user")), name: data("username"), displayName: data("username") },
      pubKeyCredParams: [-7, -8, -257].map(function (algorithm) { return { type: "public-key", alg: algorithm }; }),
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      excludeCredentials: data("known").split(" ").filter(Boolean).map(function (id) { return { type: "public-key", id: bytes(id) }; }),
      attestation: "none",
      timeout: 300000
    } });
  }

  function written(credential) {
    var response = { clientDataJSON: text(credential.response.clientDataJSON) };
    ["attestationObject", "authenticatorData", "signature", "userHandle"].forEach(function (part) {
      if (credential.response[part]) response[part] = text(credential.response[part]);
    });
    if (response.attestationObject) delete response.authenticatorData;
    return { id: credential.id, rawId: text(credential.rawId), type: credential.type, response: response, clientExtensionResults: {} };
  }

  function bytes(base64url) {
    return Uint8Array.from(window.atob(base64url.replace(/-/g, "+").replace(/_/g, "/")), function (c) { return c.charCodeAt(0); });
  }

  function text(buffer) {
    return window.btoa(String.fromCharCode.apply(null, new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  // Two minutes before the session ends: one button keeps it, and what was typed stays.
  var ending = document.getElementById("ending");
  if (ending) {
    var shown = function () { ending.hidden = false; };
    var wait = (Number(ending.getAttribute("data-minutes")) - 2) * 60000;
    var timer = window.setTimeout(shown, wait);
    document.getElementById("stay").addEventListener("click", function () {
      window.fetch("/account/stay", { method: "POST", credentials: "same-origin" }).then(function (answer) {
        if (!answer.ok) return;
        ending.hidden = true;
        window.clearTimeout(timer);
        timer = window.setTimeout(shown, wait);
      });
    });
  }
})();
