/** Answers one kind of HTTP request. What it throws becomes an error in Convex's shape (see `problem.ts`). */
export type Endpoint = (request: Request) => Promise<Response> | Response;

/**
 * Endpoints by method and path: `"POST /api/deploy2/start_push"`. A path that ends in `/` stands for everything below it.
 * The deploy and admin interface hands such a table to the server, which mounts it behind the admin key.
 */
export type Endpoints = Record<string, Endpoint>;
