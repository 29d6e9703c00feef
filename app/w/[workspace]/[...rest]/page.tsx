import type { Metadata } from "next";
import { notFound } from "next/navigation";

export const metadata: Metadata = { title: "Not found" };

/** Any other address inside a workspace, so that its 404 keeps the navigation around it. */
export default function UnknownPage() {
  notFound();
}
