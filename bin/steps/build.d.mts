/** Builds the client for browsers, unless nothing it is made of has changed. */
export function buildClient(say: (line: string) => void): Promise<void>;
/** Bundles the deployment, unless nothing it is made of has changed. */
export function buildDeployment(say: (line: string) => void): Promise<void>;
/** Bundles a program into one file that plain Node runs. */
export function bundle(entry: string, outfile: string): Promise<void>;
