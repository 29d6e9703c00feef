import type { Metadata } from "next";
import { CalculatorScreen } from "@/components/calculator/calculator-screen";
import { PROPOSALS } from "@/components/calculator/default-options";
import { structuredData } from "@/components/calculator/structured-data";
import { loadCalculatorSearch } from "@/lib/client/calculator-search";
import { currentTime } from "@/lib/server/clock";
import { listCalculatorCards } from "@/lib/server/estimates/list-calculator-cards";

const TITLE = "AI image cost calculator";
const DESCRIPTION =
  "What an AI image costs: gpt-image-2 and other models, any size and quality, in tokens, per image, per call and per month, with the computation and cheaper sizes.";

export const metadata: Metadata = {
  title: TITLE,
  description: DESCRIPTION,
  openGraph: { title: TITLE, description: DESCRIPTION, siteName: "Pixelcast", type: "website" },
  robots: { index: true, follow: true },
};

interface CalculatorPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function CalculatorPage({ searchParams }: CalculatorPageProps) {
  const state = await loadCalculatorSearch(searchParams);
  return (
    <>
      {/* Data, not a script: no browser runs it, so the content security policy need not know it. */}
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{ __html: JSON.stringify(structuredData()).replace(/</g, "\\u003c") }}
      />
      <CalculatorScreen
        cards={listCalculatorCards(state, PROPOSALS)}
        today={currentTime().toISOString().slice(0, 10)}
      />
    </>
  );
}
