/** A text as two texts are compared: without case, spaces and punctuation. */
export const teksPolos = (teks: string): string => teks.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
