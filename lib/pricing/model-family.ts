/** The model behind a dated snapshot: gpt-image-2-2026-04-21 is gpt-image-2. Other names stay as they are. */
export function modelFamily(model: string): string {
  return model.replace(/-20\d{2}-\d{2}-\d{2}$/, "");
}

/** The older image models of OpenAI, which know three sizes and read reference images in tiles. */
export function isFixedSizeModel(model: string): boolean {
  switch (modelFamily(model)) {
    case "gpt-image-1":
    case "gpt-image-1-mini":
    case "gpt-image-1.5":
    case "chatgpt-image-latest":
      return true;
    default:
      return false;
  }
}

/** The models that read reference images in patches: gpt-image-2 and what came after it. */
export function readsReferencesInPatches(model: string): boolean {
  return /^gpt-image-2(\.\d+-[a-z]+)?$/.test(modelFamily(model));
}
