"use client";

import { useQuery } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { formatInstant } from "@/components/layout/format-instant";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Badge } from "@/components/ui/badge";
import { ErrorState } from "@/components/ui/error-state";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@/components/ui/table";
import { notify, notifyError } from "@/components/ui/toast";
import { type Role, ROLES } from "@/lib/access";
import { messageOf } from "@/lib/client/api-error";
import { useAddMember, useChangeRole, useRemoveMember } from "@/lib/client/settings-mutations";
import { membersQuery, meQuery } from "@/lib/client/settings-queries";
import type { Member } from "@/lib/contracts/settings";
import { ROLE_WORDS } from "./role-words";

export function MemberTable({ mayManage }: { mayManage: boolean }) {
  const { slug } = useWorkspace();
  const members = useQuery(membersQuery(slug));
  if (members.data) return <MemberRows members={members.data.items} mayManage={mayManage} />;
  if (members.error) {
    return <ErrorState message={messageOf(members.error)} onRetry={() => void members.refetch()} />;
  }
  return <Skeleton className="m-4 h-24" />;
}

function MemberRows({ members, mayManage }: { members: Member[]; mayManage: boolean }) {
  const { slug, timeZone, role: ownRole } = useWorkspace();
  const { data: me } = useQuery(meQuery());
  const changeRole = useChangeRole(slug);
  const removeMember = useRemoveMember(slug);
  const addMember = useAddMember(slug);
  const owners = members.filter(({ role }) => role === "owner").length;

  /** Only owners touch owners, and one always stays; the server insists on both. */
  const mayTouch = (member: Member) =>
    mayManage && (member.role !== "owner" || (ownRole === "owner" && owners > 1));

  function change(member: Member, role: Role) {
    const set = (next: Role) =>
      changeRole.mutateAsync({ memberId: member.id, role: next }).catch((error: unknown) => {
        notifyError("The role was not changed", messageOf(error));
        throw error;
      });
    void set(role).then(
      () =>
        notify({
          message: `${member.name} is ${ROLE_WORDS[role].label.toLowerCase()} now`,
          onUndo: () => void set(member.role).catch(() => undefined),
        }),
      () => undefined,
    );
  }

  function remove({ id, name, email, role }: Member) {
    const restore = () =>
      addMember.mutate(
        { name, email, role },
        { onError: (error) => notifyError(`${name} was not added again`, messageOf(error)) },
      );
    removeMember.mutate(id, {
      onSuccess: () => notify({ message: `${name} removed`, onUndo: restore }),
      onError: (error) => notifyError(`${name} was not removed`, messageOf(error)),
    });
  }

  return (
    <Table label="Members">
      <TableHead>
        <TableRow>
          <TableHeader>Person</TableHeader>
          <TableHeader>Role</TableHeader>
          <TableHeader>Added</TableHeader>
          {mayManage && (
            <TableHeader>
              <span className="sr-only">Actions</span>
            </TableHeader>
          )}
        </TableRow>
      </TableHead>
      <TableBody>
        {members.map((member) => (
          <TableRow key={member.id}>
            <TableRowHeader className="py-2">
              <span className="flex items-center gap-2">
                {member.name} {member.userId === me?.user.id && <Badge>You</Badge>}
              </span>
              <span className="block text-sm font-normal text-muted">{member.email}</span>
            </TableRowHeader>
            <TableCell>
              {mayTouch(member) ? (
                <Select
                  aria-label={`Role of ${member.name}`}
                  className="w-36"
                  value={member.role}
                  onValueChange={(role) => change(member, role)}
                  options={ROLES.filter((role) => role !== "owner" || ownRole === "owner").map((role) => ({
                    value: role,
                    ...ROLE_WORDS[role],
                  }))}
                />
              ) : (
                ROLE_WORDS[member.role].label
              )}
            </TableCell>
            <TableCell className="whitespace-nowrap text-muted">
              {formatInstant(member.createdAt, timeZone)}
            </TableCell>
            {mayManage && (
              <TableCell align="end">
                {mayTouch(member) && (
                  <IconButton label={`Remove ${member.name}`} onClick={() => remove(member)}>
                    <Trash2 aria-hidden />
                  </IconButton>
                )}
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
