"use client";

import { UserPlus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useAllows } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { MemberTable } from "./member-table";
import { RoleTable } from "./role-table";
import { SettingsSection } from "./settings-section";

const AddMemberDialog = dynamic(
  () => import("./add-member-dialog").then((module) => module.AddMemberDialog),
  { ssr: false },
);

export function MembersSettings() {
  const mayManage = useAllows("manageMembers");
  const [isAdding, setIsAdding] = useState(false);
  return (
    <div className="grid grid-cols-1 gap-7">
      <SettingsSection
        title="Members"
        description={
          mayManage
            ? "A change of role takes effect on the person's next request."
            : "Owners and admins add people and change roles."
        }
        isFlush
        actions={
          mayManage && (
            <Button variant="primary" onClick={() => setIsAdding(true)}>
              <UserPlus aria-hidden /> Add member
            </Button>
          )
        }
      >
        <MemberTable mayManage={mayManage} />
      </SettingsSection>
      <SettingsSection title="Roles" description="What each role may do." isFlush>
        <RoleTable />
      </SettingsSection>
      {isAdding && <AddMemberDialog onClose={() => setIsAdding(false)} />}
    </div>
  );
}
