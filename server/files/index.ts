export { type Bucket, createPhotoBucket } from './bucket.ts';
export { inspectPhoto } from './inspect.ts';
export { createPhotoDirectory, type PhotoFiles } from './keep.ts';
export { gambarLogo } from './logo.ts';
export type { PhotoFacts } from './photo-facts.ts';
export { overQuota, QUOTA_WINDOW } from './quota.ts';
export { gatherPiece, type Piece, type Received, receivePiece } from './receive.ts';
