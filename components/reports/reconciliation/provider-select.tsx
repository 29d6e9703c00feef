"use client";

import { useQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Select } from "@/components/ui/select";
import { filterValuesQuery } from "@/lib/client/usage-queries";

/** Whose bill: the providers of the log, and OpenAI, which can be connected. */
export function ProviderSelect({
  value,
  onValueChange,
}: {
  value: string;
  onValueChange: (provider: string) => void;
}) {
  const { slug } = useWorkspace();
  const { data } = useQuery(filterValuesQuery(slug));
  const providers = [...new Set(["openai", value, ...(data?.providers ?? [])])];
  return (
    <Select
      aria-label="Provider"
      className="w-36"
      value={value}
      onValueChange={onValueChange}
      options={providers.map((provider) => ({ value: provider, label: provider }))}
    />
  );
}
