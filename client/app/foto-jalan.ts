/** Photos of forms that are being shrunk, by form: saving waits for them, since she took them before she tapped "Simpan". */
const jalan = new Map<string, readonly Promise<boolean>[]>();

/** Notes that a form's photos are on their way until `kerja` tells whether all of them were kept. */
export const fotoBerjalan = async (draftId: string, kerja: Promise<boolean>): Promise<void> => {
  jalan.set(draftId, [...(jalan.get(draftId) ?? []), kerja]);
  try {
    await kerja;
  } finally {
    // Also where it broke: what is not under way any more must not hold up saving.
    const sisa = (jalan.get(draftId) ?? []).filter((satu) => satu !== kerja);
    if (sisa.length > 0) jalan.set(draftId, sisa);
    else jalan.delete(draftId);
  }
};

/** Waits for a form's photos: `tiada` where none is on its way, `kurang` where one of them could not be kept. */
export const fotoSelesai = async (draftId: string): Promise<'tiada' | 'utuh' | 'kurang'> => {
  const semua = jalan.get(draftId);
  if (!semua) return 'tiada';
  return (await Promise.all(semua)).includes(false) ? 'kurang' : 'utuh';
};
