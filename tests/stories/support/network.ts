import type { Page, WebSocketRoute } from "@playwright/test";

/**
 * A page's network with a switch. The browser's own offline mode leaves open sockets open; a train in a tunnel does
 * not. Laid before a page is opened.
 */
export async function layNetwork(page: Page): Promise<{ cut(): Promise<void>; mend(): Promise<void> }> {
  const open = new Set<WebSocketRoute>();
  let whole = Promise.resolve();
  let mended = () => {};
  await page.context().routeWebSocket(/\/sync$/, async (socket) => {
    await whole;
    const server = socket.connectToServer();
    open.add(socket);
    socket.onClose((code, reason) => {
      open.delete(socket);
      void server.close({ code, reason });
    });
    server.onClose((code, reason) => {
      open.delete(socket);
      void socket.close({ code, reason });
    });
  });
  return {
    async cut() {
      whole = new Promise((settle) => {
        mended = settle;
      });
      await page.context().setOffline(true);
      await Promise.all([...open].map((socket) => socket.close({ code: 1001, reason: "tunnel" })));
      open.clear();
    },
    async mend() {
      await page.context().setOffline(false);
      mended();
    },
  };
}

/** A line on which each message to the server takes so long, until it is mended. Laid before a page is opened. */
export async function slowLine(page: Page, milliseconds: number): Promise<{ mend(): void }> {
  let delay = milliseconds;
  await page.context().routeWebSocket(/\/sync$/, (socket) => {
    const server = socket.connectToServer();
    let sent = Promise.resolve();
    socket.onMessage((message) => {
      const taken = new Promise((settle) => setTimeout(settle, delay));
      sent = sent.then(() => taken).then(() => server.send(message));
    });
  });
  return {
    mend() {
      delay = 0;
    },
  };
}

/** A line that from `hold` on keeps back what a page says, until `mend`. Laid before the page is opened. */
export async function heldLine(page: Page): Promise<{ hold(): void; mend(): void }> {
  let passes = Promise.resolve();
  let mended = () => {};
  await page.context().routeWebSocket(/\/sync$/, (socket) => {
    const server = socket.connectToServer();
    let sent = Promise.resolve();
    socket.onMessage((message) => {
      const free = passes;
      sent = sent.then(() => free).then(() => server.send(message));
    });
  });
  return {
    hold() {
      passes = new Promise((settle) => {
        mended = settle;
      });
    },
    mend() {
      passes = Promise.resolve();
      mended();
    },
  };
}
