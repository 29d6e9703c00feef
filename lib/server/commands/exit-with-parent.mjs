import process from "node:process";

// Loaded into processes that the start command starts. When it is killed, even by a signal that it cannot answer, the
// channel between the two breaks, and they must not live on and keep the port.
process.on("disconnect", () => process.exit(1));

// Nothing but the channel keeps the development server's worker alive while it waits for its first message. It
// inherits this file from the process in the middle.
if (process.env.NEXT_PRIVATE_WORKER === undefined) process.channel?.unref();
