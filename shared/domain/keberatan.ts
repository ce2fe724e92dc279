const JAM = 3_600_000;

/** An objection may be raised until 14 × 24 hours after the result was received (PP 30/2019 article 59). */
const BATAS_KEBERATAN = 14 * 24 * JAM;

/** The last moment of the window, epoch ms, from the read mark `dibaca` (epoch ms, the receiver's clock). */
export const batasKeberatan = (dibaca: number): number => dibaca + BATAS_KEBERATAN;
