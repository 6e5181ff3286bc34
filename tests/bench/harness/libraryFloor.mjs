import { createServer } from "node:http";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";
import { root } from "../../../bin/steps/place.mjs";

const react = `import { createElement as h } from "react"; import { createRoot } from "react-dom/client";`;
const live = `import { ConvexProvider, ConvexReactClient, useMutation, useQuery } from "convex/react";
  import { createAuthClient } from "better-auth/react";
  import { convexClient } from "@convex-dev/better-auth/client/plugins";
  window.kept = [useMutation, useQuery, createAuthClient({ baseURL: "http://localhost:1", plugins: [convexClient()] })];
  const client = new ConvexReactClient("http://127.0.0.1:1", { skipConvexDeploymentUrlCheck: true });`;
const show = (page) =>
  `createRoot(document.getElementById("root")).render(h(ConvexProvider, { client }, ${page}));`;

const programs = {
  /** React, the live client and the sign-in client, showing one heading. */
  shell: `${react} ${live} ${show(`h("h1", null, "Sign in")`)}`,
  /** The same and an editor. */
  editor: `${react} ${live} import { EditorContent, useEditor } from "@tiptap/react"; import StarterKit from "@tiptap/starter-kit";
    function Page() { return h("div", null, h("h1", null, "Plan"), h(EditorContent, { editor: useEditor({ extensions: [StarterKit] }) })); }
    ${show("h(Page)")}`,
};

export const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });

/** Pages that only start the libraries that the client cannot do without, compressed as ours are. */
export async function openLibraryFloor() {
  const files = {};
  for (const [name, contents] of Object.entries(programs)) {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: root, loader: "js" },
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      platform: "browser",
      target: "es2022",
      define: { "process.env.NODE_ENV": '"production"' },
      logLevel: "error",
    });
    files[name] = brotli(outputFiles[0].contents);
  }
  const server = createServer((request, response) => {
    const [, kind, file] = request.url.split("/");
    if (file === "program.js") {
      response.writeHead(200, { "content-type": "text/javascript", "content-encoding": "br" });
      response.end(files[kind]);
    } else {
      response.writeHead(200, { "content-type": "text/html" });
      response.end(
        `<!doctype html><meta charset="utf-8"><title>Floor</title><div id="root"></div><script type="module" src="/${kind}/program.js"></script>`,
      );
    }
  });
  await new Promise((settle) => server.listen(0, "127.0.0.1", settle));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    kib: Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, bytes.length / 1024])),
    close: () => server.close(),
  };
}
