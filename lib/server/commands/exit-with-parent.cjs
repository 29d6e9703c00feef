const { process } = globalThis;

// Loaded into processes that the start command starts. When that is killed, even by a signal that it cannot answer, the
// channel between the two breaks, and they must not live on and keep the port. Their own helper processes inherit this
// file, but have another parent and another use for their channel. It is a CommonJS file, because loading a module
// takes a helper a moment in which Next.js's first message to it is lost, and a build then ends half done.
if (process.env.PIXELCAST_PARENT === String(process.ppid)) {
  process.on("disconnect", () => process.exit(1));
  process.channel?.unref();
}
