"use client";

import { useQuery } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import { signOutHere } from "@/components/layout/sign-out";
import { Button } from "@/components/ui/button";
import { meQuery } from "@/lib/client/settings-queries";
import { PasswordForm } from "./password-form";
import { SettingsSection } from "./settings-section";

/** The one-click account of the machine's own user has no password to change. */
const LOCAL_EMAIL = "you@localhost";

export function AccountSettings() {
  const { data: me } = useQuery(meQuery());
  const isLocal = me?.user.email === LOCAL_EMAIL;
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-7">
      <SettingsSection title="Account" description="Who you are in every workspace.">
        <dl className="grid gap-3 sm:grid-cols-2">
          <div className="grid gap-0.5">
            <dt className="text-sm text-muted">Name</dt>
            <dd className="font-medium">{me?.user.name}</dd>
          </div>
          <div className="grid gap-0.5">
            <dt className="text-sm text-muted">E-mail</dt>
            <dd className="font-medium">{me?.user.email}</dd>
          </div>
        </dl>
      </SettingsSection>
      <SettingsSection
        title="Password"
        description={
          isLocal
            ? "This account signs in with one click, on this computer only, and has no password."
            : "Changing it signs you out of every other browser."
        }
      >
        {isLocal ? <p className="text-muted">Nothing to change here.</p> : <PasswordForm />}
      </SettingsSection>
      <SettingsSection title="Session" description="Signing out ends this browser's session at once.">
        <div>
          <Button onClick={() => void signOutHere()}>
            <LogOut aria-hidden /> Sign out of this browser
          </Button>
        </div>
      </SettingsSection>
    </div>
  );
}
