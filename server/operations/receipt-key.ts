import { createReceiptSigner, newReceiptKey, type ReceiptSigner } from '../people/index.ts';
import { keepSecret, readSecret } from './secret-file.ts';

const NAME = 'tanda-terima';

/**
 * The server's hand for receipts, made at the first start. Where it was lost a new one is made: phones keep the public
 * keys that they have seen, so older receipts go on being checked by the older key.
 */
export const receiptSigner = (dataDir: string): ReceiptSigner =>
  createReceiptSigner(readSecret(dataDir, NAME) ?? keepSecret(dataDir, NAME, newReceiptKey()));
