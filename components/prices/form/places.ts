/** Where in the form each part of a body comes from, by dotted path. */
export type Places = Map<string, string>;

/** The box of the form that a path of the body comes from: the place of its longest known beginning, and the rest. */
export function fieldOf(places: Places, path: string): string {
  const parts = path.split(".");
  for (let length = parts.length; length > 0; length -= 1) {
    const place = places.get(parts.slice(0, length).join("."));
    if (place === undefined) continue;
    const rest = parts.slice(length);
    return isBox(place) || rest.length === 0 ? place : [place, ...rest].join(".");
  }
  return path;
}

/** Whether a place is one box, in which nothing else can stand. */
function isBox(place: string): boolean {
  return /\.(root|scheme|sizes|qualities)$/.test(place);
}
