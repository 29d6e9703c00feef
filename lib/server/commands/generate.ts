import { ensureGeneratedClient } from "./ensure-generated-client";

await ensureGeneratedClient();
