import { openBackend } from "./backend.ts";
import { openData } from "./data.ts";
import type { Database } from "./database/database.ts";
import { createReadSetIndex } from "./database/readSetIndex.ts";
import { Contents } from "./files/contents.ts";
import { FileStore } from "./files/fileStore.ts";
import { Signer } from "./files/signature.ts";
import type { FunctionLimits } from "./functions/limits.ts";
import type { Runtime } from "./functions/runtime.ts";
import { openDoors } from "./http/doors.ts";
import { Authenticator } from "./identity/authenticator.ts";
import { discloseAll, discloseOnPurpose } from "./identity/disclosure.ts";
import type { Instance } from "./identity/instance.ts";
import { openPorts } from "./ports.ts";
import { openSnapshots } from "./snapshot/snapshots.ts";
import { LiveQueries } from "./sync/liveQueries.ts";
import { SyncServer } from "./sync/syncServer.ts";

export type DeploymentOptions = {
  /** Where everything is kept; null keeps it in memory and forgets it. */
  data: string | null;
  /** 0 takes any free port. */
  port: number;
  /** Null: the site answers on the main port only. */
  sitePort: number | null;
  /** Default: loopback. */
  host?: string;
  /** A built client, served on the main port. */
  client?: string | null;
  /** The address that people use, if it is not the one that the process listens on. */
  origin?: string | null;
  /** Tell browsers nothing about unexpected errors (HTTP-09). */
  redact?: boolean;
  /** Let the deploy and admin interface be used from other machines. */
  remoteAdmin?: boolean;
  /** What functions may take, where it is not the usual. */
  limits?: Partial<FunctionLimits>;
  /** Instead of those that the data folder makes on its first start. */
  instance?: Partial<Instance>;
  /** Told of failures that are the deployment's own. Default: standard error. */
  onBug?: (error: unknown) => void;
  /** Told that the disk refused a commit; the process should end (STORE-04). Default: `onBug`. */
  onDiskFailure?: (error: unknown) => void;
};

export type Deployment = {
  /** Where this machine reaches the API. */
  url: string;
  siteUrl: string;
  adminKey: string;
  runtime: Runtime;
  database: Database;
  live: LiveQueries;
  /** Answers what is under way, then lets go of the ports and the data. */
  close(): Promise<void>;
};

const SWEEP_MS = 60 * 60 * 1_000;

/** Starts a deployment in this process. Rejects if the ports or the folder cannot be had. */
export async function openDeployment(options: DeploymentOptions): Promise<Deployment> {
  const onBug = options.onBug ?? ((error: unknown) => console.error(error));
  // Ports come first: a second start of the same deployment stops here. What arrives early waits for the doors.
  const ports = await openPorts(options);
  try {
    const data = await openData(options.data, options.instance ?? {}, options.onDiskFailure ?? onBug);
    const { database, instance } = data;
    const contents = new Contents(data.files);
    await contents.open();
    const files = new FileStore({
      database,
      contents,
      signer: new Signer(instance.secret),
      origin: ports.origin,
    });
    const addresses = { cloudUrl: ports.origin, siteUrl: ports.siteUrl };
    const backend = await openBackend(data, files, addresses, options.limits ?? {});
    const { runtime } = backend;
    const isOwn = (url: string) => url.startsWith(`${ports.siteUrl}/`);
    const authenticator: Authenticator = new Authenticator({
      adminKey: instance.adminKey,
      providers: backend.providers,
      isOwn,
      fetchUrl: async (url) =>
        isOwn(url) ? await runtime.httpAction(new Request(url), { kind: "anonymous" }) : await fetch(url),
    });
    const disclose = options.redact ? discloseOnPurpose : discloseAll;
    const live = new LiveQueries({ database, runtime, readSetIndex: createReadSetIndex, disclose, onBug });
    // An import may bring what a live query has looked for under an id of no table.
    const onImport = () => live.runAll();
    const snapshots = await openSnapshots({ data, contents, onImport, onBug });
    const sync = new SyncServer({ live, runtime, authenticator, disclose, onBug });
    ports.open(
      openDoors({
        ...{ client: options.client ?? null, remoteAdmin: options.remoteAdmin ?? false, instance, onBug },
        ...{
          runtime,
          database,
          files,
          authenticator,
          disclose,
          origin: ports.origin,
          admin: { ...backend.endpoints, ...snapshots.endpoints },
        },
      }),
      (request, socket, head) => sync.upgrade(request, socket, head),
    );
    const sweeper = setInterval(() => void files.sweep().catch(onBug), SWEEP_MS);
    sweeper.unref();
    return {
      url: ports.url,
      siteUrl: ports.siteUrl,
      adminKey: instance.adminKey,
      runtime,
      database,
      live,
      close: async () => {
        clearInterval(sweeper);
        await sync.close();
        await ports.close();
        await backend.stop();
        await snapshots.close();
        await data.close();
      },
    };
  } catch (error) {
    await ports.close();
    throw error;
  }
}
