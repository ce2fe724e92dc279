/** Version of the sync envelope. Pushes of older versions stay accepted for 24 months. */
export const PROTOCOL_VERSION = 3;
/** Oldest envelope version that the server still reads. */
export const OLDEST_PROTOCOL = 1;
/** First version whose phones read packed answers and work out what they created themselves. */
export const PACKED_SINCE = 2;
/** First version whose phones know the role `pembaca`; older ones are not told of it. */
export const READER_SINCE = 3;
