import { AccountSettings } from "@/components/settings/account-settings";

export default function AccountPage() {
  return <AccountSettings />;
}
