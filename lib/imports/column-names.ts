import type { ImportField } from "./mapping";

/**
 * Under which names logs carry the fields of a call, without capitals and punctuation: our own first, then those of
 * providers, gateways and databases. Costs that somebody else computed are not among them, since they would count as
 * charged; nor are words that mean different things in different logs.
 */
const NAMES: Partial<Record<ImportField, readonly string[]>> = {
  id: ["id", "callid", "requestid", "xrequestid", "responseid", "uuid"],
  occurredAt: [
    "occurredat",
    "createdat",
    "requestcreatedat",
    "timestamp",
    "gmtcreate",
    "starttime",
    "startedat",
    "requesttime",
    "eventtime",
    "datetime",
    "created",
    "time",
    "ts",
    "date",
  ],
  model: ["model", "modelname", "requestmodel", "providedmodelname", "modelid"],
  workflow: ["workflow", "workflowslug", "workflowname", "feature", "usecase"],
  stage: ["stage"],
  purpose: ["purpose"],
  provider: ["provider", "customllmprovider", "gateway", "vendor"],
  operation: ["operation", "predicttype", "calltype", "requesttype", "source", "endpoint"],
  n: ["n", "numimages", "numimagesperprompt", "imagesrequested", "imagecount"],
  size: ["size", "imagesize", "resolution", "dimensions", "requestedsize", "requestsize"],
  quality: ["quality", "imagequality", "requestedquality", "requestquality"],
  returnedSize: ["returnedsize", "responsesize", "outputsize", "resultsize", "actualsize"],
  returnedQuality: ["returnedquality", "responsequality", "outputquality", "resultquality", "actualquality"],
  outputFormat: ["outputformat", "imageformat"],
  inputImages: [
    "inputimages",
    "inputimagecount",
    "numinputimages",
    "referenceimages",
    "referenceimagecount",
    "numreferenceimages",
  ],
  partialImages: ["partialimages", "partialimagecount", "numpartialimages"],
  batch: ["batch", "isbatch"],
  outcome: ["outcome", "predictstatus", "status", "state", "result"],
  billed: ["billed", "isbilled"],
  httpStatus: ["httpstatus", "httpstatuscode", "statuscode", "responsestatus", "httpcode", "status"],
  errorCode: ["errorcode", "errortype"],
  imagesReturned: ["imagesreturned", "imagesdelivered", "imagesgenerated"],
  imagesAccepted: ["imagesaccepted"],
  retryOf: ["retryof"],
  latencyMs: [
    "latencyms",
    "durationms",
    "requestdurationms",
    "delayms",
    "exectimems",
    "latencyseconds",
    "durationseconds",
    "exectimeseconds",
    "latencys",
    "durations",
  ],
  inputTokens: ["inputtokens", "prompttokens", "usageinputtokens", "usageprompttokens"],
  textInputTokens: [
    "textinputtokens",
    "inputtexttokens",
    "usageinputtokensdetailstexttokens",
    "usageprompttokensdetailstexttokens",
  ],
  imageInputTokens: [
    "imageinputtokens",
    "inputimagetokens",
    "usageinputtokensdetailsimagetokens",
    "usageprompttokensdetailsimagetokens",
  ],
  outputTokens: ["outputtokens", "completiontokens", "usageoutputtokens", "usagecompletiontokens"],
  textOutputTokens: [
    "textoutputtokens",
    "outputtexttokens",
    "usageoutputtokensdetailstexttokens",
    "usagecompletiontokensdetailstexttokens",
  ],
  imageOutputTokens: [
    "imageoutputtokens",
    "outputimagetokens",
    "usageoutputtokensdetailsimagetokens",
    "usagecompletiontokensdetailsimagetokens",
  ],
  chargedUsd: ["chargedusd", "charged"],
};

/** Columns that say for whom a call was made, by the tag that they become. */
const TAGS: Readonly<Record<string, readonly string[]>> = {
  team: ["team", "teamid", "teamname"],
  group: ["group", "groupid", "groupname"],
  project: ["project", "projectid", "projectname"],
  customer: ["customer", "customerid", "tenant", "tenantid"],
  user: ["user", "userid", "enduser"],
};

function plain(column: string): string {
  return column.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

export const IMPORT_FIELDS = Object.keys(NAMES) as ImportField[];

/** The columns that may hold a field, the likeliest first. */
export function columnsFor(field: ImportField, columns: readonly string[]): string[] {
  const byName = new Map(columns.toReversed().map((column) => [plain(column), column]));
  return (NAMES[field] ?? []).flatMap((name) => byName.get(name) ?? []);
}

/** The columns that become tags, by tag: those that are called tags.…, and those that say for whom. */
export function tagColumns(columns: readonly string[]): Record<string, string> {
  const tags: Record<string, string> = {};
  for (const column of columns) {
    const own = /^tags?[._](.{1,64})$/i.exec(column)?.[1];
    const tag = own ?? Object.keys(TAGS).find((name) => TAGS[name]?.includes(plain(column)));
    if (tag !== undefined && !Object.hasOwn(tags, tag)) tags[tag] = column;
  }
  return tags;
}
