"use client";

import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { useOrigin } from "@/components/layout/use-origin";
import { Amount } from "@/components/ui/amount";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@/components/ui/table";
import { estimateRequest, type HypotheticalRequest, type PriceBook } from "@/lib/pricing";
import { drawnSize } from "./drawn-size";
import { toApiBody } from "./to-request";

const SIZES = ["1024x1024", "1536x1024", "1792x1024", "2048x1152", "2560x1440", "3840x2160"];

/** What most price tables get wrong, how a program asks the same, and what comes after a calculator. */
export function SeedStory({ book, request }: { book: PriceBook; request: HypotheticalRequest }) {
  const origin = useOrigin();
  const rows = SIZES.map((size) => {
    const picture = {
      provider: "openai",
      model: "gpt-image-2",
      size,
      quality: "high",
      n: 1,
      promptTokens: 26,
    };
    const plain = { operation: "generation" as const, batch: false, inputImages: [], partialImages: 0 };
    return {
      size,
      estimate: estimateRequest(book, { ...request, ...plain, ...picture, outputFormat: null }),
    };
  });
  const snippet = `curl ${origin}/api/v1/estimates \\
  -H "Content-Type: application/json" \\
  -d '${JSON.stringify(toApiBody(request, 1))}'`;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card aria-labelledby="story-title" className="min-w-0 overflow-hidden">
        <CardHeader
          titleId="story-title"
          title="Larger can be cheaper"
          description="gpt-image-2 at high quality, one image with a prompt of 26 tokens. It bills tokens, not pixels, and a wide picture takes fewer of them than a square one."
        />
        <div className="pt-2">
          <Table label="gpt-image-2 at high quality by size">
            <TableHead>
              <TableRow>
                <TableHeader>Size</TableHeader>
                <TableHeader align="end">Megapixels</TableHeader>
                <TableHeader align="end">Tokens</TableHeader>
                <TableHeader align="end">Per image</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map(({ size, estimate }) => (
                <TableRow key={size}>
                  <TableRowHeader className="tabular-nums">{drawnSize(size)}</TableRowHeader>
                  <TableCell align="end">{megapixels(size)}</TableCell>
                  <TableCell align="end">
                    {estimate.status === "priced" ? estimate.imageOutputTokens?.toLocaleString("en-US") : "—"}
                  </TableCell>
                  <TableCell align="end">
                    <Amount
                      nanoUsd={estimate.status === "priced" ? estimate.costNanoUsd : null}
                      as="exact"
                      nullLabel="no price on this day"
                    />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      </Card>
      <div className="grid gap-4">
        <Card aria-labelledby="api-title" className="min-w-0">
          <CardHeader
            titleId="api-title"
            title="The same for programs"
            description="No key needed. An array of up to a hundred requests is answered in its order."
            actions={<CopyButton value={snippet} label="Copy" size="sm" />}
          />
          <pre
            tabIndex={0}
            aria-label="The request as a curl command"
            className="m-4 mt-3 overflow-x-auto rounded-control bg-sunken p-3 font-mono text-sm"
          >
            {snippet}
          </pre>
        </Card>
        <Card className="grid justify-items-start gap-3 p-4">
          <div className="grid gap-1">
            <h2 className="text-lg font-semibold">From one image to a budget</h2>
            <p className="text-muted">
              Pixelcast projects a whole workflow by month, with retries, QA and growth, and compares it with
              the calls that were really made.
            </p>
          </div>
          <Button asChild variant="primary" size="lg">
            <Link href="/">
              Open Pixelcast <ArrowRight aria-hidden />
            </Link>
          </Button>
        </Card>
      </div>
    </div>
  );
}

function megapixels(size: string): string {
  const [width = 0, height = 0] = size.split("x").map(Number);
  return ((width * height) / 1e6).toFixed(2);
}
