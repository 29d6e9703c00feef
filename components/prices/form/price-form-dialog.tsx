"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { FormProvider, useForm, useWatch } from "react-hook-form";
import { FormProblem } from "@/components/layout/form-problem";
import { Button } from "@/components/ui/button";
import { DialogActions, DialogClose, DialogContent } from "@/components/ui/dialog";
import { notify } from "@/components/ui/toast";
import { messageOf } from "@/lib/client/api-error";
import { useCreateRateCard } from "@/lib/client/price-mutations";
import { priceImpactQuery } from "@/lib/client/price-queries";
import { rateCardBodySchema, type RateCardBody } from "@/lib/contracts/prices";
import { formatDate } from "@/lib/time";
import { ImpactPanel } from "../impact-panel";
import { repricingHref } from "../prices-links";
import { listPrice } from "./list-price";
import { PriceFields } from "./price-fields";
import type { PricedCard, PriceFormValues } from "./price-form-values";
import { priceFormResolver } from "./price-form-resolver";
import { SampleRequests } from "./sample-requests";
import { showRefusal } from "./show-refusal";
import { toRateCardBody } from "./to-rate-card-body";
import { useDebounced } from "./use-debounced";

const SETTLED_MS = 400;

export interface PriceFormDialogProps {
  workspace: string;
  cards: readonly PricedCard[];
  initial: PriceFormValues;
  /** The card that the new one is made from. */
  basedOn: PricedCard | null;
  today: string;
  onClose: () => void;
}

/** Enters what a gateway charges, or what was negotiated, and shows what that changes before it is saved. */
export function PriceFormDialog({
  workspace,
  cards,
  initial,
  basedOn,
  today,
  onClose,
}: PriceFormDialogProps) {
  const resolver = useMemo(() => priceFormResolver(cards), [cards]);
  const form = useForm<PriceFormValues, unknown, RateCardBody>({
    defaultValues: initial,
    resolver,
    mode: "onChange",
  });
  const values = useWatch({ control: form.control, compute: (current) => current });
  const unchecked = toRateCardBody(values, cards);
  const parsed = rateCardBodySchema.safeParse(unchecked.body);
  const body = parsed.success ? parsed.data : null;
  const create = useCreateRateCard(workspace);
  const router = useRouter();
  const client = useQueryClient();

  const text = useDebounced(body === null ? null : JSON.stringify(body), SETTLED_MS);
  const asked = useMemo(() => (text === null ? null : (JSON.parse(text) as RateCardBody)), [text]);
  const impact = useQuery(priceImpactQuery(workspace, asked));
  const isStale = impact.isPlaceholderData || (body !== null && JSON.stringify(body) !== text);

  const submit = form.handleSubmit(async (checked) => {
    try {
      // What is on the screen may still be the answer to an earlier text.
      const { reach } = await client.ensureQueryData(priceImpactQuery(workspace, checked));
      const card = await create.mutateAsync(checked);
      notify({
        message: `${card.name} is priced from ${formatDate(card.validFrom)} on.`,
        ...(reach !== null && {
          action: {
            label: `Price ${reach.calls.toLocaleString("en-US")} past ${reach.calls === 1 ? "call" : "calls"}`,
            onPress: () => router.push(repricingHref(workspace, { ...card, ...reach })),
          },
        }),
      });
      onClose();
    } catch (error) {
      showRefusal(form, unchecked.places, error);
    }
  });

  return (
    <DialogContent
      title={basedOn === null ? "Add a price" : `New price of ${basedOn.model} at ${basedOn.provider}`}
      description="For a gateway without a public price list, a rate that you negotiated, or a price from a later date."
      width="lg"
      className="sm:max-w-6xl"
      onDismiss={(event) => form.formState.isDirty && event.preventDefault()}
    >
      <FormProvider {...form}>
        <form
          onSubmit={(event) => void submit(event)}
          className="grid grid-cols-1 gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]"
          noValidate
        >
          <PriceFields cards={cards} today={today} />
          <aside className="grid content-start gap-6 self-start rounded-card border p-3 lg:sticky lg:top-0">
            <SampleRequests body={body} list={listPrice(cards, values.model)} />
            <ImpactPanel
              impact={asked === null ? null : impact.data}
              problem={impact.error ? messageOf(impact.error) : null}
              isStale={isStale}
            />
          </aside>
          <div className="grid gap-3 lg:col-span-2">
            <FormProblem message={form.formState.errors.root?.message} />
            <DialogActions>
              <DialogClose asChild>
                <Button>Cancel</Button>
              </DialogClose>
              <Button type="submit" variant="primary" isPending={form.formState.isSubmitting}>
                Save the price
              </Button>
            </DialogActions>
          </div>
        </form>
      </FormProvider>
    </DialogContent>
  );
}
