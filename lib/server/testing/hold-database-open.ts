import { openEmbeddedDatabase } from "@/lib/server/postgres/open-embedded-database";

/** A process of its own that has a database open until its input ends. Prints the URL once it is open. */
const [dataDirectory = ""] = process.argv.slice(2);
const database = await openEmbeddedDatabase({ dataDirectory, durability: "throwaway" });
console.log(database.url);
process.stdin.resume().once("end", () => void database.close());
