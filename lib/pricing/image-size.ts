export interface ImageSize {
  width: number;
  height: number;
}

/** Reads "1536x1024"; null for anything else, such as "auto". */
export function parseSize(text: string): ImageSize | null {
  const match = /^([1-9]\d{0,4})x([1-9]\d{0,4})$/.exec(text);
  return match ? { width: Number(match[1]), height: Number(match[2]) } : null;
}

export function sizeText({ width, height }: ImageSize): string {
  return `${width}x${height}`;
}
