/** A request to the own server. `body` is sent as it is. */
export type Outgoing = {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer> | ArrayBuffer;
  readonly timeout: number;
  /** The browser may keep the answer: a photo never changes under its hash. */
  readonly keep?: boolean;
};

/** What came back. `putus`: no answer at all; `dekat` tells that the phone itself knows of no network. */
export type Incoming =
  | { readonly kind: 'jawaban'; readonly response: Response }
  | { readonly kind: 'putus'; readonly dekat: boolean };

/** Speaks to the server: fetch in page and worker, `app.request` in tests. Never throws. */
export type Transport = (request: Outgoing) => Promise<Incoming>;

/** The one `fetch` of the client. The session travels as a cookie that no script can read. */
export const fetchTransport: Transport = async ({ method, path, headers, body, timeout, keep }) => {
  try {
    const response = await fetch(path, {
      method,
      ...(headers ? { headers } : {}),
      ...(body ? { body } : {}),
      credentials: 'same-origin',
      // No browser answers a POST from its cache, and saying so would cost two headers with every request.
      cache: method === 'POST' || keep ? 'default' : 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    const bytes = await response.arrayBuffer();
    const empty = response.status === 204 || response.status === 304 || method === 'HEAD';
    if (response.type === 'opaqueredirect')
      return {
        kind: 'jawaban',
        response: new Response('', { status: 200, headers: { 'content-type': 'text/html' } }),
      };
    return {
      kind: 'jawaban',
      response: new Response(empty ? null : bytes, { status: response.status, headers: response.headers }),
    };
  } catch {
    return { kind: 'putus', dekat: navigator.onLine === false };
  }
};

/** Signs bytes with the device's key: ECDSA P-256 over SHA-256, raw r‖s, base64url. */
export type Signer = (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;

const WORTH_DEFLATING = 400;

/** Deflated where it pays and the browser can; else as it is. */
export const deflate = async (
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ body: Uint8Array<ArrayBuffer>; encoding: string | null }> => {
  if (bytes.length < WORTH_DEFLATING || typeof CompressionStream === 'undefined')
    return { body: bytes, encoding: null };
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return { body: new Uint8Array(await new Response(stream).arrayBuffer()), encoding: 'deflate' };
};
