// The schema as a caller may see it: an outline to walk through, and documents to begin with.

export const INTROSPECTION = `query Introspection {
  __schema {
    queryType { name } mutationType { name } subscriptionType { name }
    types {
      kind name description
      fields(includeDeprecated: true) {
        name description isDeprecated deprecationReason
        args { name description defaultValue type { ...Type } }
        type { ...Type }
      }
      inputFields { name description defaultValue type { ...Type } }
      enumValues(includeDeprecated: true) { name description isDeprecated }
      possibleTypes { name }
      interfaces { name }
    }
  }
}
fragment Type on __Type {
  kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }
}`;

export class Schema {
  constructor(introspected) {
    const { __schema: schema } = introspected;
    this.types = new Map(schema.types.map((type) => [type.name, type]));
    this.roots = [
      ["query", schema.queryType],
      ["mutation", schema.mutationType],
      ["subscription", schema.subscriptionType],
    ].filter(([, type]) => type).map(([operation, type]) => [operation, this.types.get(type.name)]);
  }

  get ownTypes() {
    return [...this.types.values()].filter((type) => !type.name.startsWith("__")).sort((a, b) => a.name.localeCompare(b.name));
  }

  /** A document that asks for one field of a root, with everything it needs as variables. */
  document(operation, field) {
    const needed = field.args.filter((arg) => isNeeded(arg) || arg.name === "input");
    const declared = needed.map((arg) => `$${arg.name}: ${written(arg.type)}`).join(", ");
    const passed = needed.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
    const paged = field.args.some((arg) => arg.name === "first") ? "first: 10" : "";
    const args = [passed, paged].filter(Boolean).join(", ");
    const name = field.name[0].toUpperCase() + field.name.slice(1);
    const selection = this.#selection(named(field.type), 1, new Set());
    return {
      query: `${operation} ${name}${declared && `(${declared})`} {\n  ${field.name}${args && `(${args})`}${selection}\n}\n`,
      variables: needed.length ? JSON.stringify(Object.fromEntries(needed.map((arg) => [arg.name, this.#example(arg.type, 0)])), null, 2) : "",
    };
  }

  #selection(typeName, depth, above) {
    const type = this.types.get(typeName);
    if (!type || type.kind === "SCALAR" || type.kind === "ENUM") return "";
    const pad = "  ".repeat(depth + 1);
    const lines = [];
    if (type.kind === "UNION") {
      lines.push("__typename");
      const members = type.possibleTypes.map((member) => this.types.get(member.name));
      for (const member of members.filter((each) => !this.#isError(each))) {
        lines.push(`... on ${member.name}${this.#selection(member.name, depth + 1, above)}`);
      }
      if (members.some((each) => this.#isError(each))) lines.push("... on Error { code message path }");
    } else {
      const inside = new Set([...above, typeName]);
      for (const field of type.fields ?? []) {
        if (field.isDeprecated || field.args.some(isNeeded)) continue;
        const inner = this.types.get(named(field.type));
        if (inner.kind === "SCALAR" || inner.kind === "ENUM") lines.push(field.name);
        else if (depth < 5 && this.#isWorthIt(inner, field, inside)) {
          lines.push(`${field.name}${this.#selection(inner.name, depth + 1, inside)}`);
        }
      }
      if (!lines.length) lines.push("__typename");
    }
    return ` {\n${lines.map((line) => pad + line).join("\n")}\n${"  ".repeat(depth)}}`;
  }

  // Connections are followed to their nodes and results to what they carry; other things only when they are small.
  #isWorthIt(type, field, above) {
    if (above.has(type.name) || field.name === "edges") return false;
    if (field.name === "nodes" || field.name === "pageInfo") return true;
    if ([...above].some((name) => name.endsWith("Connection"))) return this.#isSmall(type);
    return this.#isSmall(type) || above.size === 1;
  }

  #isSmall(type) {
    return Boolean(type.fields) && type.fields.length <= 3 && type.fields.every((field) => isLeaf(this.types.get(named(field.type))));
  }

  #isError(type) {
    return (type.interfaces ?? []).some((each) => each.name === "Error");
  }

  #example(reference, depth) {
    if (reference.kind === "NON_NULL") return this.#example(reference.ofType, depth);
    if (reference.kind === "LIST") return [];
    const type = this.types.get(reference.name);
    if (type.kind === "ENUM") return type.enumValues[0].name;
    if (type.kind === "INPUT_OBJECT") {
      if (depth > 3) return {};
      return Object.fromEntries(type.inputFields.filter(isNeeded).map((input) => [input.name, this.#example(input.type, depth + 1)]));
    }
    return { Int: 1, Float: 1, Boolean: true, Decimal: "1.00" }[type.name] ?? "";
  }
}

export function written(reference) {
  if (reference.kind === "NON_NULL") return `${written(reference.ofType)}!`;
  if (reference.kind === "LIST") return `[${written(reference.ofType)}]`;
  return reference.name;
}

export function named(reference) {
  return reference.ofType ? named(reference.ofType) : reference.name;
}

function isNeeded(arg) {
  return arg.type.kind === "NON_NULL" && arg.defaultValue === null;
}

function isLeaf(type) {
  return type.kind === "SCALAR" || type.kind === "ENUM";
}
