import type { Database } from "../database/database.ts";
import type { FileStore } from "../files/fileStore.ts";
import type { Runtime } from "../functions/runtime.ts";
import type { Authenticator } from "../identity/authenticator.ts";
import type { Disclose } from "../identity/disclosure.ts";
import type { Instance } from "../identity/instance.ts";
import { aboutEndpoints } from "./about.ts";
import { Api } from "./api.ts";
import { ClientFolder } from "./clientFolder.ts";
import type { Endpoints } from "./endpoint.ts";
import { functionEndpoints } from "./functions.ts";
import type { Handler } from "./listener.ts";
import { LogStream } from "./logStream.ts";
import { Site, withoutPrefix } from "./site.ts";
import { storageEndpoints } from "./storage.ts";

type Options = {
  runtime: Runtime;
  database: Database;
  files: FileStore;
  authenticator: Authenticator;
  disclose: Disclose;
  instance: Instance;
  admin: Endpoints;
  remoteAdmin: boolean;
  /** A built client, or null. */
  client: string | null;
  origin: string;
  onBug: (error: unknown) => void;
};

const SITE_PREFIX = "/http";

/** What the main port and the site port answer. */
export function openDoors(options: Options): { main: Handler; site: Handler } {
  const { runtime, authenticator, onBug } = options;
  const api = new Api({
    open: {
      ...functionEndpoints(options),
      ...storageEndpoints(options.files),
      ...aboutEndpoints(options.instance.name),
    },
    admin: { ...options.admin, ...new LogStream(runtime).endpoints() },
    authenticator,
    remoteAdmin: options.remoteAdmin,
    onBug,
  });
  const site = new Site({ runtime, authenticator, onBug });
  const client = options.client === null ? null : new ClientFolder(options.client, options.origin);
  return {
    main: async (request, caller) => {
      const { pathname } = new URL(request.url);
      const answered = await api.answer(request, caller);
      if (answered) return answered;
      if (pathname.startsWith(`${SITE_PREFIX}/`))
        return await site.answer(withoutPrefix(request, SITE_PREFIX));
      if (client) return (await client.answer(request)) ?? (await site.answer(request));
      return nothingHere(pathname);
    },
    site: (request) => site.answer(request),
  };
}

function nothingHere(pathname: string): Response {
  if (pathname === "/") return new Response("This Convex deployment is running.\n");
  return Response.json({ code: "NotFound", message: `Nothing answers at ${pathname}` }, { status: 404 });
}
