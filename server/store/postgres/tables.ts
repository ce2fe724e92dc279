/** Every table, under the name that the queries use. */
export * from './schema.ts';
export * from './schema-activation.ts';
export * from './schema-documents.ts';
export * from './schema-hilang.ts';
export * from './schema-marks.ts';
export * from './schema-pantau.ts';
export * from './schema-passkey.ts';
export * from './schema-publik.ts';
export * from './schema-reminder.ts';
export * from './schema-uploads.ts';
