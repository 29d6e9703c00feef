"use client";

import { useState } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import type { PriceListBody, PriceListPreview } from "@/lib/contracts/price-lists";
import { BringListCard } from "./bring-list-card";
import { DisagreementCard } from "./disagreement-card";
import { ImportedLists } from "./imported-lists";
import { ReviewCard } from "./review-card";

/** Price lists of others: brought in, compared, and where they contradict what is priced with. */
export function PriceListsScreen({ today }: { today: string }) {
  const { slug } = useWorkspace();
  const mayEdit = useAllows("editPrices");
  const [review, setReview] = useState<{ body: PriceListBody; preview: PriceListPreview } | null>(null);
  return (
    <>
      <PageHeader
        title="Price lists"
        breadcrumbs={[{ label: "Prices", href: `/w/${slug}/prices` }]}
        subline="Compared before anything is used"
      />
      <div className="grid grid-cols-1 gap-3.5">
        {review ? (
          <ReviewCard body={review.body} preview={review.preview} onClose={() => setReview(null)} />
        ) : mayEdit ? (
          <BringListCard today={today} onPreview={(body, preview) => setReview({ body, preview })} />
        ) : null}
        <DisagreementCard />
        <ImportedLists />
      </div>
    </>
  );
}
