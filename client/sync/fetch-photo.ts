import type { PhotoFetcher } from '../store/photos.ts';
import type { Transport } from './transport.ts';

const TIMEOUT = 60_000;

/** Fetches a photo of somebody else, or an own one that this phone no longer has. */
export const photoFetcher =
  (transport: Transport): PhotoFetcher =>
  async (sha, owner, kunci) => {
    const incoming = await transport({
      method: 'GET',
      path: `/api/photos/${sha}?pemilik=${encodeURIComponent(owner)}`,
      timeout: TIMEOUT,
      keep: !kunci,
    });
    if (incoming.kind === 'putus' || incoming.response.status !== 200) return null;
    const mime = incoming.response.headers.get('content-type') ?? '';
    return mime.startsWith('image/') ? { bytes: await incoming.response.arrayBuffer(), mime } : null;
  };
