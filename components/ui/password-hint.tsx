import { cn } from "./class-names";
import { passwordStrength } from "./password-strength";

const WORDS = {
  short: { text: "At least 12 characters; a few words in a row are good", filled: 1, color: "bg-faint" },
  weak: { text: "Easy to guess: add more, and less regular, characters", filled: 1, color: "bg-over" },
  fair: { text: "Fair", filled: 2, color: "bg-rework" },
  strong: { text: "Strong", filled: 3, color: "bg-under" },
} as const;

/** How good a new password is, in words and three bars. */
export function PasswordHint({ password, ownWords }: { password: string; ownWords?: readonly string[] }) {
  const { text, filled, color } = WORDS[passwordStrength(password, ownWords)];
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden className="flex gap-0.5">
        {[1, 2, 3].map((bar) => (
          <span
            key={bar}
            className={cn("h-1 w-5 rounded-full", bar <= filled && password !== "" ? color : "bg-border")}
          />
        ))}
      </span>
      <span aria-live="polite">{text}</span>
    </span>
  );
}
