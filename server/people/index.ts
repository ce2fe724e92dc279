export * from './device-signature.ts';
export * from './devices.ts';
export * from './forgotten-device.ts';
export * from './passwords.ts';
export * from './receipt-key.ts';
export * from './session-token.ts';
export * from './simpeg/index.ts';
export * from './throttle.ts';
