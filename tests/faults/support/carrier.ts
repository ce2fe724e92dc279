import { request as ask } from 'node:http';
import type { Carrier } from '../../support/phone.ts';
import type { Door } from './door.ts';

/** What became of a request that was not answered in full: nothing came, the answer broke off, the line lost it. */
export class NotAnswered extends Error {
  readonly how: 'nothing' | 'cut' | 'lost';
  constructor(how: NotAnswered['how'], options?: ErrorOptions) {
    super(`no whole answer: ${how}`, options);
    this.how = how;
  }
}

/**
 * Carries each request over a socket of its own to wherever the service is at that moment. Rejects with
 * {@link NotAnswered} unless the whole answer arrives; `loses` may say that the line loses it.
 */
export const aCarrier =
  (door: Door, loses: () => boolean = () => false): Carrier =>
  async (request) => {
    const { pathname, search } = new URL(request.url);
    const body = Buffer.from(await request.arrayBuffer());
    const headers = { ...Object.fromEntries(request.headers), 'content-length': String(body.length) };
    return new Promise((resolve, reject) => {
      const options = { method: request.method, headers, agent: false };
      const asked = ask(new URL(pathname + search, door.url), options, (response) => {
        const parts: Buffer[] = [];
        const cut = (cause?: Error): void => reject(new NotAnswered('cut', { cause }));
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', cut).on('aborted', cut);
        response.on('end', () => {
          if (!response.complete) return cut();
          if (loses()) return reject(new NotAnswered('lost'));
          const status = response.statusCode ?? 0;
          const all = [204, 205, 304].includes(status) ? null : Buffer.concat(parts);
          const answer = new Response(all, { status });
          for (let i = 0; i < response.rawHeaders.length; i += 2)
            answer.headers.append(response.rawHeaders[i] ?? '', response.rawHeaders[i + 1] ?? '');
          resolve(answer);
        });
      });
      asked.on('error', (cause) => reject(new NotAnswered('nothing', { cause })));
      asked.end(body, () => door.knock());
    });
  };
