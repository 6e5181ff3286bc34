// All of one subject's clients in a process of their own: node clientSide.mjs <subject module> <port> <told> <n>
import { openTyping } from "./typing.mjs";

const [, , subject, port, told, n] = process.argv;
const { openClient } = await import(subject);
const typing = await openTyping(
  (index, onMark) => openClient(Number(port), JSON.parse(told), index, onMark),
  Number(n),
);

process.on("message", async (workload) => {
  try {
    process.send(await typing.run(workload));
  } catch (problem) {
    process.send({ error: String(problem?.stack ?? problem) });
  }
});
process.on("disconnect", () => process.exit());
process.send({});
