import { runCommand } from "./run-command";
import { serve } from "./serve";

await runCommand(() => serve("start"));
