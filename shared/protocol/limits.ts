/** Every limit that both sides must agree on. Bytes are bytes, letters are code points. */
export const LIMITS = {
  uraianMin: 10,
  uraianMax: 500,
  catatanLetters: 1000,
  satuanLetters: 30,
  realisasiMax: 9999,
  tautanCount: 5,
  tautanLetters: 500,
  fotoCount: 4,
  /** What the phone aims at when it shrinks a photo. */
  fotoTargetBytes: 120 * 1024,
  fotoBytes: 1_500_000,
  /** Photos that one person may send in 24 hours, and in all. */
  fotoDayBytes: 40_000_000,
  fotoPersonBytes: 2_000_000_000,
  fotoPixels: 25_000_000,
  fotoSide: 4096,
  /** One command, as canonical JSON. */
  commandBytes: 16 * 1024,
  commandsPerRequest: 500,
  /** Number of a command on its device: 15 digits, as a command id holds them. */
  deviceNumberMax: 999_999_999_999_999,
  /** A sync request after inflating. */
  requestBytes: 512 * 1024,
  inflateRatio: 40,
  recordsPerPage: 500,
  /** Lost histories that a command can have stood in. */
  lostHistories: 8,
  /** Records given back in one request, as JSON. */
  giveBytes: 32 * 1024,
  chunkMinBytes: 8 * 1024,
  chunkStartBytes: 16 * 1024,
  chunkMaxBytes: 512 * 1024,
  /** Commands waiting on a phone: a warning, and the point where recording would endanger what is there. */
  queueWarn: 500,
  queueFull: 5000,
  /** One part of a carried file. */
  carriedBytes: 50 * 1024 * 1024,
  jsonDepth: 32,
  jsonKeys: 40_000,
  passwordMin: 15,
  passwordMax: 128,
} as const;
