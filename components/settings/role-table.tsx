import { Check } from "lucide-react";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@/components/ui/table";
import { type Permission, ROLES, roleAllows } from "@/lib/access";
import { PERMISSION_WORDS, ROLE_WORDS } from "./role-words";

/** What each role may do, straight from the table that the server decides by. */
export function RoleTable() {
  const permissions = Object.keys(PERMISSION_WORDS) as Permission[];
  return (
    <Table label="What each role may do">
      <TableHead>
        <TableRow>
          <TableHeader>May</TableHeader>
          {ROLES.map((role) => (
            <TableHeader key={role} className="text-center">
              {ROLE_WORDS[role].label}
            </TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {permissions.map((permission) => (
          <TableRow key={permission}>
            <TableRowHeader className="font-normal whitespace-nowrap">
              {PERMISSION_WORDS[permission]}
            </TableRowHeader>
            {ROLES.map((role) => (
              <TableCell key={role} className="text-center">
                {roleAllows(role, permission) ? (
                  <>
                    <Check aria-hidden className="inline size-4 text-under" />
                    <span className="sr-only">yes</span>
                  </>
                ) : (
                  <span className="sr-only">no</span>
                )}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
