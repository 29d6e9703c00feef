"use client";

import dynamic from "next/dynamic";
import type { Notice } from "./toaster";

/** Once, in the root of the app. It comes after the page: nothing can be said before anything was done. */
export const Toaster = dynamic(() => import("./toaster").then((module) => module.ToastList), { ssr: false });

/** Says that something was done. */
export function notify(notice: Notice): void {
  void import("./toaster").then(({ showNotice }) => showNotice(notice));
}

/** Says that something failed, in words that help. */
export function notifyError(message: string, description?: string): void {
  void import("./toaster").then(({ showError }) => showError(message, description));
}
