import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { FieldDescription } from "./import-fields";

interface ValueControlProps {
  description: FieldDescription;
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** One value of a field: chosen where there are only some, typed where there are many. */
export function ValueControl({ description, label, value, onChange }: ValueControlProps) {
  return description.choices ? (
    <Select aria-label={label} value={value} options={description.choices} onValueChange={onChange} />
  ) : (
    <Input
      aria-label={label}
      value={value}
      maxLength={200}
      placeholder={description.example ?? ""}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
