// One subject's server in a process of its own: node serverSide.mjs <subject module>
const { openServer } = await import(process.argv[2]);
const server = await openServer(JSON.parse(process.argv[3] ?? "{}"));

let from = process.cpuUsage();
process.on("message", async ({ ask }) => {
  if (ask === "mark") {
    from = process.cpuUsage();
    await server.mark?.();
    process.send({});
  } else if (ask === "usage") {
    const { user, system } = process.cpuUsage(from);
    process.send({ cpuUs: user + system, ...(await server.usage?.()) });
  }
});
const leave = async () => {
  await server.close?.();
  process.exit(0);
};
process.on("SIGTERM", leave);
// Whoever asked is gone: nobody will say that it is over.
process.on("disconnect", leave);
process.send({ port: server.port, told: server.told ?? null });
