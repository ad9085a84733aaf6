// Shows a schema as a searchable outline that opens where it is clicked.

import { named, written } from "./schema.js";

const HEADINGS = { query: "Queries", mutation: "Mutations", subscription: "Subscriptions" };
const MOST_FOUND = 60;

export class Outline {
  constructor(place, schema, onUse) {
    this.place = place;
    this.schema = schema;
    this.onUse = onUse;
  }

  show(wanted = "") {
    const words = wanted.trim().toLowerCase();
    if (words) this.#find(words);
    else this.#all();
  }

  #all() {
    const groups = this.schema.roots.map(([operation, type]) =>
      group(`${HEADINGS[operation]} (${type.fields.length})`, () => type.fields.map((field) => this.#root(operation, field))));
    groups.push(group(`Types (${this.schema.ownTypes.length})`, () => this.schema.ownTypes.map((type) => this.#type(type))));
    this.place.replaceChildren(...groups);
  }

  #find(words) {
    const found = [];
    for (const [operation, type] of this.schema.roots) {
      for (const field of type.fields) if (matches(field, words)) found.push(this.#root(operation, field));
    }
    for (const type of this.schema.ownTypes) if (matches(type, words)) found.push(this.#type(type));
    this.place.replaceChildren(...(found.length ? found.slice(0, MOST_FOUND) : [text("p", "muted small", "Nothing is called that.")]));
  }

  #root(operation, field) {
    const node = item(field.name, written(field.type), () => {
      const use = document.createElement("button");
      use.type = "button";
      use.className = "plain tiny";
      use.textContent = "Put into the editor";
      use.addEventListener("click", () => this.onUse(operation, field));
      return [described(field), use, ...this.#args(field), ...this.#below(field.type)];
    });
    node.dataset.operation = operation;
    return node;
  }

  #type(type) {
    return item(type.name, type.kind.toLowerCase().replace("_", " "), () => [described(type), ...this.#members(type)]);
  }

  #members(type) {
    if (type.fields) {
      return type.fields.map((field) =>
        item(field.name, written(field.type), () => [described(field), ...this.#args(field), ...this.#below(field.type)]));
    }
    if (type.inputFields) {
      return type.inputFields.map((input) => item(input.name, written(input.type), () => [described(input), ...this.#below(input.type)]));
    }
    if (type.enumValues) return type.enumValues.map((value) => item(value.name, "", () => [described(value)]));
    return (type.possibleTypes ?? []).map((member) => this.#type(this.schema.types.get(member.name)));
  }

  #args(field) {
    return (field.args ?? []).map((arg) =>
      item(`${arg.name}:`, written(arg.type), () => [described(arg), ...this.#below(arg.type)], "argument"));
  }

  #below(reference) {
    const type = this.schema.types.get(named(reference));
    return !type || type.kind === "SCALAR" ? [] : [this.#type(type)];
  }
}

function group(title, content) {
  const details = document.createElement("details");
  details.className = "group";
  details.append(text("summary", "", title));
  fillWhenOpened(details, content);
  return details;
}

function item(name, type, content, kind = "") {
  const details = document.createElement("details");
  details.className = `item ${kind}`;
  const summary = document.createElement("summary");
  summary.append(text("code", "", name), " ", text("code", "type", type));
  details.append(summary);
  fillWhenOpened(details, content);
  return details;
}

// The schema turns in circles, so nothing is drawn before somebody looks.
function fillWhenOpened(details, content) {
  details.addEventListener("toggle", () => {
    const inside = document.createElement("div");
    inside.append(...content());
    details.append(inside);
  }, { once: true });
}

function described(thing) {
  const words = thing.isDeprecated ? `Deprecated: ${thing.deprecationReason ?? ""}` : thing.description ?? "";
  return text("p", "muted small", words);
}

function text(tag, className, words) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = words;
  return element;
}

function matches(thing, words) {
  return thing.name.toLowerCase().includes(words);
}
