/** A text that was cut out of a file keeps all of the file's text around it in memory; its copy does not. */
export function detachText(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
