import type { SelectOption } from "@/components/ui/select";
import { outputFormatSchema, qualitySchema } from "@/lib/contracts/values";
import type { TokenRates } from "@/lib/pricing";

const option = (value: string): SelectOption => ({ value, label: value });

export const QUALITY_OPTIONS = qualitySchema.options.map(option);
export const LISTED_QUALITY_OPTIONS = [...QUALITY_OPTIONS, { value: "any", label: "any other" }];
export const FORMATS = outputFormatSchema.options;
/** Those that a picture can be made at. */
export const QUALITIES = qualitySchema.exclude(["auto"]).options;
export const ORIENTATIONS = ["square", "landscape", "portrait"];

export const RATE_NAMES: [keyof TokenRates, string][] = [
  ["textInput", "Text in"],
  ["cachedTextInput", "Text in, cached"],
  ["imageInput", "Image in"],
  ["cachedImageInput", "Image in, cached"],
  ["imageOutput", "Image out"],
  ["textOutput", "Text out"],
];

export const PLAIN_SCHEMES = [
  {
    value: "list",
    title: "The provider’s list",
    description: "Its token prices times a factor: 1.2 is twenty per cent more.",
  },
  { value: "tokens", title: "Per token", description: "Rates of your own, standard and batch." },
  { value: "per_image", title: "Per image", description: "A price for each size and quality." },
  { value: "credits", title: "Credits", description: "By the longer edge and the quality." },
  { value: "per_call", title: "Flat per call", description: "One price, whatever is asked for." },
] as const;

export const BY_RULE = {
  value: "rules",
  title: "By rule",
  description: "The first rule that fits decides: size, shape, quality or format.",
} as const;

export const OUTPUT_KINDS = [
  {
    value: "gpt-image-2",
    label: "By the gpt-image-2 formula",
    hint: "Tokens follow from size and quality",
  },
  { value: "table", label: "From a table of tokens", hint: "Tokens by size and quality" },
  {
    value: "partial_table",
    label: "From a table that leaves some out",
    hint: "What it does not name is not known",
  },
  {
    value: "priced_table",
    label: "From a table of tokens and prices",
    hint: "A picture without usage costs its listed price",
  },
  { value: "unknown", label: "Nobody knows", hint: "Only calls that report their usage are priced" },
];

export const PARTIAL_KINDS = [
  { value: "none", label: "Nothing" },
  { value: "tokens", label: "Output tokens" },
  { value: "price", label: "A price" },
];

export const BILLED_PER = [
  { value: "image", label: "With every image asked for" },
  { value: "request", label: "Once for the request" },
];

export const SOURCE_KINDS = [
  { value: "user_entered", label: "Agreed or published" },
  { value: "calibrated", label: "Measured from calls" },
];
