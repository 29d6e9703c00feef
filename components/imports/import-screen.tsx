"use client";

import { Code } from "lucide-react";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { ImportList } from "./import-list";
import { UploadCard } from "./upload-card";

export function ImportScreen() {
  const { slug } = useWorkspace();
  const canImport = useAllows("recordCalls");
  return (
    <>
      <PageHeader
        title="Import calls"
        subline="A log file becomes calls. The same file twice adds nothing."
      />
      <div className="grid grid-cols-1 gap-3.5">
        {canImport ? (
          <UploadCard />
        ) : (
          <p className="rounded-card border bg-surface px-4 py-3 text-muted shadow-hair">
            Your role can see imports, but not start one. An owner, admin or editor can.
          </p>
        )}
        <p className="flex items-start gap-2 text-muted">
          <Code aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span>
            To send calls as they are made, use the API with a key of your own.{" "}
            <Link
              href={`/w/${slug}/settings/api-keys`}
              className="rounded-sm text-accent underline underline-offset-2"
            >
              API keys
            </Link>
          </span>
        </p>
        <ImportList />
      </div>
    </>
  );
}
