import net from "node:net";

/** A relay that holds every piece back for `oneWayMs` in each direction: a network as long as a school's. */
export function openDistance(port, oneWayMs) {
  return new Promise((settle) => {
    const carry = (from, to) => {
      from.setNoDelay();
      from.on("data", (piece) => setTimeout(() => to.writable && to.write(piece), oneWayMs));
      from.on("error", () => to.destroy());
      from.on("close", () => setTimeout(() => to.destroy(), oneWayMs));
    };
    const relay = net.createServer((near) => {
      const far = net.connect(port, "127.0.0.1");
      carry(near, far);
      carry(far, near);
    });
    relay.listen(0, "127.0.0.1", () => settle({ port: relay.address().port, close: () => relay.close() }));
  });
}
