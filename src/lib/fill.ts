/** Why: interface strings have placeholders too, and need nothing more than this. */

/** Puts values in the place of `{name}`; an unknown name stays as it is. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
