export {
  CONNECTOR_KINDS,
  KIND_FACTS,
  nextPosition,
  nextSpan,
  type ConnectorKind,
  type ReadPosition,
} from "./connector-kinds";
export { mapLineItem, type LineItemRule } from "./line-items";
export { PageProblem, type PageReading, type ProviderReport, type RejectedItem } from "./page-reading";
export { readSourcePage, sourceRequest, type SourceRequest } from "./source-request";
