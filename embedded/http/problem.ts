/** A refusal that the caller is told about: Convex's `{code, message}` with an HTTP status. Anything else is a bug. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }

  toResponse(): Response {
    return Response.json({ code: this.code, message: this.message }, { status: this.status });
  }
}

/** The body is not what the interface asks for. */
export function badRequest(code: string, message: string): Problem {
  return new Problem(400, code, message);
}
