/** What logs call an outcome, without capitals and punctuation. What has not ended yet is unknown. */
export const OUTCOMES: Readonly<Record<string, string>> = {
  succeeded: "succeeded",
  succeed: "succeeded",
  success: "succeeded",
  successful: "succeeded",
  ok: "succeeded",
  completed: "succeeded",
  complete: "succeeded",
  done: "succeeded",
  finished: "succeeded",
  failed: "failed",
  fail: "failed",
  failure: "failed",
  error: "failed",
  errored: "failed",
  rejected: "failed",
  timedout: "timed_out",
  timeout: "timed_out",
  unknown: "unknown",
  pending: "unknown",
  processing: "unknown",
  running: "unknown",
  queued: "unknown",
  inprogress: "unknown",
  canceled: "unknown",
  cancelled: "unknown",
};

/** What logs call an operation: whatever starts from a picture is an edit. */
export const OPERATIONS: Readonly<Record<string, string>> = {
  generation: "generation",
  generations: "generation",
  generate: "generation",
  imagegeneration: "generation",
  aimagegeneration: "generation",
  imagesgenerations: "generation",
  v1imagesgenerations: "generation",
  txt2img: "generation",
  texttoimage: "generation",
  edit: "edit",
  edits: "edit",
  imageedit: "edit",
  aimageedit: "edit",
  imagesedits: "edit",
  v1imagesedits: "edit",
  imagevariation: "edit",
  variation: "edit",
  img2img: "edit",
  imagetoimage: "edit",
  inpaint: "edit",
  inpainting: "edit",
  outpainting: "edit",
};

/** What logs call a picture's format: names, endings and media types. */
export const FORMATS: Readonly<Record<string, string>> = {
  png: "png",
  imagepng: "png",
  jpeg: "jpeg",
  jpg: "jpeg",
  imagejpeg: "jpeg",
  imagejpg: "jpeg",
  webp: "webp",
  imagewebp: "webp",
  gif: "gif",
  imagegif: "gif",
  svg: "svg",
  imagesvgxml: "svg",
};

/** Letters and digits only, in small letters: TXT_2_IMG and txt2img are one. */
export function plainValue(value: string): string {
  return value.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}
