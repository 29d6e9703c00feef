export type { FieldRule, ImportField, ImportMapping, Translation } from "./mapping";
