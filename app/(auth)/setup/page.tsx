import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth/auth-card";
import { SetUpForm } from "@/components/auth/set-up-form";
import { isSetUpOpen } from "@/lib/server/settings/set-up";

export const metadata: Metadata = { title: "Set up" };

export default async function SetUpPage() {
  if (!(await isSetUpOpen())) redirect("/sign-in");
  return (
    <AuthCard
      title="Set up Pixelcast"
      description="You become its owner; everything can be changed later."
      footer={
        <Link href="/sign-in" className="font-medium text-accent hover:underline">
          Back to sign in
        </Link>
      }
    >
      <SetUpForm />
    </AuthCard>
  );
}
