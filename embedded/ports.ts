import { type Handler, Listener, type Upgrade } from "./http/listener.ts";

/** What answers behind the ports. */
export type Doors = { main: Handler; site: Handler };

export type Ports = {
  /** Where this machine reaches the main port. */
  url: string;
  /** Where people reach the main port. */
  origin: string;
  /** Where people reach the site of HTTP actions. */
  siteUrl: string;
  /** Lets in those who wait, and all who come. */
  open(doors: Doors, upgrade: Upgrade): void;
  close(): Promise<void>;
};

type Wanted = { port: number; sitePort: number | null; host?: string; origin?: string | null };

/** Takes the ports. Requests that come before the doors are open wait. */
export async function openPorts({ port, sitePort, host = "127.0.0.1", origin }: Wanted): Promise<Ports> {
  let letIn: (doors: Doors & { upgrade: Upgrade }) => void = () => {};
  const opened = new Promise<Doors & { upgrade: Upgrade }>((resolve) => {
    letIn = resolve;
  });
  const main: Listener = await Listener.open({
    port,
    host,
    origin: (): string => people,
    handle: async (request, caller) => (await opened).main(request, caller),
    upgrade: (request, socket, head) => void opened.then(({ upgrade }) => upgrade(request, socket, head)),
  });
  const url = `http://${reachable(host)}:${main.port}`;
  const people: string = origin ?? url;
  try {
    const site: Listener | null =
      sitePort === null
        ? null
        : await Listener.open({
            port: sitePort,
            host,
            origin: (): string => siteUrl,
            handle: async (request, caller) => (await opened).site(request, caller),
          });
    const siteUrl: string = site === null ? people : `http://${reachable(host)}:${site.port}`;
    return {
      url,
      origin: people,
      siteUrl,
      open: (doors, upgrade) => letIn({ ...doors, upgrade }),
      close: async () => {
        await Promise.all([main.close(), site?.close()]);
      },
    };
  } catch (error) {
    await main.close();
    throw error;
  }
}

/** An address that means "all of this machine's" is not one to connect to. */
function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}
