/** Version of the sync envelope. Pushes of older versions stay accepted for 24 months. */
export const PROTOCOL_VERSION = 1;
/** Oldest envelope version that the server still reads. */
export const OLDEST_PROTOCOL = 1;
