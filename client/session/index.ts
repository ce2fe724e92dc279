export * from './accounts.ts';
export * from './device-key.ts';
export * from './kunci.ts';
export * from './passkey.ts';
export * from './sign-in.ts';
